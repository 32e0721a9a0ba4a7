/** For each code of the error catalogue: an example of what makes it, and what an editor does then. */
export const advice = {
  'site-file': {
    example: 'site.yaml 写 `current: 2028`，而 content/plans 里没有编号为 2028 的计划。',
    remedy: '把 current 改成一份现有计划的编号；文件不在的，照下文“网站自己的话”写一个。',
  },
  'plan-file': {
    example: '新建了文件夹 content/plans/2027，里面还没有 plan.yaml。',
    remedy: '写好 plan.yaml；用不着的空文件夹就删掉。',
  },
  'plan-duplicate': {
    example: '复制 content/plans/2026 改名为 2027，plan.yaml 里仍是 `id: 2026`。',
    remedy: '把新的一份的 id 改成自己的编号。',
  },
  'plan-title': {
    example: 'plan.yaml 写 `title: 2027年工作计划`，原文印的是“教育局2027年工作要点”。',
    remedy: '从原文抄标题，一字不差。原文真没有标题的，自拟一个，末尾加“（编者拟）”。',
  },
  'plan-quotation': {
    example: '写 `year: 2027年`，原文印的是“二〇二七年”。',
    remedy: '照原文抄；原文没有的，删去这个字段。',
  },
  'file-name': {
    example:
      'content/plans/2027 里有 target.yaml（少了 s），或 content/glossary 里有“课后服务.mdx”。',
    remedy: '改成报告里最接近的那个名字；名词和导读的文件名用小写字母、数字和连字符。',
  },
  'file-unreadable': {
    example: '把文件夹命名成了 site.yaml，或文件没有读的权限。',
    remedy: '放一个普通文件；没有权限的，在文件的属性里改，或找管机器的人。',
  },
  'file-size': {
    example: '把一份扫描件误存成了 targets.yaml。',
    remedy: '看是不是放错了文件。',
  },
  'file-encoding': {
    example: '用旧的记事本把 targets.yaml 存成了 ANSI（GBK）。',
    remedy: '在编辑器里“另存为”，编码选 UTF-8。',
  },
  'file-character': {
    example: '从别处粘贴的文字里带了看不见的控制字符。',
    remedy: '到报告的那一行，把看不见的字符删掉，重新打那几个字。',
  },
  'yaml-syntax': {
    example: '`indicator: 普通高中: 招生`（文字里有冒号加空格），或行首用了 Tab。',
    remedy:
      '看报告那一行和上一行：行首只用空格，同级对齐；文字里有冒号、井号、引号的，整段加单引号。',
  },
  'yaml-key': {
    example: '`indicater: 招生人数`，多半是 indicator 打错了。',
    remedy: '改成报告里最接近的字段名；各文件有哪些字段，见 docs/fields。',
  },
  'yaml-value': {
    example: '`kind: sum`，而 kind 只能是 total、part 等几个词；或漏写了必写的字段。',
    remedy: '照“应为”后面的话写；“实际为：空”就是漏写。',
  },
  'seed-missing': {
    example: 'plan.yaml 写 `source: seeds/2027.txt`，文件却叫 seeds/plan-2027.txt。',
    remedy: '改 source，或把原文放到 seeds/ 里所写的名字下。',
  },
  'seed-outside': {
    example: 'seeds/2027.txt 是快捷方式（链接），指向“下载”文件夹。',
    remedy: '把文件本身复制到 seeds/ 里。',
  },
  'seed-altered': {
    example: '发布以后直接在 seeds/2027.txt 里改了一个错字。',
    remedy:
      '把原来的文件放回去；真要改，用 `npm run correct`。还没有发布过的，把 plan.yaml 的 sha256 改成报告里“实际为”后面的一串。',
  },
  'original-text': {
    example: '用 .docx 读入以后，第一次发布之前在 seeds/2027.txt 里改了几个字，也改了 sha256。',
    remedy:
      '把读入时的文字放回去；确实要改的，在 plan.yaml 的 original 里加一行 edited，写明改了什么。',
  },
  'seed-encoding': {
    example: '直接把 GBK 编码的 .txt 放进了 seeds/。',
    remedy: '用 `npm run import` 读入，它认得编码；或用编辑器另存为 UTF-8。',
  },
  'seed-empty': {
    example: 'seeds/2027.txt 是空文件。',
    remedy: '放入有文字的原文。',
  },
  'seed-character': {
    example: '从 PDF 复制的原文里带了控制字符。',
    remedy: '删掉报告那一行里看不见的字符。只在第一次发布之前这样做。',
  },
  'date-order': {
    example: 'changes.yaml 里 2027-03-02 写在 2027-03-05 的后面。',
    remedy: '按日期从早到晚排列。更正由 `npm run correct` 写入，不要手动调换。',
  },
  'plan-size': {
    example: '整篇计划没有换行，全在一行里。',
    remedy: '让每一段、每个序号各自成行；多半是复制时丢了换行，重新读入原文件。',
  },
  'structure-levels': {
    example: '原文用“▲”引出任务，没有一行以序号开头。',
    remedy: '看原文有哪几级序号，在 plan.yaml 的 structure 里写明；各条没有分行的，先分行。',
  },
  'section-title': {
    example: '“一、”单独成一行，标题到了下一行。',
    remedy: '把标题接到序号后面（首次发布之前），或在 structure 里改用别的一级。',
  },
  'section-empty': {
    example: '“五、保障措施”下面没有文字，直接是“六、”。',
    remedy: '看是不是漏了段落；序号分级不对的，写 structure。',
  },
  'task-empty': {
    example: '“12.”后面没有字。',
    remedy: '看是不是漏了文字，或序号和正文断成了两行。',
  },
  'mdx-syntax': {
    example: '名词解释里写了 `<b>重点</b>`，或导读里 `<TaskLink n={3}` 少了 `/>`。',
    remedy: '名词解释只写段落；导读的组件要写完整，正文里的 `<`、`{` 写成“小于”或换个说法。',
  },
  'reference-missing': {
    example: '`task: 30`，或者说明里写“第30项”，而计划只有 28 项任务。',
    remedy: '对照网站上的编号改；更正以后变成 0 的，是原文去掉了那一处，由您决定删去还是改引别处。',
  },
  'guide-sentence': {
    example: '写给家长的导读引了第14项第7句，而“家长”页上没有这一句。',
    remedy: '在 audiences.yaml 里为这一句补上家长，或不引这一句。',
  },
  'vocabulary-word': {
    example: 'everyday.yaml 的两条里都有“小升初”。',
    remedy: '合成一条，或删去一处。',
  },
  'quote-missing': {
    example: '`quote: 安排4亿员`，原文是“安排4亿元”；或引文对，task 写错了。',
    remedy:
      '用报告里“最近的原文”替换；报告说“在第N项任务有”的，改 task。标点的全角、半角也要一样。',
  },
  'quote-ambiguous': {
    example: '引文“教师”在第3项任务出现五次。',
    remedy: '引长一些，到只有一处为止；或加 `occurrence: 2`，说明是第二次。',
  },
  'target-duplicate': {
    example: '复制了一条，id 还是 t3-fund；或 id 写成了 s3（句子的编号）。',
    remedy: '换一个编号，例如 t3-fund-rural。',
  },
  'target-value': {
    example: '引文“7.8万人”，写 `value: 78000`。',
    remedy: 'value 照原文写 7.8；全数写在 normalised。',
  },
  'target-unit': {
    example: '引文“培训1500人次”，写 `unit: 人`。',
    remedy: '照报告里引号中的单位写，或写紧跟在数后面的字；也可以不写 unit，照原文取。',
  },
  'target-qualifier': {
    example: '引文“不少于30所”，没有写 qualifier。',
    remedy: '写 `qualifier: 不少于`；原文没有的，删去这个字段。',
  },
  'target-scope': {
    example: '`scope: 市属高校`，而这一句里印的是“市属市管高校”。',
    remedy: '从同一句里照抄；句子里没有的不写。',
  },
  'target-indicator': {
    example: '两条都写 `indicatorId: enrolment`，scope 也相同。',
    remedy: '换一个 indicatorId；口径不同的，各写 scope。',
  },
  'target-total': {
    example: '`kind: part`、`of: t1-all`，而没有 id 为 t1-all 的数。',
    remedy:
      '报告里列出了可以写的编号，照着改 of；没有合适的，kind 写 absolute。增减而原文没有给出那个数的，不写 of。总数没有分项的，kind 也写 absolute。',
  },
  'target-parts': {
    example: '总数 6460，两个分项是 5968 和 600。',
    remedy: '核对引文。原文自己就对不上的，kind 都写 absolute，并在 notes.yaml 写一条校注。',
  },
  'target-addition': {
    example: '两次培训的“人次”写了同一个 addsTo；同一个人可能数了两次。',
    remedy: '删去 addsTo。只有单位相同、互不重叠的确数才能相加。',
  },
  'ledger-leftover': {
    example: '原文“建设12个基地”里的 12，两个文件都没有写到。',
    remedy:
      '是要做到的数量，写进 targets.yaml；是年份、名称、年龄等，写进 numerals.yaml。`npm run draft` 会替您提出条目。',
  },
  'ledger-double': {
    example: '“2027年”里的 2027 在 numerals.yaml 里写了两条。',
    remedy: '删去一条。序号、题头和落款里的数字不需要条目。',
  },
  'ledger-numeral': {
    example: 'numerals.yaml 里引了“若干所”。',
    remedy: '删去这一条，或引有数字的文字。',
  },
  'ledger-title': {
    example: '原文有《教育法》，documents.yaml 里没有。',
    remedy: '为它写一条，或加到已有文件的 mentions 里。',
  },
  'ledger-quoted': {
    example: '原文有“阳光工程”，哪个文件都没有写到。',
    remedy:
      '是工程、活动，写进 initiatives.yaml；是文件，写进 documents.yaml；其余写进 phrases.yaml。',
  },
  'ledger-mask': {
    example: '原文有“20*年”，notes.yaml 里没有写到这个星号。',
    remedy: '写一条 `kind: mask` 的校注，引文里含这个星号。',
  },
  'ledger-responsible': {
    example: '原文写“（责任单位：基教科、人事科）”，responsible.yaml 里只有基教科。',
    remedy: '为漏下的单位写一条，或加到它的 mentions 里。',
  },
  'entry-duplicate': {
    example: 'documents.yaml 里两条都是 `id: law`。',
    remedy: '换一个编号。',
  },
  'name-clash': {
    example: '两条的 name 都是“春风行动”；或一条的别名是另一条的名称。',
    remedy: '同一件事合成一条；不是同一件事的，引更完整的名称。',
  },
  'mention-name': {
    example: 'name 是“中小学校舍安全工程”，引文写“校安工程”。',
    remedy: '把原文的简称写进 aliases，或引含全称的文字。',
  },
  'mention-action': {
    example: '`action: 制定`，而这一句里印的是“起草”。',
    remedy: '照原文写那个动词，或删去 action。',
  },
  'audience-unknown': {
    example: '`code: parents`，而受众表里是 parent。',
    remedy: '用报告里最接近的代码；确实没有的，先在 content/vocabulary/audiences.yaml 里加。',
  },
  'audience-double': {
    example: '同一段引文、同一个 code 和 role 写了两条。',
    remedy: '删去一条。',
  },
  'audience-leftover': {
    example: 'audiences.yaml 里没有一条是第7项任务的。',
    remedy: '写一条：这项任务要谁去做，或为了谁。',
  },
  'relation-self': {
    example: 'from 和 to 都是第3项。',
    remedy: '改其中一个 task。',
  },
  'relation-double': {
    example: '第1项与第27项的 complement 写了两条，一条颠倒了先后。',
    remedy: '删去一条；先后不算两种。',
  },
  'note-mask': {
    example: '`kind: mask` 的校注引了没有星号的文字。',
    remedy: '引文要含星号；不是遮去的字，换 kind。',
  },
  'note-reading': {
    example: 'quote 是“其士生”，reading 也写“其士生”。',
    remedy: 'reading 写改正以后的字；没有把握就不写。',
  },
  'term-source': {
    example: '解释里写“依法……2003年起施行”，source 写“编者”。',
    remedy: 'source 写明法律、文件的名称；找不到出处的，删去那句话。',
  },
  'mark-crossing': {
    example: '一处引“推进课程改革”，另一处引“改革试点”，在“改革”两字上交叉。',
    remedy: '让一处包住另一处，或分开；报告里有另一处的文件和行。',
  },
  'comparison-double': {
    example: '同一对任务写了一条 confirm，又写一条 refuse。',
    remedy: '只留一条；任务一对一或一对几，目标一对一。',
  },
  'comparison-refusal': {
    example: '否定第3项与第9项，而程序并没有把它们配上。',
    remedy: '删去这一条，或看编号是不是写错了。',
  },
  'chart-duplicate': {
    example: '两张图都是 `id: funds`；或 id 写成 matrix（网站自己画的图）。',
    remedy: '换一个编号。',
  },
  'chart-target': {
    example: 'targets 里写了 t3-found，而目标的 id 是 t3-fund。',
    remedy: '照 targets.yaml 的 id 写，每个只写一次。',
  },
  'chart-form': {
    example: '`form: bars` 的图里，“增长9.1%”和“达到95%”排在一起。',
    remedy: '数目、比例、增长、减少各画一张；混在一起的用 `form: figures`。',
  },
  'chart-unit': {
    example: '条形图的一组里既有“人”，又有“所”。',
    remedy: '用 groups 分开，各组有自己的轴；或用 `form: figures`。',
  },
  'chart-scope': {
    example: '一组里有全市的招生数，又有写明是市属市管高校的招生数。',
    remedy: '用 groups 按口径分组，各组有自己的轴。',
  },
  'chart-title': {
    example: '标题写“最少的是农村教师10000人次”，而原文是“不少于10000人次”。',
    remedy:
      '标题里只写图里的数，带上“计划”“不少于”；有“不少于”“左右”或口径不同的，不说谁最多最少。',
  },
  'chart-sides': {
    example: '一组里既有支援别人的学校，又有受支援的学校。',
    remedy: '用 groups 分成两组。',
  },
  'link-form': {
    example: '导读里写 `[附件](file:///D:/附件.docx)`。',
    remedy: '写本站的网址，或 https://、mailto: 开头的网址。',
  },
  'link-broken': {
    example: '导读里的链接指向第99项任务，没有这一页。',
    remedy: '改链接；最好用 `<TaskLink n={9} />`，它会自己检查。',
  },
  'permalink-list': {
    example: 'public/permalinks.txt 被清空了。',
    remedy: '从备份（git）取回来；从没有发布过的，删去这个文件，再 `npm run promise`。',
  },
  'permalink-lost': {
    example: '发布以后把目标的 id 从 t3-fund 改成了 t3-money。',
    remedy: '改回去：发布过的网址永远有效。由更正去掉的，在那条更正的 gone 里写明。',
  },
  'permalink-words': {
    example: '发布以后把旧原文换成了新原文，sha256 也改了。',
    remedy: '把旧文件放回去，再用 `npm run correct` 更正。',
  },
} as const;

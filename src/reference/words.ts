/** Fields that mean the same wherever they stand, by their last name. */
export const commonFields: Record<string, string> = {
  id: '编号，小写字母、数字和连字符，同一文件里不重复。它是网址的一部分，发布以后不改。',
  name: '名称，照原文，不带书名号或引号。',
  aliases: '原文里的其他写法。',
  note: '编者的话：原文留下疑问时才写。页面上标明是编者所写。',
  task: '引文所在任务的次序，从 1 数起，就是任务网址里的数字。task、section、part 三者只写一个。',
  section: '引文在部分的标题里，或在标题与第一项任务之间时：部分的次序。',
  part: '引文不在任何部分里时：preface 题前（网页上的字、印发通知），front 题头，general 总的要求，closing 文末（附件、落款、抄送）。',
  quote: '引文：原文里的一段话，一字不改，标点也不改。程序在所指的地方找它，找不到就报错。',
  occurrence: '第几次：引文在那里出现不止一次时写，从 1 数起。',
  mentions: '原文写到它的每一处，至少一处。',
  meaning: '编者的解释，不言自明的不写。',
};

/** The files of an editor that are of no kind, by the name of their schema. */
export const fileWords = {
  site: {
    title: 'content/site.yaml',
    about: '网站自己的名称与说明。',
    fields: {
      name: '网站的名称。',
      description: '一句话说明网站是什么；搜索引擎和分享时显示。',
      current: '首页介绍的那一份计划的编号（plan.yaml 的 id）。',
      errorReport:
        '“这里有误?”写到哪里，不填就不显示。邮箱写 mailto:名字@单位.cn；网上表单写 https:// 开头的网址，其中 {citation} 处填入引文出处，{address} 处填入网址。',
      languages:
        '界面除了中文还有哪些语言：写 [en]，网站就另有一套英文界面的网页（/en/），两种网页互有链接；计划的文字和编者的文字仍是中文。不写就只有中文。',
      en: '英文界面的网页上的说法；不写的，那里也用中文。',
      'en.name': '网站的英文名称。',
      'en.description': '英文的一句话说明。',
      'en.notice': '英文的那一句话，与 notice 同义。',
      notice:
        '写在每一页最上面的一句话，例如这是试用的网站，或计划是编造的。打印、嵌入别的网页时也在。',
      editorsManual:
        '写 true，网站就有编者手册一页（/about/editing/），首页和网站地图里有链接。不写就没有。',
    },
  },
  plan: {
    title: 'content/plans/<计划>/plan.yaml',
    about: '一份计划：原文在哪里，叫什么。原文没有写明的不填，页面上会说没有写明。',
    fields: {
      id: '计划的编号，例如 2027；它是网址的第一段，发布以后不改。',
      title: '计划的标题，照原文。',
      source: '原文文件，放在 seeds/ 里，例如 seeds/plan.txt。',
      sha256: '原文文件的 SHA-256（命令 sha256sum 给出），证明一个字也没有改过。',
      original:
        '原文由别的文件转换而来时：那个文件和转换的方法。由命令 npm run import 写入，每次生成网站都核对。',
      'original.file': '原来的文件，照原样存在 seeds/ 里。',
      'original.sha256': '原来的文件的 SHA-256。',
      'original.by':
        '由什么程序转换，带版本。生成网站时重新转换一遍，与原文比较；程序换了版本的，只报告，不算错。',
      'original.encoding': '网页或文本是照什么编码读的。',
      'original.edited':
        '读入以后、第一次发布之前，编者在原文文件里改了什么，一句话。写了就不再比较。',
      structure: '各级用什么序号。程序自己能看出来的不写。',
      'structure.sections': '部分的序号形式，例如 一、。',
      'structure.groups': '部分之内各级小标题的序号形式，从外到内；只有一级可以不写方括号。',
      'structure.tasks': '任务的序号形式，例如 1.。',
      year: '年份，照原文抄录，例如 20*年；不推断，不补全。题目里有年份时不必写。',
      dateLine:
        '原文里有日期的一行（几行就写成列表），和它的意思；不写也可以，页面就只照原文印出。',
      'dateLine[].text': '那一行，照原文。',
      'dateLine[].meaning': '那一行说的是什么日期，编者的判断。',
      notStated: '编者找过而原文没有写明的；页面上写“原文未载明”。没有列出的，页面不说。',
      'dateLine.text': '那一行，照原文。',
      'dateLine.meaning': '那一行说的是什么日期，编者的判断。',
      issuer: '发文机关，照原文；原文有落款时不必写，程序从那里取。',
      indexNumber: '索引号，照原文。',
      documentNumber: '发文字号，照原文，例如 市教〔2010〕5号；原文题目前后有这一行时不必写。',
      siteName: '政府网站的名称（页面的 SiteName）。',
      siteCode: '政府网站标识码，10 位数字。',
      corrected:
        '原文发布以后的更正，先更正的写在前面。由命令 npm run correct 写入，一般不必手写；发布过的更正不要删。',
      'corrected[].date': '更正的日期，例如 2027-03-01。',
      'corrected[].what': '一句话说明改了什么；页面和订阅源照此显示。',
      'corrected[].earlier': '更正以前的原文文件，例如 seeds/2027/2027-03-01.txt，一字不改。',
      'corrected[].sha256': '更正以前的原文文件的 SHA-256。',
      'corrected[].title': '更正以前的标题；标题没有改就不写。',
      'corrected[].gone':
        '随这次更正删去的网址，例如一个数字的 /2027/targets/t3-fund/。任务、句子的网址不必写，程序知道。',
    },
  },
  changes: {
    title: 'content/changes.yaml',
    about:
      '编者在网站上改动了什么，先改的写在前面；更新记录和订阅源照此显示。没有改动可记时不要这个文件。',
    fields: {
      '[].date': '改动的日期，例如 2027-03-01。',
      '[].what': '一句话说明改了什么。',
      '[].plan': '只与一份计划有关时，那份计划的编号。',
      '[].pages': '改动了的网页的地址，例如 /guides/parents/。',
    },
  },
  comparisons: {
    title: 'content/comparisons.yaml',
    about:
      '哪些计划要两两对照，以及编者对程序所配任务、数字的确认和否定。相邻两年的计划不写在这里也有对照；没有可说的时不要这个文件。',
    fields: {
      '[].earlier': '前一份计划的编号；是年份的加引号，例如 "2026"。',
      '[].later': '后一份计划的编号。',
      '[].tasks': '对任务配对的决定。',
      '[].tasks[].earlier': '前一份计划里任务的序号。',
      '[].tasks[].later': '后一份计划里任务的序号。一项写成几项、几项写成一项，每一对各写一条。',
      '[].tasks[].decision': 'confirm 确认是同一项，没有配上的也可以确认；refuse 否定程序所配的。',
      '[].tasks[].why': '为什么，一句话；页面照此显示。',
      '[].targets': '对数字配对的决定。',
      '[].targets[].earlier': '前一份计划里数字的编号。',
      '[].targets[].later': '后一份计划里数字的编号。',
      '[].targets[].decision': 'confirm 确认是同一指标；refuse 否定程序所配的。',
      '[].targets[].why': '为什么，一句话。',
    },
  },
  'vocabulary-audiences': {
    title: 'content/vocabulary/audiences.yaml',
    about: '受众的词表，各份计划共用。',
    fields: {
      '[].code': '代码，小写字母、数字和连字符；它是网址的一部分，发布以后不改。',
      '[].name': '名称。',
      '[].group':
        'learner 学习的人；educator 教育工作者；family 家庭与社会；institution 学校与机构；government 政府与部门。',
      '[].definition': '包括谁。',
      '[].words':
        '计划里的哪些说法是指这一类。程序提出标注时据此提出受众；长的先认，“农村教师”不再算“教师”。',
      '[].see': '看了这一类还该看的其他各类的代码。',
    },
  },
  everyday: {
    title: 'content/vocabulary/everyday.yaml',
    about: '人们平常的说法，和它在计划里的说法。查找用。',
    fields: {
      '[].words': '平常的说法。',
      '[].means': '计划里的说法，照原文。',
      '[].who': '谁会这样说。',
    },
  },
  'vocabulary-asked': {
    title: 'content/vocabulary/asked.yaml',
    about: '官方的说法，和人们查找它时会用的话；各份计划共用。',
    fields: {
      '[].term': '官方的说法，照计划里印的写；不印在某份计划里的，对那份计划不起作用。',
      '[].asked': '人们会用的话。',
    },
  },
  english: {
    title: 'content/vocabulary/english.yaml',
    about:
      '用英文查找的人会打的词，和它在计划里的说法。名词、数字、文件等的网址本身是英文，不必再写。',
    fields: {
      '[].words': '英文词或词组，小写；单数复数、英美拼法写一种就够。',
      '[].means': '计划里的说法，照原文；不印在某份计划里的，对那份计划不起作用。',
    },
  },
  unmentioned: {
    title: 'content/vocabulary/unmentioned.yaml',
    about: '人们常找、计划却常常没有说到的事。查找时如实说明没有提到。',
    fields: {
      '[].name': '这件事。',
      '[].words': '说这件事的词；有一个印在某份计划里，这一条对那份计划就不起作用。',
      '[].near': '计划里离它最近的词；没有就不写。',
    },
  },
  asked: {
    title: 'content/plans/<计划>/asked.yaml',
    about: '人们会怎样问到某一句：用那一句里没有的词。',
    fields: {
      '[].task': '任务的次序，从 1 数起。',
      '[].sentence': '第几句；题目是第 1 句。',
      '[].asked': '人们会用的话。',
    },
  },
  questions: {
    title: 'content/vocabulary/questions.yaml',
    about: '问话里不用查找的字词：怎么、有没有、吗；和说明不了问的是什么的：孩子、学校。',
    fields: {
      drop: '不用查找的。',
      general: '处处说到的人、地方和事：还认得别的词时，不凭这些词列出结果。',
    },
  },
  forms: {
    title: 'content/vocabulary/forms.yaml',
    about: '程序转成繁体会写错、标拼音会读错的词，和对的写法、读法。读者在“设置”里选了才显示。',
    fields: {
      '[].words': '词；长的先认。',
      '[].traditional': '繁体写法，一字对一字。',
      '[].pinyin': '每个字的读音，中间空格，标原调（GB/T 16159-2012），轻声不标调。',
    },
  },
  glossary: {
    title: 'content/glossary/<编号>.mdx 的开头',
    about: '一个名词。解释写在下面的正文里；哪些任务用到它由程序找出。',
    fields: {
      term: '名词。',
      aliases: '原文里的其他写法。',
      source: '解释的来源；编者自己写的写“编者”。写了法律、日期、数字的要写明来源。',
      related: '相关名词的编号。',
    },
  },
  guide: {
    title: 'content/guides/<编号>.mdx 的开头',
    about: '一篇导读。',
    fields: {
      title: '题目。',
      description: '一句话说明。',
      order: '排列的次序，从小到大。',
      reader: '写给谁看；写了就列在首页“按身份看”里。',
      en: '英文界面的网页上怎样称呼这篇导读；正文仍是中文，不写的也用中文。',
      'en.title': '英文题目。',
      'en.description': '英文的一句话说明。',
      'en.reader': '英文里写给谁看。',
      plan: '它说的是哪一份计划（编号）；网站里没有这份计划，这篇导读就不刊出。',
    },
  },
};

/** What a field may hold, by the types of JSON Schema. */
export const typeNames: Record<string, string> = {
  string: '文字',
  integer: '整数',
  number: '数',
  boolean: '是否（true、false）',
  array: '列表',
  object: '一组字段',
};

/** The words around them. */
export const layoutWords = {
  title: '编者写的文件',
  about: '每个文件有哪些字段、各是什么意思。由检查内容的同一套规则生成（`npm run reference`）。',
  lists: '`[]` 表示列表里的每一条。',
  head: '| 字段 | 必写 | 写什么 | 意思 |',
  required: '要写',
  and: '、',
  or: '，或',
  colon: '：',
  errorHead: '| 代码和意思 | 例如 | 怎么办 |',
};

/** What a proposal says of itself, in any annotation file. */
export const reviewWords = {
  review: '草稿的状态：pending 待审，refused 已否决。都不发布；编者采用的条目没有这个字段。',
  proposed: '草稿为什么提出这一条。采用时与 review 一起删去。',
};

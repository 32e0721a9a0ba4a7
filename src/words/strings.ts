/** Every word of the interface. The plan's own words are never written here. */
export const strings = {
  language: 'zh-CN',
  /** The same page in the other language, called as that calls itself, in few letters: it stands in a line on a phone. */
  otherLanguage: { language: 'en', tag: 'en', name: 'EN' },
  qrCode: (address: string) => `二维码：${address}`,
  skip: '跳到正文',
  home: '首页',
  toTop: '回到顶部',
  mainNavigation: '主要栏目',
  overview: '总览',
  directory: { all: '更多', label: '全站目录', read: '阅读', look: '查考', use: '取用' },
  full: '全文',
  guides: '导读',
  manual: '编者手册',
  manualNote: '怎样把一份计划变成这样的网站：从桌面上的文件到发布，以及每条提示和错误的意思。',
  search: '查找',
  reader: '按身份看',
  breadcrumb: '当前位置',
  contents: '目录',
  general: '总的要求',
  /** A section by its numeral, as printed, and by its number. */
  sectionLabel: (numeral: string, _n: number) => `第${numeral}部分`,
  taskLabel: (n: number) => `第${n}项`,
  sentenceLabel: (n: number) => `第${n}句`,
  sentenceIn: (place: string, n: number) => `${place}第${n}句`,
  figureIn: (place: string, figure: string) => `${place}“${figure}”`,
  previousSentence: '上一句',
  nextSentence: '下一句',
  seeInText: '在上下文中看',
  ownAddress: '本页网址',
  sentencePages: '每一句各有一页，网址是任务的网址加句的序号，如 tasks/1/2/',
  inThisSentence: '这一句里的数字、校注与名词',
  /** A group of a section, after the section's name. */
  groupIn: (section: string, numeral: string, _n: number) => `${section}（${numeral}）`,
  wholePlan: '全部任务',
  tasksLead: (n: number) => `${n} 项任务，按部分排列；点一项，逐句阅读。也可以看`,
  tasksDescription: (plan: string, n: number) => `${plan}的${n}项任务，按部分排列。`,
  sections: '各部分',
  sectionsLead: (n: number) => `${n} 个部分，点一个部分，从头读到尾。也可以看`,
  sectionsDescription: (plan: string, n: number) => `${plan}的${n}个部分。`,
  taskRange: (first: number, last: number) =>
    first === last ? `第 ${first} 项` : `第 ${first}—${last} 项`,
  generalLead: (n: number) => `${n} 句；点一句，看这一句的网址。`,
  preface: '题前文字（原文所有，不是计划正文）',
  closing: '文末：附件、落款等',
  aboutTask: '关于这一项',
  passOn: '链接、引用与二维码',
  inFullText: '在全文中看这一项',
  inFullTextOfPart: '在全文中看这一部分',
  allTasksOf: (n: number) => `这一部分的全部 ${n} 项`,
  allSectionsOf: (n: number) => `全部 ${n} 个部分`,
  previousTask: '上一项',
  nextTask: '下一项',
  previousSection: '上一部分',
  nextSection: '下一部分',
  sourceLine: (line: number) => `原文第 ${line} 行`,
  sourceRange: (start: number, end: number) => `第 ${start + 1}—${end} 字符`,
  taskSize: (sentences: number, characters: number, hasTitle: boolean) =>
    `${sentences} 句${hasTitle ? '（标题是第 1 句）' : ''}，${characters} 字`,
  sectionSize: (tasks: number, characters: number) => `${tasks} 项，${characters} 字`,
  planSize: (sections: number, tasks: number) => `${sections} 个部分，${tasks} 项任务`,
  planDescription: (plan: string, size: string) => `${plan}，${size}。`,
  fullDescription: (plan: string, size: string) => `${plan}全文，${size}，可直接打印成册。`,
  readFull: '读全文',
  readFullNote: (characters: number) =>
    `约 ${Number(characters.toPrecision(2))} 字，按原文次序排在一页，可打印成册`,
  readSections: '按部分读',
  readSectionsNote: (sections: number, tasks: number) =>
    `${sections} 个部分、${tasks} 项任务，逐句有网址`,
  readMatrix: '看与谁有关',
  readMatrixNote: '横看一类人或单位，竖看一项任务',
  ways: '几种读法',
  archive: '其他计划',
  allPlans: (n: number) => `全部 ${n} 份计划`,
  allSections: '各部分与任务',
  matrix: {
    title: '哪些任务与谁有关',
    legend: { dot: '支持与服务', ring: '实施', both: '两者', faint: '监管与涉及' },
    finding: (tasks: number, audience: string, most: number) =>
      `${tasks}项任务里，与“${audience}”有关的最多，${most}项`,
    reading: (tasks: number, audiences: number) =>
      `横看一类人或单位，竖看一项任务（窄屏和纸上是一个部分）；一点是一项任务与一类有关，共 ${audiences} 类、${tasks} 项任务。实心点是支持与服务，圈是实施，圈里有点是两者都是；小点是只有监管或涉及。谁与哪一项有关、是什么角色，由编者按原文的词句标注。`,
    dot: (task: string, audience: string, roles: readonly string[]) =>
      `${task}，${audience}：${roles.join('、')}`,
    asRole: (role: string, tasks: readonly number[]) => `${role}：第${tasks.join('、')}项`,
    between: '；',
    columns: { label: '与谁有关', printed: '有几项', full: '角色与任务', place: '逐项看' },
  },
  characters: (n: number) => `${n} 字`,
  facts: '文件信息',
  fact: {
    title: '标题',
    year: '年份',
    issuer: '发文机关',
    indexNumber: '索引号',
    documentNumber: '发文字号',
    dateLine: '原文日期行',
    dated: '成文日期',
    source: '原文文件',
    data: '开放数据',
    sha256: 'SHA-256',
  },
  unknown: '原文未载明',
  asPrinted: '（照原文，编者不作推断）',
  guidesNote: '编者写的说明：怎样读这份计划，怎样引用与分享。',
  guideNote: '本页是编者写的导读，不是计划原文。',
  notice: '说明',
  footer: '计划的文字照原文逐字刊载，不作改动；界面文字与说明由编者撰写。',
  notFound: '没有这个网址',
  notFoundNote:
    '网址可能抄漏了字符，或者末尾多了句号、逗号、括号，去掉再试。也可以在这里查找，或从下面各页找起。',
  nearestPage: '最接近的网页：',
  browserFind:
    '在全文页用浏览器自带的查找（Ctrl+F 或 ⌘F；手机在浏览器菜单里选“在页面中查找”）可以找到任何词句。',
  source: '原文',
  data: '数据',
  dataDescription: (plan: string) =>
    `${plan}的数据文件：CSV、JSON、StratML 与原文，各列的含义、大小与许可状况。`,
  dataLink: '下载数据（CSV、JSON、StratML）',
  dataIntroduction:
    '计划的文字、结构、数字、名称、对象、关系、校注与名词，可以下载后另作使用。这里的文件都由同一份经过核对的内容生成，彼此一致；每一行都写明它在原文的哪一处。',
  /** What a file is called by the end of its name. */
  fileTypes: new Map([
    ['csv', 'CSV 表格'],
    ['json', 'JSON'],
    ['xml', 'XML'],
    ['txt', '纯文本（TXT）'],
  ]),
  rows: (n: number) => `${n} 行`,
  howToRead: '怎样打开与核对',
  howToReadPoints: [
    'CSV 是 UTF-8 编码，开头有字节顺序标记，Excel 与 WPS 双击即可打开；换行用 CR LF，含逗号、引号或换行的格加双引号（RFC 4180）。',
    '起点与终点是字符在 plan.txt 里的位置，按 Unicode 码位计，从 0 数起，终点不含在内；文件开头若有字节顺序标记，也算一个字符。取出这一段，就是引文。',
    '空格子表示没有，不表示零。',
    '文件、工程与活动、会议、校注和名词的表里，一行是一处；一件事写到几处，就有编号相同的几行，每行都重复说明。类型是“列表”的格写成 JSON 数组。',
    '各文件的大小与 SHA-256 写在 datapackage.json 里，可以核对下载是否完整。',
  ],
  licence: '许可状况',
  citeSource: '引用时请写明出处。',
  columns: (n: number) => `各列的含义（${n} 列）`,
  column: '列',
  columnType: '类型',
  columnMeaning: '说明',
  columnTypes: { string: '文字', integer: '整数', number: '数', array: '列表' },
  targets: '数字',
  targetsTitle: (n: number) => `${n}个数字`,
  targetsLead:
    '计划里的每一个数量目标（年份、届次、名称里的数不在内），都能回到它所在的那一句。单位不同的数不互比；算出来的数都标明是推算。',
  targetsDescription: (plan: string, n: number) =>
    `${plan}里的${n}个数字：图、表与各自所在的句子。`,
  readTargets: '看数字',
  readTargetsNote: (n: number) => `${n} 个数字，有图有表，每个都可回到原句`,
  keyFigures: '主要数字',
  allTargets: '全部数字',
  targetTable: '全部数字，按所在部分排列',
  targetColumns: { value: '数值', indicator: '指标', kind: '类别', place: '出处' },
  targetKind: {
    absolute: '数量',
    total: '总数',
    part: '其中',
    growth: '增长',
    decline: '下降',
    share: '比例',
    budget: '经费',
  },
  targetSide: { gives: '支援别人', receives: '受支援' },
  previousTarget: '上一个数字',
  nextTarget: '下一个数字',
  target: {
    indicator: '指标',
    printed: '原文写法',
    full: '完整数值',
    qualifier: '限定词',
    scope: '口径',
    kind: '类别',
    beneficiary: '涉及的对象',
    note: '校注',
    editor: '编者注',
    remark: '口径说明',
    of: '所属总数',
    growsOf: '增长的指标',
    parts: '其中',
    growth: '增长',
    sentence: '所在的句子',
    relations: '与其他数字的关系',
    noQualifier: '原文没有限定词',
    qualifierOfTotal: (qualifier: string) => `随总数：${qualifier}`,
    qualifierOfGrown: (qualifier: string) => `随增长的指标：${qualifier}`,
  },
  check: {
    checked: '核对',
    derived: '推算',
    sum: (parts: string, sum: string, total: string, holds: boolean) =>
      holds
        ? `各部分相加：${parts} = ${sum}，与总数${total}相符。`
        : `各部分相加：${parts} = ${sum}，总数是${total}，不相等。`,
    base: (kind: string, number: string, about: string, interval: string) =>
      `由${kind === 'decline' ? '下降' : '增长'}${number}推算，作比较的那一年约${about}（舍入允许的范围：${interval}）。原文没有写这个数。`,
    total: (name: string, parts: string, sum: string) =>
      `${name}合计：${parts} = ${sum}。原文没有写这个合计。`,
  },
  printing: {
    page: '打印',
    description: (plan: string) =>
      `${plan}全文、校注、名词、图和数字，排成一册，可以整册或选几项打印。`,
    lead: '全文、校注、名词、图和数字排成一册，用 A4 纸打印。',
    large: '大字版：印出来的字不小于 16 磅',
    choose: '选几项任务',
    chooseLead: '勾选要用的任务；一项不勾，就是整册。网址随着改变，发给别人就是选好的这几项。',
    audience: '按对象选',
    anyone: '不按对象',
    all: '整册',
    some: (n: string) => `已选 ${n} 项`,
    print: '打印',
    download: '下载文字',
    whole: '回到整册',
    link: '打印，或选几项打印',
    size: (bytes: number) =>
      bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`,
    thisAudience: '打印这些任务的全文',
    endnotes: '注',
    charts: '图',
    note: '计划的文字照原文刊印；方括号里的小字数字指向每项后面的注。注、名词解释、图和表由编者所作。',
  },
  charts: {
    label: '图表',
    counted: (n: number) => `${n} 张图`,
    list: '逐张看图',
    /** Below the upper part of a drawing. */
    goesOn: '看全图',
    lead: (n: number) => `${n} 张图，每张单独一页，可以嵌入别的网页，也可以下载图片和数据。`,
    listDescription: (plan: string, n: number) => `${plan}的${n}张图。`,
    stand: (places: readonly string[]) => `原文在${places.join('、')}。`,
    overlaps: '同一人可能计入几次，人次不相加。',
    floor: (qualifier: string) => `“${qualifier}”是下限。`,
    scopes: (stated: readonly { name: string; scope: string }[], someUnstated: boolean) =>
      `各项的口径原文不一：${stated.map(({ name, scope }) => `${name}写明是${scope}`).join('，')}${someUnstated ? '，其余没有写明' : ''}。`,
    ownAxes: '各组自用一根轴，组与组不能互比。',
    asPrinted: (quote: string, reading: string) => `“${quote}”原文如此，${reading}。`,
    growth:
      '虚线框是由计划数和增减推算的基期，原文没有写，括号里是舍入允许的范围；深色是比基期多出的部分。',
    change: (kind: string) => (kind === 'decline' ? '下降' : '增长'),
    /** Before the number by which something changes. */
    changeBy: (kind: string) => (kind === 'decline' ? '下降' : '增长'),
    now: '本计划',
    baseName: '基期（推算）',
    about: (about: number, unit: string) => `约${about}${unit}`,
    interval: ({ low, high }: { low: number; high: number }, unit: string) =>
      low === high ? `${low}${unit}` : `${low}—${high}${unit}`,
    base: ({ about, low, high }: { about: number; low: number; high: number }, unit: string) =>
      low === high ? `${low}${unit}` : `约${about}${unit}（${low}—${high}）`,
    sections: (said: {
      targets: number;
      filled: number;
      most: string;
      count: number;
      empty: number;
    }) =>
      `${said.targets}个数字分在${said.filled}个部分，${said.most}最多，有${said.count}个${said.empty > 0 ? `；另有${said.empty}个部分没有数字` : ''}。`,
    count: (n: number) => `${n}个`,
    table: '数据表',
    natures: { printed: '原文', derived: '推算', editorial: '编者' },
    columns: {
      group: '分组',
      label: '项目',
      printed: '原文写法',
      full: '完整数值',
      nature: '性质',
      place: '出处',
    },
    sectionColumns: { label: '部分', printed: '有多少数字', full: '个数' },
    growthColumns: { label: '项目', printed: '原文写法，或推算', full: '完整数值' },
    from: '出自',
    source: (plans: readonly string[]) =>
      `出自${plans.map((plan) => `《${plan}》`).join('、')}；图由编者绘制。`,
    alone: '单独一页',
    aloneLabel: (title: string) => `${title}：单独一页，可嵌入别的网页`,
    download: (title: string, type: string) => `${title}：下载${type}`,
    description: (title: string, plan: string) => `${title}：${plan}里的数字。`,
    skip: '跳过图表',
    previous: '上一张图',
    next: '下一张图',
    retired: {
      title: '这张图不再单列',
      map: '各项任务与谁有关，见',
      links: '哪些任务相关，缘由是什么，见',
    },
  },
};

/** The words for what a plan names, whom it concerns, and what editors note of its text. */
export const nameStrings = {
  onThisPage: '本页各组',
  sentence: '原句',
  entries: (n: number) => `${n} 条`,
  places: (n: number) => `：${n} 处`,
  times: (n: number) => `（${n} 处）`,
  editors: (words: string) => `编者：${words}`,
  notes: '校注',
  /** What a note would read; a reading that is certain is not in doubt. */
  reading: (words: string, certainty: string) =>
    `${certainty === 'certain' ? '当作' : '疑当作'}“${words}”`,
  allNotes: '全部校注',
  audiences: '对象',
  audiencesLead:
    '计划里的任务与谁有关：选一类人、学校或部门，就看到与其有关的每一句原文和其中的数字；可以打印。归类由编者所作，依据的词句都标了出来。',
  audiencesDescription: (plan: string, n: number) =>
    `${plan}与${n}类人、学校和部门有关的词句，逐句列出。`,
  audienceGroup: {
    learner: '学习的人',
    educator: '教育工作者',
    family: '家庭与社会',
    institution: '学校与机构',
    government: '政府与部门',
  },
  audienceLead: (tasks: number, sentences: number) =>
    `计划里有 ${tasks} 项任务、${sentences} 句与此有关，逐句列在下面；标出的是依据的词句。计划写的是打算做的事，做到了没有，原文没有说。`,
  seeAlso: '另见：',
  everySentence: (tasks: number, sentences: number) => `，共 ${tasks} 项任务、${sentences} 句`,
  audienceDescription: (plan: string, name: string, tasks: number) =>
    `${plan}里与${name}有关的词句：${tasks}项任务，逐句列出。`,
  audienceRole: {
    beneficiary: '支持与服务对象',
    performer: '实施者',
    supervised: '评价与监管对象',
    affected: '涉及对象',
  },
  inferred: (why: string) => `编者推断：${why}`,
  tasks: (n: number) => `${n} 项任务`,
  glossary: '名词解释',
  glossaryLead: (n: number) =>
    `计划里用到的${n}个名词。解释是一般的意思，由编者写或注明出处，不是计划的规定。`,
  letters: '字母表',
  byLetter: '按拼音首字母',
  noLetter: '数字开头',
  filterTerms: '筛选名词',
  sameLetter: '同一字母的名词',
  allTerms: (n: number) => `全部 ${n} 个名词`,
  noTerm: '没有这个名词',
  termPage: '来源、原句与相关名词',
  glossaryDescription: (n: number) => `教育工作计划里用到的${n}个名词的解释，各有用到它的原句。`,
  termSource: '解释的来源',
  alsoPrinted: '原文的写法',
  relatedTerms: '相关名词',
  usedIn: (n: number) => `出现在 ${n} 项任务中（每项列第一处）`,
  term: '名词',
  aboutSentence: '旁注',
  relatedTasks: '相关任务',
  relation: {
    measure: '同一措施',
    audience: '同一对象',
    'follow-up': '落实与检查',
    complement: '互为补充',
  },
  both: '都写到',
  index: '索引',
  termsCounted: (n: number) => `${n} 个名词`,
};

/** The words of the search box and its page, which stand there before any script. */
export const searchBoxStrings = {
  label: '查找',
  /** What may be looked for, with some of each from the plan. */
  tries: { label: '可以这样查', names: '名称', concerned: '对象', figures: '数字', places: '位置' },
  placeholder: '输入词句或问题',
  button: '查找',
  page: '查找',
  skip: '跳到结果',
  description: '在计划原文里查找词句、数字：原文里有的字一处不漏；没有的字，给出相近的说法。',
  busy: '正在查找……',
  /** Stands on the page before any script, for when what is loaded late does not come. */
  failed: '查找没有载入，请重试，或按回车键，或看',
  noScript:
    '查找需要浏览器运行脚本。不用脚本也能查：打开全文，用浏览器自带的查找（Ctrl+F 或 ⌘F；手机在浏览器菜单里选“在页面中查找”）。',
};

/** What passes a sentence, a figure or selected words on: loaded when it is first used. */
export const passOnStrings = {
  group: (name: string) => `${name}：链接与引用`,
  selected: (n: number) => `选中 ${n} 字`,
  selection: '选中的文字',
  link: '复制链接',
  citation: '复制引文',
  quotation: '复制原文与出处',
  code: '二维码',
  share: '分享',
  page: '单独一页',
  embed: '嵌入代码',
  error: '这里有误？',
  close: '关闭',
  copied: {
    link: '已复制链接',
    citation: '已复制引文（GB/T 7714—2025）',
    quotation: '已复制原文与出处',
    embed: '已复制嵌入代码，放进网页就会显示这里的内容',
  },
  select: '浏览器没有准许复制。文字已选中，请按 Ctrl+C（⌘C）或长按复制：',
  codeHint: '用手机扫一扫，打开这个网址：',
  general: '总的要求',
  task: (n: number) => `第${n}项`,
  section: (n: number) => `第${n}部分`,
  sentenceOf: (place: string, n: number) => `${place}第${n}句`,
  sentencesOf: (place: string, from: number, to: number) => `${place}第${from}—${to}句`,
  to: (from: string, to: string) => `${from}至${to}`,
};

/** The words of search, apart from the rest so that only they travel to the browser. */
export const searchStrings = {
  busy: '正在查找……',
  failed: (what: string) =>
    `查找没有完成（${what}）。可以再试一次，或到全文页，用浏览器自带的查找。`,
  full: '打开全文',
  exact: (n: number) => `原文里有这些字的，共 ${n} 处`,
  form: (said: string) => `按“${said}”查找`,
  count: (n: number, query: string) => (n > 0 ? `“${query}”找到 ${n} 项` : `没有找到“${query}”`),
  /** Where the words stand only as the end of one word and the beginning of the next. */
  splinterCount: (n: number, query: string) => `“${query}”没有当作一个词出现，字面相连的有 ${n} 项`,
  /** Said of words that the text has not as they were typed, before what answers them. */
  absent: (query: string) => `原文没有“${query}”`,
  absentWhole: (query: string) => `原文没有整句“${query}”`,
  /** The same of what was typed in letters, or is known not to be spoken of: the report goes on from there. */
  asked: (query: string) => `“${query}”`,
  notChosen: (query: string) => `所选范围内没有“${query}”`,
  /** What answers, where the words themselves do not stand there, by the kind of reason. */
  instead: {
    meaning: (n: number) => `，相关的有 ${n} 项`,
    question: (n: number) => `，说到其中词语的有 ${n} 项`,
    sound: (n: number) => `，读音相同的有 ${n} 项`,
    number: (n: number) => `，数值相同的有 ${n} 项`,
    nearest: (n: number) => `原文没有提到，最接近的有 ${n} 项`,
    spelling: (n: number) => `按拼音找到 ${n} 项`,
    english: (n: number) => `按英文找到 ${n} 项`,
  },
  relatedCount: (n: number) => `，另列出 ${n} 项相关的`,
  /** Why a group of hits is shown; `missing` is what of the query stands nowhere. */
  meaning: (said: string) => `原文没有“${said}”，相关的说法：`,
  meaningOnly: (said: string) => `原文没有“${said}”，相关的：`,
  spelling: (said: string) => `拼音“${said}”可读作：`,
  question: (said: string, missing: readonly string[]) =>
    missing.length > 0
      ? `原文没有${missing.map((words) => `“${words}”`).join('、')}；下面是说到这些词的：`
      : `与“${said}”有关，按这些词查找：`,
  sound: (said: string) => `原文没有“${said}”，读音相同的词：`,
  number: (said: string) => `与“${said}”数值相同的：`,
  english: (said: string, missing: readonly string[]) =>
    missing.length > 0
      ? `“${said}”里${missing.map((words) => `“${words}”`).join('、')}没有对应的中文词，其余的对应：`
      : `“${said}”对应的中文词：`,
  nearest: () => '最接近的是说到这些词的：',
  unmentioned: (words: string) => `原文没有提到“${words}”。`,
  missing: (missing: readonly string[]) =>
    `原文没有${missing.map((words) => `“${words}”`).join('、')}。`,
  /** Of a task or section that a query cites by a number that the plan has not. */
  wanting: {
    task: (n: number) => `计划共有 ${n} 项任务。`,
    section: (n: number) => `计划共有 ${n} 个部分。`,
  },
  guessed: (form: string) => `已按“${form}”查找。`,
  asTyped: (said: string) => `仍按“${said}”查找`,
  cited: '引用的位置',
  explain: '在名词、校注和导读的说明里也查找',
  explained: '说明里有这些字的',
  explainedCount: (n: number) => `，说明里有 ${n} 处`,
  explainedIn: (label: string) => `${label}的说明`,
  explainedNone: '名词、校注和导读的说明里没有更多。',
  splinters: '字面相连，不是一个词',
  why: {
    title: '题目里有',
    meaning: (words: readonly string[]) => `相关：${words.join('、')}`,
    sound: (words: readonly string[]) => `读音相近：${words.join('、')}`,
    number: (words: readonly string[]) => `数值相同：${words.join('、')}`,
  },
  near: '您要找的是不是',
  /** Before links to lists and pages of the site that a query asks for. */
  ways: '本站网页',
  /** Ways that pages show by another name, or by none: the start of the site, its other language, a form for errors. */
  wayNames: { home: '首页', language: 'English', report: '告诉编者' },
  filter: '筛选',
  /** A page of the site that is for what is asked, and no sentence. */
  answeredBy: (query: string) => `“${query}”看下面的网页`,
  nothing: '没有相近的词句。可以换一个说法，或打开全文浏览。',
  recent: '最近查过',
  clearRecent: '清除',
  suggestions: '可以试试',
  rest: (n: number) => `另有 ${n} 项`,
  type: {
    all: '全部',
    task: '任务',
    section: '部分',
    general: '总的要求',
    term: '名词',
    guide: '导读',
  },
  task: (n: string) => `第${n}项`,
  section: (numeral: string, _n: number) => `第${numeral}部分`,
  anySection: '全部部分',
  inSection: '所在部分',
  anyGroup: '全部小节',
  inGroup: '所在小节',
  anyAudience: '不限',
  ofAudience: '相关对象',
  kind: '类别',
  scope: { here: '本计划', all: '全部计划' },
  scopeLabel: '范围',
  elsewhere: (query: string) => `别的计划里有“${query}”`,
  elsewhereToo: '；别的计划里有',
  inAllPlans: '在全部计划里搜索',
  text: '计划原文',
  more: '显示更多',
  inPlans: (query: string, plans: number, n: number) =>
    `“${query}”见于 ${plans} 个计划，先列出 ${n} 项`,
  notYet: (plans: number) => `看过 ${plans} 个计划，还没有一项里同时有这些词。`,
  /** Between words that are named together, and after words that are cut. */
  listed: '、',
  cut: '……',
  filteredOut: (n: number) => `所选范围内没有结果；取消筛选后有 ${n} 项`,
  unfilter: '取消筛选',
};

/** The words about corrections of a published text, and about what editors changed. */
export const correctionStrings = {
  title: '更正',
  lead: '原文发布以后改过的字句。更正以前的原文照存，可以下载核对；网址变了的，原来的网址会说明现在在哪里。',
  description: (plan: string) => `${plan}发布以后的更正：何时改的，改了哪里，改动前后的字句。`,
  heading: (date: string, what: string) => `${date} ${what}`,
  earlierText: '更正以前的原文（TXT）',
  legend: '画线删去的是原来的字，加底线的是改后的字。',
  removed: '删去：',
  added: '增加：',
  end: '。',
  noWords: '没有改动字句，只改了编号、空白或分行。',
  renumbered: '编号的变动',
  number: (of: 'task' | 'section', [first, last]: readonly [number, number]) =>
    `第${first}${last > first ? `—${last}` : ''}${of === 'task' ? '项' : '部分'}`,
  formerly: '原',
  /** The words of a place, after its name. */
  saying: (words: string) => `“${words}”`,
  nowIs: '，现为',
  isGone: '，已删去',
  addedPlace: '新增',
  removedPlace: '删去',
  see: '看更正',
  notice: (until: string) => `${until}更正以前，这个网址是`,
  partsNotice: (until: string) => `${until}更正以后，这一页有的编号变了`,
  compare: '新旧对照',
  partsTitle: '更正以前在这一页的',
  movedTitle: '这个网址的内容移到了别处',
  goneTitle: '这个网址的内容已删去',
  formerLead: (until: string) => `原文在 ${until} 有更正，编号随之变动。`,
  formerDescription: '这个网址的内容因原文更正而移动或删去；这里说明它现在在哪里。',
  place: {
    front: '题头',
    closing: '落款',
    general: (sentence: number) => `总的要求第${sentence}句`,
    section: (n: number) => `第${n}部分`,
    group: (section: number, n: number) => `第${section}部分第${n}个小标题`,
    lead: (section: number, sentence: number) => `第${section}部分标题下第${sentence}句`,
    task: (n: number) => `第${n}项`,
    sentence: (task: number, n: number) => `第${task}项第${n}句`,
  },
};

/** The words about what editors changed. */
export const changeStrings = {
  title: '更新记录',
  description: '编者在这个网站上改动了什么，按日期排列；原文的更正也在内。',
  lead: '编者改动了什么，最近的在前。原文的更正也列在这里。',
  feed: '订阅源（Atom）',
  pages: '改动的网页',
  correction: '原文更正：',
};

/** The words about setting a part of the site into a page of another. */
export const embedStrings = {
  title: '嵌入别的网页',
  label: '嵌入代码',
  hint: '把这段代码放进网页，就会显示这里的内容，深色、浅色随读者的设备。',
  hintWithoutSite: '把这段代码放进网页，就会显示这里的内容；src 里的网址要补上网站的域名。',
  framed: '看嵌入的样子',
};

/** What is said where there is no network. */
export const offlineStrings = {
  /** What leads to the page, where there is a network. */
  link: '离线阅读',
  title: '没有网络',
  notice: '现在没有网络，看到的是存在本机的内容。',
  notKept: '现在没有网络，这一页没有存在本机。连上网络以后刷新这一页，就能看到。',
  kept: {
    lead: '有网络时打开过一份计划，它的各页、查找和图表就存在本机，没有网络也能看：',
    home: '计划的入口和主要数字。',
    overview: '各部分、数字、图和相关的人。',
    full: '按原文次序，一页读完。',
    tasks: '逐项打开，读每一句。',
    search: '查词句、数字和任务，不用网络。',
  },
};

/** The page of scales and components that maintainers see while they work. */
export const styleguideStrings = {
  title: '版式与部件',
  type: '字号',
  space: '间距',
  colours: '颜色与对比度',
  colour: '颜色',
  day: '日间',
  night: '夜间',
  components: '部件',
  states: '各种状态',
  empty: '未输入',
  loading: '载入中',
  failed: '载入失败',
  notFound: '没有这个网页',
};

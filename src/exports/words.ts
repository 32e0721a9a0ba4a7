/** The words of glossary table. */
export const glossaryTableWords = {
  description: '各项任务用到的名词，编者的解释。一行是一项任务里第一次用到的一处。',
  id: '名词的编号，即名词网址的最后一段；几行编号相同，是同一名词的几处。',
  termTitle: '名词',
  termDescription: '名词。',
  aliasesTitle: '别名',
  aliasesDescription: '计划里的其他写法，',
  definitionTitle: '解释',
  definitionDescription: '解释，一段一行。',
  sourceTitle: '来源',
  sourceDescription: '解释的来源；编者所写的写“编者”。',
  relatedTitle: '相关',
  relatedDescription: '相关名词的编号，',
  task: '，即任务网址里的数字',
  quotation: '任务里的写法。',
};

/** The words of sections table. */
export const sectionsTableWords = {
  title: '部分',
  description: '一行是计划的一个部分。',
  id: 'p 加部分的次序，即全文页上的锚点。',
  sectionTitle: '部分',
  sectionDescription: '部分的次序，从 1 数起，即部分网址里的数字。',
  quotation: '部分的标题；原文不分部分则空。',
  firstTaskTitle: '首项',
  firstTaskDescription: '第一项任务的次序。',
  lastTaskTitle: '末项',
  lastTaskDescription: '最后一项任务的次序。',
  characters: '部分',
};

/** The words of sentences table. */
export const sentencesTableWords = {
  title: '句子',
  description: '一行是一句：总的要求、各部分的导语、各项任务的每一句，按原文次序。',
  id: '句子的编号，即全文页上的锚点。',
  section: '；总的要求则空',
  group: '；不在组内则空',
  task: '；不在任务内则空',
  sentenceTitle: '句',
  sentenceDescription: '在任务、导语或总的要求之内是第几句。',
  paragraphTitle: '段',
  paragraphDescription: '在任务、导语或总的要求之内是第几段。',
  lineTitle: '行',
  lineDescription: '原文第几行。',
  quotation: '这一句，照原文。',
};

/** The words of tasks table. */
export const tasksTableWords = {
  title: '任务',
  description: '一行是一项任务，连同它的全文。',
  id: 't 加任务的次序，即全文页上的锚点。',
  group: '；原文不分组则空',
  taskTitle: '任务',
  taskDescription: '任务在全计划的次序，从 1 数起，即任务网址里的数字。',
  titleTitle: '题目',
  titleDescription: '任务的第一句，不带句末标点。',
  quotation: '任务的全文，不带序号。',
  sentencesTitle: '句数',
  sentencesDescription: '任务有几句。',
  characters: '任务',
};

/** What the files of a plan's open data are called and hold. */
export const dataFilesWords = {
  subjects: {
    whole: '整份数据与原文',
    structure: '部分、任务与句子',
    figures: '数字',
    names: '文件、工程与会议',
    relations: '对象、相关任务',
    notes: '校注与名词',
  },
  plan: {
    title: '全部内容（JSON）',
    description:
      '计划的全部内容：题头、总的要求、部分、任务、句子，以及数字、名称、对象、关系、校注和名词，各有位置。',
  },
  schema: {
    title: 'plan.json 的字段说明',
    description:
      'plan.json 里有哪些字段、各是什么类型（JSON Schema 2020-12），由检查内容的同一套规则生成。',
  },
  taskSchema: {
    title: '单项任务 JSON 的字段说明',
    description: '每项任务的 JSON 里有哪些字段、各是什么类型；各部分的结构与 plan.json 相同。',
  },
  strategicPlan: {
    title: '战略计划（StratML 第 1 部分）',
    description:
      '按 ISO 17469-1：总的要求是使命，部分是目标，任务是子目标，有关的人、学校和部门是相关方。',
  },
  performancePlan: {
    title: '绩效计划（StratML 第 2 部分）',
    description:
      '按 ISO 17469-2：在第 1 部分之外，每个数字目标是所在任务的一个绩效指标，相关方写明是支持与服务对象（Beneficiary）、实施者（Performer）、评价与监管对象还是涉及对象。',
  },
  source: {
    title: '原文',
    description: '原文件，逐字节不改。各文件里的位置都是在这个文件里数的。',
  },
  dataPackage: {
    title: '文件清单与核对码',
    description:
      '各文件的大小、SHA-256，各表的列与类型（Frictionless Data Package 2.0），供程序读取。',
  },
  csv: (title: string) => `${title}（CSV）`,
  json: (title: string) => `${title}（JSON）`,
  sameAs: (name: string, lists: readonly string[]) =>
    `与 ${name}.csv 内容相同，结构与 plan.json 里的 ${lists.join('、')} 相同。`,
  /** What can honestly be said of the licence: nobody has given one. */
  licence: '原文没有写明使用许可；编者整理的数据也没有另行声明许可。',
};

/** The words of StratML: what the standard has no element for. */
export const stratmlWords = {
  notStated: '原文未载明',
  outside: '各部分之外的数字',
  outsideDescription: '题头、总的要求或落款里的数字，不属于任何部分。',
  figures: '任务之外的数字',
  qualifier: '限定词',
  range: '两个结果是范围的下限与上限。',
  year: (year: string) => `年份：${year}（照原文，编者不作推断）。`,
  issuer: (issuer: string) => `发文机关：${issuer}。`,
  documentNumber: (number: string) => `发文字号：${number}。`,
  licence: (licence: string) => `使用许可：${licence}。`,
  source: (sha256: string) => `由原文生成，原文的 SHA-256：${sha256}。`,
  concern: (quote: string, why: string | undefined) =>
    `“${quote}”${why === undefined ? '' : `（编者推断：${why}）`}`,
  role: (role: string, description: string) => `${role}：${description}。`,
  group: (group: string) => `所在组：${group}`,
  printed: (number: string) => `原文印作：${number}。`,
  kind: (name: string, code: string) => `类别：${name}（${code}）。`,
  addsTo: (whole: string) => `合成：${whole}。`,
  place: (start: number, end: number) => `引文在原文第 ${start} 至 ${end} 字符之间（从 0 数起）。`,
};

/** The words of structured data for search engines. */
export const jsonLdWords = {
  dataset: (plan: string) => `${plan}：数据`,
  datasetDescription: (plan: string, licence: string) =>
    `${plan}的文字、结构、数字、名称、对象与校注，由原文生成，逐项可回到原文。${licence}`,
};

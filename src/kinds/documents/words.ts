/** The words of documents table. */
export const documentsTableWords = {
  description: '计划写到的法律、法规、规划、纲要、方案、意见、办法、标准，一行是一处。',
  aboutMention: '文件',
  aboutName: '文件',
  kindTitle: '类别',
  statusTitle: '状态',
  actionTitle: '动作',
  actionDescription: '要对文件做什么，照原文。',
};

/** The words of documents. */
export const documentsWords = {
  label: '同一文件',
  label2: '文件',
  counted: (n: number) => `${n} 条法律、规划、方案、意见`,
  documents: '文件',
  documentsLead: (n: number) =>
    `计划里叫得出名称的文件，和计划要机关写成的文件，共${n}条，有没有书名号都在内，按计划要对它做的事排列。名称照原文；有的一条不止一件。只说落实政策、执行法规而没有叫出文件名称的，不收。`,
  /** Stands before the name of the list that has them. */
  documentsElsewhere: '落实中的政策和行动计划，见',
  documentsDescription: (plan: string, n: number) =>
    `${plan}里的${n}条文件：要制定的、要修订的、要贯彻的，各有原句。`,
  documentStatus: {
    draft: '要制定、颁布的',
    revise: '要修订、完善的',
    implement: '要贯彻落实的',
    cited: '提到的',
  },
  documentKind: {
    law: '法律',
    regulation: '法规',
    plan: '规划、计划',
    outline: '纲要',
    scheme: '方案',
    opinion: '意见',
    measures: '办法',
    rules: '规章制度',
    standard: '标准',
    other: '其他',
  },
};

/** What the file is for, and what its fields mean, by their paths. */
export const fileWords = {
  title: 'documents.yaml',
  about: '原文写到的法律、规划、方案、意见等。有了这个文件，每个《》都要有着落。',
  fields: {
    '[].kind':
      'law 法律；regulation 法规；plan 规划、计划；outline 纲要；scheme 方案；opinion 意见；measures 办法；rules 规章制度；standard 标准；other 其他。',
    '[].status': '计划要对它做什么：draft 制定，revise 修订，implement 贯彻落实，cited 只是提到。',
    '[].mentions[].action': '对它做什么，照原文的动词：制定、颁布实施、修订。',
  },
};

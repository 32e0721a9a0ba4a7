/** The words of initiatives table. */
export const initiativesTableWords = {
  description: '计划写到的有名称的工程、项目、计划、活动、政策，一行是一处。',
  aboutMention: '工程或活动',
  aboutName: '工程或活动',
  kindTitle: '类别',
  summaryTitle: '说明',
  summaryDescription: '这是什么，编者按原文概括；原文没有说明则空。',
  summaryDescription2: '说明的',
  quotation: '说明所据的原文。',
};

/** The words of initiatives. */
export const initiativesWords = {
  label: '同一工程或活动',
  label2: '工程与活动',
  counted: (n: number) => `${n} 项有名称的工程、计划、活动`,
  initiatives: '工程与活动',
  initiativesLead: (n: number) =>
    `计划里有名称的${n}项工程、计划、活动、政策，连同评定的称号和设立的专项资金。名称照原文；说明是编者根据原文写的，原文没有说明的就不写。`,
  initiativesDescription: (plan: string, n: number) =>
    `${plan}里有名称的${n}项工程、计划、活动和政策，各有原句。`,
  initiativeKind: {
    project: '工程与项目',
    programme: '计划',
    campaign: '活动与创建',
    policy: '政策与制度',
    other: '其他',
  },
};

/** What the file is for, and what its fields mean, by their paths. */
export const fileWords = {
  title: 'initiatives.yaml',
  about: '原文里有名称的工程、计划、活动、政策。与 phrases.yaml 都有时，每个“”都要有着落。',
  fields: {
    '[].kind':
      'project 工程与项目；programme 计划；campaign 活动与创建；policy 政策与制度；other 其他。',
    '[].summary': '这是什么，编者按原文概括；原文没有说明就不写。要写依据 summaryQuote。',
    '[].summaryQuote': '说明所依据的原文。',
  },
};

/** The words of relations table. */
export const relationsTableWords = {
  description: '一行是两项相关的任务：编者所定的写明理由，写到同一名称的由名称算出；两边各有原文。',
  task: '，两项之中在前的一项',
  otherTitle: '另一项',
  otherDescription: '另一项任务的次序。',
  relationTitle: '关系',
  reasonTitle: '理由',
  reasonDescription: '为什么相关，编者所写；由名称算出的则空。',
  sharedTitle: '共有',
  sharedDescription: '两项都写到的文件、工程或活动、会议，用那个表里的编号。',
  sharedNameTitle: '共有的名称',
  sharedNameDescription: '它的名称，照原文。',
  quotation: '在前一项里的依据。',
  otherDescription2: '另一项的',
  quotation2: '另一项里的依据。',
};

/** The words of the list of relations. */
export const relationsWords = {
  counted: (n: number) => `${n} 对可以放在一起看的任务`,
  lead: (n: number) =>
    `可以放在一起看的任务，共 ${n} 对，各列在前一项下面，写明缘由。“都写到”同一名称的，由名称推出；其余是编者的判断，原文没有这样说。`,
  description: (plan: string, n: number) => `${plan}里哪些任务可以放在一起看：${n}对，各有缘由。`,
  /** Stands before the earlier tasks that a task belongs to. */
  earlier: '也与前面的相关：',
};

/** What the file is for, and what its fields mean, by their paths. */
export const fileWords = {
  title: 'relations.yaml',
  about:
    '哪些任务相关，编者的判断。写到同一文件、工程、会议的由程序算出，不用写；超过十二项都写到的，不算相关，只在那一处列出。',
  fields: {
    '[].relation':
      'measure 同一措施；audience 同一对象；follow-up 落实与检查；complement 互为补充。',
    '[].reason': '为什么相关，一句话。',
    '[].from': '一项任务和它的依据。',
    '[].to': '另一项任务和它的依据。',
    '[].from.task': '任务的次序，从 1 数起。',
    '[].to.task': '任务的次序，从 1 数起。',
  },
};

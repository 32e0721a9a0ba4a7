/** The words of notes table. */
export const notesTableWords = {
  description: '原文遮去的字、疑有错漏的字，编者的说明与依据。一行是一处。原文不因校注而改。',
  aboutMention: '校注',
  kindTitle: '类别',
  masksTitle: '所遮',
  titleTitle: '题目',
  titleDescription: '几个字的题目，编者所拟。',
  textTitle: '说明',
  textDescription: '看到什么、依据什么，编者所写。',
  readingTitle: '疑作',
  readingDescription: '原文可能的写法，编者所拟；不能断定则空。',
  certaintyTitle: '把握',
};

/** The words of notes. */
export const notesWords = {
  label: '校注',
  counted: (n: number) => `${n} 条，说明遮去、残损的字`,
  notesLead: (n: number) =>
    `原文有遮去的字，也有残损、可疑的字句。原文一字不改，${n}条校注说明是什么、有什么依据、有多大把握。`,
  notesDescription: (plan: string, n: number) =>
    `${plan}原文的${n}条校注：遮去、残损与存疑的字句。`,
  noteKind: {
    mask: '遮去的字',
    damaged: '残损或误字',
    doubtful: '存疑的字句',
    leak: '未遮去的字',
    context: '时间与来历的线索',
  },
  certainty: { certain: '可以确定', likely: '很可能', possible: '有可能' },
  judgement: (words: string) => `编者判断：${words}`,
};

/** What codes mean that only the data show. */
export const maskedThingNames = {
  year: '年份',
  city: '城市',
  'plan-period': '五年规划的期次',
  name: '名称',
  other: '其他',
};

/** What the file is for, and what its fields mean, by their paths. */
export const fileWords = {
  title: 'notes.yaml',
  about: '校注：原文遮去、残损、可疑的字句。原文不因校注而改。有了这个文件，每个 * 都要有着落。',
  fields: {
    '[].kind':
      'mask 遮去的字；damaged 残损或误字；doubtful 存疑；leak 未遮去的字；context 时间与来历的线索。',
    '[].masks':
      '遮去的是什么，kind 是 mask 时写：year 年份，city 城市，plan-period 五年规划的期次，name 名称，other 其他。',
    '[].title': '几个字的题目。',
    '[].text': '看到什么、依据什么。',
    '[].reading': '原文可能的写法；不能断定就不写。',
    '[].certainty': 'certain 可以确定；likely 很可能；possible 有可能。',
  },
};

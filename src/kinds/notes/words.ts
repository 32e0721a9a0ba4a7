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
};

/** What codes mean that only the data show. */
export const maskedThingNames = {
  year: '年份',
  city: '城市',
  'plan-period': '五年规划的期次',
  name: '名称',
  other: '其他',
};

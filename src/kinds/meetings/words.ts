/** The words of meetings table. */
export const meetingsTableWords = {
  description: '计划写到的会议：已经开过的，今年要开的，常设的。一行是一处。',
  aboutMention: '会议',
  aboutName: '会议',
  statusTitle: '状态',
};

/** The words of meetings. */
export const meetingsWords = {
  label: '同一会议',
  label2: '会议',
  counted: (n: number) => `${n} 条`,
};

/** The words of meetings table. */
export const meetingsTableWords = {
  description: '计划写到的会议：已经开过的，计划当年要开的，常设的。一行是一处。',
  aboutMention: '会议',
  aboutName: '会议',
  statusTitle: '状态',
};

/** The words of meetings. */
export const meetingsWords = {
  label: '同一会议',
  label2: '会议',
  counted: (n: number) => `${n} 条`,
  meetings: '会议',
  meetingsLead: (n: number) =>
    `计划里提到的会议，共${n}条：要开的、常设的、已经开过的；有的一条不止一次。`,
  meetingsDescription: (plan: string, n: number) => `${plan}里提到的会议，共${n}条，各有原句。`,
  meetingStatus: { planned: '筹备召开的', standing: '常设的', cited: '已经召开的' },
};

/** What the file is for, and what its fields mean, by their paths. */
export const fileWords = {
  title: 'meetings.yaml',
  about: '原文写到的会议。',
  fields: { '[].status': 'planned 计划当年要开的；standing 常设的；cited 已经开过的。' },
};

/** The words of the interface for bodies responsible for tasks. */
export const responsibleWords = {
  name: '责任单位',
  counted: (n: number) => `${n} 个单位`,
  lead: (n: number) =>
    `计划写明由哪些单位负责各项任务，共${n}个。名称照原文；一个单位在几处写到，就列出几处。`,
  description: (plan: string, n: number) => `${plan}写明的${n}个责任单位，各有原句。`,
  groups: { lead: '负责的', support: '配合的' },
  role: { lead: '负责', support: '配合' },
  table: '计划写明的责任单位，负责还是配合，一行是一处。',
  what: '责任单位',
  roleColumn: '角色',
};

/** What the file is for, and what its fields mean, by their paths. */
export const fileWords = {
  title: 'responsible.yaml',
  about: '原文写明由哪些单位负责、配合：（责任单位：基教科）。有了这个文件，写明的单位都要有着落。',
  fields: { '[].mentions[].role': 'lead 负责；support 配合。' },
};

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
};

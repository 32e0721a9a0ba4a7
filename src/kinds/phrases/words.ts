/** The words of phrases table. */
export const phrasesTableWords = {
  title: '引号里的词语',
  description: '原文带引号而不是文件、工程或活动名称的词语，一行是一处。',
  quotation: '词语，连同引号。',
  kindTitle: '类别',
  meaningTitle: '意思',
  meaningDescription: '编者的解释；没有则空。',
};

/** What codes mean that only the data show. */
export const phraseKindNames = {
  term: '术语',
  slogan: '口号',
  name: '名称的一部分',
  mask: '遮去的字',
};

/** What the file is for, and what its fields mean, by their paths. */
export const fileWords = {
  title: 'phrases.yaml',
  about: '原文带引号而不是文件、工程或活动名称的词语。',
  fields: { '[].kind': 'term 术语；slogan 口号；name 名称的一部分；mask 遮去的字。' },
};

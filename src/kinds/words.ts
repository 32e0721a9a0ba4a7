/** The words of mention. */
export const mentionWords = {
  mentionTitle: '处',
  nameStartTitle: '名称起点',
  nameStartDescription: '名称在原文中的起点。',
  nameEndTitle: '名称终点',
  nameEndDescription: '名称在原文中的终点。',
  printedTitle: '原文写法',
  printedDescription: '这一处怎样写，照原文。',
  nameTitle: '名称',
  aliasesTitle: '别名',
  aliasesDescription: '原文的其他写法，',
  id: (what: string) => `${what}的编号，发布以后不改；几行编号相同，是同一${what}的几处。`,
  mention: (what: string) => `这一${what}的第几处，从 1 数起。`,
  quotation: (what: string) => `写到这一${what}的原文。`,
  name: (what: string) => `${what}的名称，照原文，不带书名号或引号。`,
};

/** The words of csv. */
export const csvWords = {
  guardRule:
    '表格软件可能把以 = + - @（全角同）、制表符或换行开头的格当作公式，因此这样的文字前面加一个半角撇号；开头已有撇号的，也多加一个。读取时，去掉开头连续的撇号和空白之后若是这些字符，就去掉最前面的一个撇号，即得原来的文字。数字列不加。',
};

/** The words of column. */
export const columnWords = {
  idTitle: '编号',
  planTitle: '计划',
  planDescription: '计划的编号，即网址的第一段。',
  sectionTitle: '部分',
  groupTitle: '组',
  taskTitle: '任务',
  sentenceTitle: '句',
  sentenceDescription: '引文从任务（或所在部位）的第几句起。',
  partTitle: '部位',
  partDescription: '不在任何部分之内时：preface 题前，front 题头，general 总的要求，closing 文末。',
  taskInAddress: '，即任务网址里的数字',
  markerTitle: '序号',
  markerDescription: '原文所印的序号；没有则空。',
  charactersTitle: '字数',
  startTitle: '起点',
  startDescription: '引文第一个字符在原文中的位置，从 0 数起。',
  endTitle: '终点',
  endDescription: '引文最后一个字符之后的位置。',
  quoteTitle: '引文',
  noteTitle: '编者的话',
  noteDescription: '编者的判断或存疑之处；没有则空。',
  asList: (description: string) => `${description}写成 JSON 数组；没有则空。`,
  /** Between codes with what they mean. */
  betweenCodes: '，',
  /** A column of a second quotation in a row, after what that is. */
  second: (of: string, column: string) => `${of}${column}`,
  asCode: (meanings: string) => `编者所定：${meanings}。`,
  section: (or: string) => `所在部分的次序${or}。`,
  group: (or: string) => `部分之内所在组的次序${or}。`,
  task: (more: string) => `所在任务的次序${more}。`,
  characters: (what: string) => `${what}的字数，不计空白。`,
};

/** What a reader of files did, as editors read it; the words concerned follow. */
export const remarkWords = {
  cells: {
    en: 'merged cells: their words once, the others empty',
    zh: '合并的单元格：字只写一次，其余留空',
  },
  comment: { en: 'comments, left out', zh: '批注，没有收入' },
  contents: { en: 'a table of contents, left out', zh: '目录，没有收入' },
  deleted: { en: 'words deleted in a revision, left out', zh: '修订中删去的字，没有收入' },
  footer: {
    en: 'headers, footers, page numbers and what pages repeat, left out',
    zh: '页眉、页脚、页码和每页重复的字，没有收入',
  },
  footnote: { en: 'footnotes and endnotes, left out', zh: '脚注、尾注，没有收入' },
  formula: { en: 'formulas, of which only the words are taken', zh: '公式，只取其中的字' },
  hidden: { en: 'hidden words, left out', zh: '隐藏的字，没有收入' },
  inserted: { en: 'words added in a revision, taken in', zh: '修订中添上的字，已收入' },
  markdown: {
    en: 'marks of Markdown, left out',
    zh: 'Markdown 的记号（#、**），没有收入',
  },
  navigation: {
    en: 'what stands around the text of a web page, left out',
    zh: '网页上正文以外的字，没有收入',
  },
  'note-mark': {
    en: 'marks of footnotes and endnotes, left out',
    zh: '脚注、尾注的号码，没有收入',
  },
  picture: { en: 'pictures, whose words are left out', zh: '图片，里面如果有字没有收入' },
  private: {
    en: 'characters that only some typefaces have: compare the original',
    zh: '只有某些字体才有的字，请对照原件',
  },
  radical: {
    en: 'radicals and ligatures that the file names in place of characters, changed into these',
    zh: '文件里用部首、连字代替的字，换成了字',
  },
  recognised: {
    en: 'words that a program recognised in a scanned picture: compare every one with the paper',
    zh: '文字识别软件在扫描图片里认出的字，请逐字对照原件',
  },
  'removed-character': {
    en: 'control characters that no page can carry, taken out',
    zh: '网页不能显示的控制符，已去掉',
  },
  'soft-break': { en: 'line breaks within paragraphs, kept', zh: '段落里的换行，照样换行' },
  symbol: {
    en: 'symbols of symbol typefaces, changed into common ones',
    zh: '符号字体里的符号，换成了通用的符号',
  },
  table: { en: 'tables, a row a line', zh: '表格，每行写成一行' },
  turned: {
    en: 'words that do not run from left to right, left out',
    zh: '竖排、斜排的字，没有收入',
  },
  'text-box': {
    en: 'words in text boxes, put before their paragraph',
    zh: '文本框里的字，放在所在段落之前',
  },
} as const;

export const reportWords = {
  format: { en: 'converted by', zh: '转换' },
  encoding: { en: 'encoding', zh: '编码' },
  title: { en: 'title', zh: '标题' },
  number: { en: 'document number', zh: '发文字号' },
  issuer: { en: 'issuer', zh: '发文机关' },
  date: { en: 'date of writing', zh: '成文日期' },
  notFound: { en: 'none found in the text', zh: '原文里没有认出' },
  preface: { en: 'before the title', zh: '题前' },
  front: { en: 'below the title', zh: '题下' },
  general: { en: 'general requirement', zh: '总的要求' },
  closing: { en: 'after the text', zh: '文末' },
  levels: { en: 'numbers', zh: '各级序号' },
  sections: { en: 'sections', zh: '部分' },
  groups: { en: 'groups', zh: '小标题' },
  tasks: { en: 'tasks', zh: '任务' },
  dryRun: {
    en: 'nothing was written; without --dry-run it will be',
    zh: '没有写任何文件；去掉 --dry-run 才写',
  },
  written: { en: 'written', zh: '已写' },
  next: { en: 'next', zh: '接着' },
} as const;

/** What plan.yaml says of itself, for its editors. */
export const planWords = {
  byEditor: '（编者拟）',
  comment: '由 npm run import 提出，请逐项核对。',
  titleLess: '原文没有题目，这是编者拟的。',
  found: '（原文写明，程序自己会取，不必写）',
  notFound: '原文里没有认出；有就照原文写，找过而没有的列入 notStated',
};

/** What site.yaml says of a new site, for its editors to change. */
export const siteWords = {
  comment: '网站的名称、一句话说明、首页介绍的计划；由 npm run import 提出，请改成自己的。',
  name: (issuer: string): string => (issuer.endsWith('计划') ? issuer : `${issuer}工作计划`),
  description: (title: string): string => `${title}：逐项、逐句可查，每一句话都有自己的网址。`,
};

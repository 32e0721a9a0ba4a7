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
  format: { en: 'format', zh: '格式' },
  encoding: { en: 'encoding', zh: '编码' },
  dryRun: {
    en: 'nothing was written; without --dry-run it will be',
    zh: '没有写任何文件；去掉 --dry-run 才写',
  },
  written: { en: 'written:', zh: '已写' },
  sections: { en: 'sections', zh: '部分' },
  tasks: { en: 'tasks', zh: '任务' },
  next: { en: 'next: npm run build', zh: '接着：npm run build，再按编者手册标注' },
};

/** What plan.yaml says of itself, for its editors. */
export const planWords = {
  byEditor: '（编者拟）',
  comment: '由 npm run import 提出，请逐项核对。',
  titleLess: '原文没有题目，这是编者拟的。',
};

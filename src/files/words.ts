/** What the files of a whole plan are called, and what they are for. */
export const fileWords = {
  docx: {
    label: 'Word 文档（DOCX）',
    description: '按 GB/T 9704-2012 的版面排，文字照原文，可以打印、归档、批改。',
  },
  epub: {
    label: '电子书（EPUB）',
    description: '在手机和阅读器上离线读，有目录；校注作脚注。',
  },
  markdown: {
    label: 'Markdown',
    description: '纯文本，标题分级，文字照原文，便于摘录和程序读取。',
  },
  text: {
    label: '纯文本（TXT）',
    description: '原文件，逐字节不改。',
  },
};

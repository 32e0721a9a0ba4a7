/** What the files of a whole plan are called, and what they are for. */
export const fileWords = {
  pdf: {
    label: 'PDF 文件',
    description: '全文册子，有目录、页码、书签和校注，可以打印。',
  },
  docx: {
    label: 'Word 文档（DOCX）',
    description: '按 GB/T 9704-2012 的版面排，文字照原文，可以打印、归档、批改。',
  },
  epub: {
    label: '电子书（EPUB）',
    description: '在手机和阅读器上离线读，有目录；校注作脚注。',
  },
  archive: {
    label: '离线网页（ZIP）',
    description: '解压后打开 index.html，不用网络和服务器，阅读、查找、图表都在。',
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

/** How files are offered. */
export const filesWords = {
  download: '全文下载',
  more: '其他格式',
  /** As browsers tell it: thousands of bytes, rounded up. */
  size: (bytes: number) =>
    bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`,
  tasks: '单项任务的文件',
  tasksDescription: (pages: string, json: string, markdown: string) =>
    `每项任务另有 JSON 和 Markdown 两个文件，网址是任务网址去掉末尾的斜线，加上 .json 或 .md：${pages} 的是 ${json} 和 ${markdown}。JSON 里是 plan.json 中属于这一项的内容：句子、数字、名称、对象、关系、校注和名词，结构写在 task.schema.json 里；links 是前后两项的网址。`,
  tasksList: (n: number) => `${n} 项任务的文件`,
};

/** The words of the electronic book that are not the plan's. */
export const epubWords = {
  contents: '目录',
  body: '正文',
  about: '关于这本电子书',
  text: '正文照原文排印，一字不改；原文遮去、残损的字也照印。',
  notes: '方括号里的数字和“校注”是编者所加，不是原文。',
  source: (sha256: string) => `由原文生成，原文的 SHA-256：${sha256}。`,
  accessibility: '全书是文字，有分级的标题和目录，按阅读次序排列。',
};

/** The words of a task as a file that are not the plan's. */
export const taskFileWords = {
  origin: (plan: string, n: number, line: number, url: string) =>
    `出处：《${plan}》第 ${n} 项，原文第 ${line} 行起。${url}`,
};

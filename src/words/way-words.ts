/**
 * What readers type who look for a page of the site and not for words of the plan, by the last part of its address.
 * Its name leads there too. What a plan speaks of by itself, as 制定 or 培训, is in no row.
 *
 * A row is one text: words by themselves are taken for names of classes that a script may bring (`unused-rules.ts`).
 */
export const wayWords: Readonly<Record<string, string>> = {
  full: '原文、full text',
  sections: '章节、几个部分、哪些部分',
  tasks: '任务列表、哪些任务、多少任务、多少项任务、任务清单',
  guides: '怎么读、如何阅读、使用说明、guide',
  targets: '哪些数、指标、目标值、数据、统计、figures、targets',
  audiences: '对象、受众、按身份、跟我有关、和我有关、与我有关、audience',
  documents: '哪些文件、什么文件、政策、法规、规章、document',
  initiatives: '哪些工程、哪些项目、哪些活动、什么活动、项目清单、initiative',
  meetings: '开会、哪些会、什么会、哪次会、会议、meeting',
  responsible: '责任单位、牵头、谁负责、responsible',
  notes: '错字、错别字、勘误、注释、note',
  charts: '图、统计图、可视化、chart',
  glossary: '术语、什么意思、名词、词典、glossary、term',
  print: '小册子、纸质、print',
  data: '下载、导出、csv、json、excel、word、docx、epub、pdf、api、接口、data',
  settings:
    '字号、字体、大字、长辈、老年、夜间、深色、拼音、繁体、繁體、朗读、听读、font、dark、setting',
};

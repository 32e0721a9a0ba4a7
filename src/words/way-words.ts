/**
 * What readers type who look for a page of the site and not for words of the plan, by the last part of its address or by
 * its place in a page. Its name leads there too.
 *
 * A row is one text: words by themselves are taken for names of classes that a script may bring (`unused-rules.ts`).
 */
export const wayWords: Readonly<Record<string, string>> = {
  home: '首页、主页、home、start page',
  en: '英文、英文版、英语、英语版、english、english version',
  'zh-CN': '中文、中文版、汉语、chinese、chinese version',
  report: '报错、纠错、反馈、意见、建议、联系方式、联系、联系我们、error、feedback、contact',
  'aside-directory': '目录、网站地图、站点地图、导航、栏目、site map、sitemap、contents',
  'aside-facts':
    '谁写的、谁发的、谁发布、谁制定、谁制定的、发文机关、发文单位、发布机关、发布单位、作者、来源、来自哪里、什么时候发布、什么时候公布、什么时候发、什么时候制定、什么时候写的、何时发布、发布日期、发布时间、成文日期、发文字号、文号、索引号、哪一年、哪年、哪个年份、哪个城市、哪个市、哪座城市、哪里的、哪个地方、什么地方、哪个区、哪个省、哪个单位、issuer、author、who wrote、who issued、which city、when published、publication date',
  full: '原文、全部文字、full text、whole text',
  sections: '目录、部分、章节、几个部分、哪些部分、section、contents',
  tasks: '目录、任务、任务列表、哪些任务、多少任务、多少项任务、任务清单、task、contents',
  guides: '怎么读、如何阅读、使用说明、关于本站、网站介绍、帮助、guide、about、help',
  about:
    '引用、引用格式、引用方法、参考文献、著录格式、怎样引用、分享、转发、转载、发给别人、复制网址、二维码、关于本站、cite、citation、citing、reference、share、sharing、qr code',
  targets: '哪些数、数字目标、指标、目标值、数据、统计、figure、target、number、statistics',
  audiences: '对象、受众、按身份、跟我有关、和我有关、与我有关、跟谁有关、与谁有关、audience',
  documents: '哪些文件、什么文件、政策、法规、规章、document、policies、policy',
  initiatives:
    '工程、活动、项目、工程项目、哪些工程、哪些项目、哪些活动、什么活动、项目清单、initiative、project、programme',
  meetings: '开会、会、哪些会、什么会、哪次会、会议、meeting',
  responsible: '责任单位、牵头、牵头单位、谁负责、谁牵头、responsible',
  notes: '错字、错别字、勘误、注释、注、星号、*号、错误、note',
  relations: '相关任务、哪些任务相关、关联、related task',
  charts: '图、统计图、可视化、chart、graph',
  glossary: '术语、什么意思、名词、词典、词汇、glossary、term、dictionary',
  print: '小册子、纸质、纸质版、印、print、printing、booklet',
  data: '下载、导出、版权、许可、授权、csv、json、excel、word、docx、epub、pdf、电子版、api、接口、data、download、licence、license、copyright',
  settings:
    '字号、字体、大字、字太小、长辈、长辈版、老年、老人版、老年版、夜间、夜间模式、深色、深色模式、拼音、繁体、繁體、繁体字、朗读、听、听读、语音、读出来、font、font size、dark、dark mode、setting、read aloud、listen、traditional characters',
  changes:
    '更正、纠错、更新、更新记录、修改记录、订正、改了什么、rss、订阅、change、update、correction',
  offline: '离线、缓存、没有网络、断网、没网、offline',
};

/** What may stand around such words in a question, and asks for nothing by itself. */
export const askingWords =
  '请问、请、怎么、怎样、如何、怎、什么、为什么、哪些、哪个、哪里、哪儿、在哪、在、有没有、有无、有、没有、多少、几个、几、是、的、了、吗、呢、啊、吧、么、呀、一下、都、就、我、你、您、我要、我想、要、想、能、可以、给、看、查、查看、找、打开、去、到、里、中、上、和、与、及、把、用、出、出来、进、做、本、这、这个、这份、那、这里、该、计划、工作计划、文件里、网站、本站、网页、页面、页、版、版本、功能、模式、开、召开、出台、制定、发布、提到、写、读、太小、太大、小、大、新、全部、所有、每个、今年、一共、总共、列表、清单、一览、说明、谢谢、how、to、the、a、an、of、do、does、i、can、where、is、are、was、what、who、when、which、which are、this、it、in、for、on、my、me、all、list、page、site、plan、show、see、view、find、get、make、please、version、mode、mentioned、be、and';

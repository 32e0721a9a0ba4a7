/** What a file of the editor's is for, and what its fields mean, by their path: `[].mentions[].quote`. */
export type FileWords = { title: string; about: string; fields: Record<string, string> };

/** Fields that mean the same wherever they stand, by their last name. */
export const commonFields: Record<string, string> = {
  id: '编号，小写字母、数字和连字符，同一文件里不重复。它是网址的一部分，发布以后不改。',
  name: '名称，照原文，不带书名号或引号。',
  aliases: '原文里的其他写法。',
  note: '编者的话：原文留下疑问时才写。页面上标明是编者所写。',
  task: '引文所在任务的次序，从 1 数起，就是任务网址里的数字。task、section、part 三者只写一个。',
  section: '引文在部分的标题里，或在标题与第一项任务之间时：部分的次序。',
  part: '引文不在任何部分里时：front 题头，general 总的要求，signature 落款。',
  quote: '引文：原文里的一段话，一字不改，标点也不改。程序在所指的地方找它，找不到就报错。',
  occurrence: '引文在那里出现不止一次时，指第几次，从 1 数起。',
  mentions: '原文写到它的每一处，至少一处。',
  meaning: '编者的解释，不言自明的不写。',
};

/** The files of an editor, by the name of their schema. */
export const fileWords: Record<string, FileWords> = {
  site: {
    title: 'content/site.yaml',
    about: '网站自己的名称与说明。',
    fields: {
      name: '网站的名称。',
      description: '一句话说明网站是什么；搜索引擎和分享时显示。',
      current: '首页介绍的那一份计划的编号（plan.yaml 的 id）。',
    },
  },
  plan: {
    title: 'content/plans/<计划>/plan.yaml',
    about: '一份计划：原文在哪里，叫什么。原文没有写明的不填，页面上会说没有写明。',
    fields: {
      id: '计划的编号，例如 2027；它是网址的第一段，发布以后不改。',
      title: '计划的标题，照原文。',
      source: '原文文件，放在 seeds/ 里，例如 seeds/plan.txt。',
      sha256: '原文文件的 SHA-256（命令 sha256sum 给出），证明一个字也没有改过。',
      structure: '各级用什么序号。程序自己能看出来的不写。',
      'structure.sections': '部分的序号形式，例如 一、。',
      'structure.groups': '部分之内各级小标题的序号形式，从外到内；只有一级可以不写方括号。',
      'structure.tasks': '任务的序号形式，例如 1.。',
      year: '年份，照原文抄录，例如 20*年；不推断，不补全。',
      dateLine: '原文里有一行日期时：那一行，和它的意思。',
      'dateLine.text': '那一行，照原文。',
      'dateLine.meaning': '那一行说的是什么日期，编者的判断。',
      issuer: '发文机关，照原文。',
      indexNumber: '索引号，照原文。',
      documentNumber: '发文字号，照原文，例如 市教〔2010〕5号。',
      siteName: '政府网站的名称（页面的 SiteName）。',
      siteCode: '政府网站标识码，10 位数字。',
    },
  },
  targets: {
    title: 'targets.yaml',
    about: '原文里每一个数量目标。数值、单位、限定词都要与引文相符。',
    fields: {
      '[].value': '原文所印的数，不乘万、亿：7.8万人写 7.8。范围写下限。',
      '[].upTo': '范围的上限，写完整的数：3—5所写 5。',
      '[].unit': '单位，照原文：人、所、亿元；百分数写 %。',
      '[].normalised': '完整的数，可以不写：7.8万人是 78000。写了就核对。',
      '[].qualifier': '限定这个数的词，照原文：计划、不少于、左右。',
      '[].indicator': '数的是什么，编者概括。',
      '[].label': '指标的简称，图和旁注用；不写就用指标。',
      '[].key': '是不是首页上大字显示的几个数之一。',
      '[].kind':
        'absolute 一般的数；total 总数，另有其中数；part 其中数；growth 增长、decline 下降的百分数；share 比例；budget 经费。',
      '[].of':
        '其中数属于哪个总数，或增减的是哪个数：写它的编号。只有 part、growth、decline 要写。',
      '[].addsTo': '几个数合成一个原文没有给出数字的总体时，写这个总体的名称，几处写成一样。',
      '[].beneficiary': '涉及谁或什么，几个字。',
      '[].scope': '数的是哪些单位的，照原文；其中数与增长随总数，不用再写。',
      '[].side': '一方支援另一方时：gives 支援别人，receives 受支援。图里两方不放在一起比。',
    },
  },
  numerals: {
    title: 'numerals.yaml',
    about: '原文里不是目标的数字。与 targets.yaml 合起来，每个数字都要有着落。',
    fields: {
      '[].kind':
        'masked-year 有遮字的年份；year 年份；date 日期；name 名称的一部分；age-range 年龄段；horizon 规划期限；session 届次；abbreviation 缩略语；slogan 口号；ordinal 序数；other 其他。',
    },
  },
  charts: {
    title: 'charts.yaml',
    about: '每张图显示哪些数字。单位不同、支援与受支援，不放在一根轴上。',
    fields: {
      '[].title': '图的标题。',
      '[].form':
        'bars 条；stacked 总数分成其中数；growth 增长与推算的基期；log-points 数量级；figures 大字；sections 各部分有多少数字。',
      '[].targets': '数字的编号，按显示的次序。与 groups 只写一个；sections 都不写。',
      '[].groups': '分成几组显示，各组用自己的轴。',
      '[].groups[].name': '组的名称，里面不用分号。',
      '[].groups[].targets': '这一组的数字的编号。',
    },
  },
  documents: {
    title: 'documents.yaml',
    about: '原文写到的法律、规划、方案、意见等。有了这个文件，每个《》都要有着落。',
    fields: {
      '[].kind':
        'law 法律；regulation 法规；plan 规划、计划；outline 纲要；scheme 方案；opinion 意见；measures 办法；rules 规章制度；standard 标准；other 其他。',
      '[].status':
        '计划要对它做什么：draft 制定，revise 修订，implement 贯彻落实，cited 只是提到。',
      '[].mentions[].action': '对它做什么，照原文的动词：制定、颁布实施、修订。',
    },
  },
  initiatives: {
    title: 'initiatives.yaml',
    about: '原文里有名称的工程、计划、活动、政策。与 phrases.yaml 都有时，每个“”都要有着落。',
    fields: {
      '[].kind':
        'project 工程与项目；programme 计划；campaign 活动与创建；policy 政策与制度；other 其他。',
      '[].summary': '这是什么，编者按原文概括；原文没有说明就不写。要写依据 summaryQuote。',
      '[].summaryQuote': '说明所依据的原文。',
    },
  },
  meetings: {
    title: 'meetings.yaml',
    about: '原文写到的会议。',
    fields: { '[].status': 'planned 今年要开的；standing 常设的；cited 已经开过的。' },
  },
  phrases: {
    title: 'phrases.yaml',
    about: '原文带引号而不是文件、工程或活动名称的词语。',
    fields: { '[].kind': 'term 术语；slogan 口号；name 名称的一部分；mask 遮去的字。' },
  },
  audiences: {
    title: 'audiences.yaml',
    about:
      '每项任务与谁有关。代码出自 content/vocabulary/audiences.yaml；有了这个文件，每项任务都要有。',
    fields: {
      '[].task': '任务的次序，从 1 数起。',
      '[].code': '受众的代码，例如 teacher。',
      '[].role':
        'beneficiary 受支持与服务的；performer 实施的；supervised 受评价与监管的；affected 涉及的。',
      '[].basis': 'explicit 引文写明；inferred 编者推断，要写 why。',
      '[].why': '为什么这样推断，一句话。',
    },
  },
  responsible: {
    title: 'responsible.yaml',
    about:
      '原文写明由哪些单位负责、配合：（责任单位：基教科）。有了这个文件，写明的单位都要有着落。',
    fields: { '[].mentions[].role': 'lead 负责；support 配合。' },
  },
  relations: {
    title: 'relations.yaml',
    about: '哪些任务相关，编者的判断。写到同一文件、工程、会议的由程序算出，不用写。',
    fields: {
      '[].relation':
        'measure 同一措施；audience 同一对象；follow-up 落实与检查；complement 互为补充。',
      '[].reason': '为什么相关，一句话。',
      '[].from': '一项任务和它的依据。',
      '[].to': '另一项任务和它的依据。',
      '[].from.task': '任务的次序，从 1 数起。',
      '[].to.task': '任务的次序，从 1 数起。',
    },
  },
  notes: {
    title: 'notes.yaml',
    about: '校注：原文遮去、残损、可疑的字句。原文不因校注而改。有了这个文件，每个 * 都要有着落。',
    fields: {
      '[].kind':
        'mask 遮去的字；damaged 残损或误字；doubtful 存疑；leak 未遮去的字；context 时间与来历的线索。',
      '[].masks':
        '遮去的是什么，kind 是 mask 时写：year 年份，city 城市，plan-period 五年规划的期次，name 名称，other 其他。',
      '[].title': '几个字的题目。',
      '[].text': '看到什么、依据什么。',
      '[].reading': '原文可能的写法；不能断定就不写。',
      '[].certainty': 'certain 可以确定；likely 很可能；possible 有可能。',
    },
  },
  'vocabulary-audiences': {
    title: 'content/vocabulary/audiences.yaml',
    about: '受众的词表，各份计划共用。',
    fields: {
      '[].code': '代码，小写字母、数字和连字符；它是网址的一部分，发布以后不改。',
      '[].name': '名称。',
      '[].group':
        'learner 学习的人；educator 教育工作者；family 家庭与社会；institution 学校与机构；government 政府与部门。',
      '[].definition': '包括谁。',
      '[].see': '看了这一类还该看的其他各类的代码。',
    },
  },
  everyday: {
    title: 'content/vocabulary/everyday.yaml',
    about: '人们平常的说法，和它在计划里的说法。查找用。',
    fields: {
      '[].words': '平常的说法。',
      '[].means': '计划里的说法，照原文。',
      '[].who': '谁会这样说。',
    },
  },
  questions: {
    title: 'content/vocabulary/questions.yaml',
    about: '问话里不用查找的字词：怎么、有没有、吗。',
    fields: { drop: '这些字词。' },
  },
  'vocabulary-asked': {
    title: 'content/vocabulary/asked.yaml',
    about:
      '计划里的用语，和人们查找它时用的说法。各份计划共用；哪份计划里没有这个用语，就不起作用。',
    fields: {
      '[].term': '计划里的用语，照原文。',
      '[].asked': '查找时的说法。',
    },
  },
  asked: {
    title: 'asked.yaml',
    about: '一句话，人们会怎么问：写这句话里没有的说法。查找用；可以不写。',
    fields: {
      '[].task': '任务的次序，从 1 数起。',
      '[].sentence': '句子在任务里的次序，从 1 数起。',
      '[].asked': '查找时的说法。',
    },
  },
  unmentioned: {
    title: 'content/vocabulary/unmentioned.yaml',
    about:
      '人们常找、而计划常常不谈的事。查到时明说原文没有提到，并给出最接近的。哪份计划里写到了，就不起作用。',
    fields: {
      '[].name': '这件事的名称。',
      '[].words': '它的各种说法。',
      '[].near': '计划里最接近的用语；没有就空着。',
    },
  },
  glossary: {
    title: 'content/glossary/<编号>.mdx 的开头',
    about: '一个名词。解释写在下面的正文里；哪些任务用到它由程序找出。',
    fields: {
      term: '名词。',
      aliases: '原文里的其他写法。',
      source: '解释的来源；编者自己写的写“编者”。写了法律、日期、数字的要写明来源。',
      related: '相关名词的编号。',
    },
  },
  guide: {
    title: 'content/guides/<编号>.mdx 的开头',
    about: '一篇导读。',
    fields: {
      title: '题目。',
      description: '一句话说明。',
      order: '排列的次序，从小到大。',
      reader: '写给谁看；写了就列在首页“按身份看”里。',
    },
  },
};

/** What a field may hold, by the types of JSON Schema. */
export const typeNames: Record<string, string> = {
  string: '文字',
  integer: '整数',
  number: '数',
  boolean: '是否（true、false）',
  array: '列表',
  object: '一组字段',
};

/** The words around them. */
export const layoutWords = {
  title: '编者写的文件',
  about: '每个文件有哪些字段、各是什么意思。由检查内容的同一套规则生成（`npm run reference`）。',
  lists: '`[]` 表示列表里的每一条。',
  head: '| 字段 | 必写 | 写什么 | 意思 |',
  required: '要写',
  and: '、',
  or: '，或',
  colon: '：',
};

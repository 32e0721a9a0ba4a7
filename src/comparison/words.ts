/** The words of pages about several plans. Of what a later plan does not have, only that is said, and never why. */
export const comparisonStrings = {
  name: '两年对照',
  pair: (earlier: string, later: string): string => `${earlier}与${later}对照`,
  link: (title: string): string => `与${title}对照`,
  title: (earlier: string, later: string): string => `${earlier}与${later}对照`,
  description: (earlier: string, later: string): string =>
    `${earlier}与${later}逐项对照：哪些任务文字未改，哪些改了，哪些新写入，哪些没有对应的一项。`,
  lead: '两份计划的任务由程序按文字配对，每一对都写明把握高低和依据；编者确认过的另有说明。配对只说文字相近，不说明任务是否延续、完成或者取消。',
  index: '本页目录',
  newTasks: '新写入',
  goneTasks: '没有对应的一项',
  counted: (n: number): string => `${n}项`,
  /** What an editor said of a pair that was proposed: it is none. */
  refused: (plan: string, n: number, why: string | undefined): string =>
    `编者：与${plan}第${n}项字句相近，不是同一项${why === undefined ? '' : `，${why.replace(/。$/u, '')}`}。`,
  facts: {
    kept: '一字未改',
    changed: '文字有改动',
    split: '一项写成几项',
    merged: '几项写成一项',
  },
  sections: '各部分',
  sectionTable: '各部分怎样对应',
  sectionTasks: '配成对的任务',
  noSection: '没有对应的部分',
  tasks: '文字有改动的任务',
  keptTasks: '一字未改的任务',
  keptLead: '除了序号，两份计划里的文字完全相同。',
  keptTable: '一字未改的任务在两份计划里的序号',
  addedTasks: (later: string): string => `${later}新写入的任务`,
  addedLead: (earlier: string): string => `在${earlier}中没有找到文字相近的一项。`,
  droppedTasks: (later: string): string => `${later}中没有对应的任务`,
  droppedLead: (later: string): string => `在${later}中没有找到文字相近的一项。这不等于取消。`,
  task: (n: number): string => `第${n}项`,
  taskColumn: '任务',
  moved: '所在的部分有变动',
  /** How sure the match is, and what opens its reasons. */
  sure: {
    confirmed: '配对由编者确认',
    same: '把握：高（一字未改）',
    near: '把握：高',
    alike: '把握：中',
    possible: '把握：低',
  },
  editor: (why: string | undefined): string =>
    why === undefined ? '编者确认' : `编者确认，${why}`,
  sameText: '文字完全相同',
  sameTaskTitle: '题目相同',
  commonWords: (share: number): string => `共有的词占两边文字的${percent(share)}`,
  part: (n: number, share: number): string => `第${n}项的词有${percent(share)}在对面`,
  bothName: (name: string): string => `都写到“${name}”`,
  sameIndicator: (indicator: string): string => `都有“${indicator}”的数字`,
  keptSentences: (n: number): string => `另有${n}句未改。`,
  onlyPlace: '文字相同，只是分在几项里。',
  added: '（增：',
  removed: '（删：',
  end: '）',
  legend: '下划线是后一份增加的，删除线是前一份有而后一份没有的。',
  figures: '同一指标的数字',
  figuresLead:
    '指标由编者指明；由程序按名称、单位和口径推断的，在名称下注明。差由计算得出，只在单位、类别和口径都相同时才算；原文没有这个数。',
  figureTable: '同一指标在两份计划里的数字',
  indicator: '指标',
  otherName: (indicator: string): string => `前一份称“${indicator}”`,
  bases: { confirmed: '编者确认', proposed: '按文字推断' },
  difference: '差（计算）',
  noDifference: {
    unit: '单位不同，不计算',
    nature: '数的类别不同，不计算',
    scope: '口径不同，不计算',
    range: '有一个是范围，不计算',
    name: '指标名称不全同，不计算',
  },
  equal: '相同',
  points: '个百分点',
  otherQualifier: '限定词不同',
  /** A number as people write large ones: 4000万, 1.2亿. */
  large: (n: number): string =>
    n >= 1e8
      ? `${Number((n / 1e8).toPrecision(12))}亿`
      : n >= 1e4
        ? `${Number((n / 1e4).toPrecision(12))}万`
        : String(n),
  chart: {
    more: (later: string): string => `${later}更大`,
    less: (later: string): string => `${later}更小`,
    part: (title: string, n: number, of: number): string => (of > 1 ? `${title}，图${n}` : title),
    ranges: '有一个是范围',
    rates: (most: number): string => `百分比：同用一根轴，从0到${most}%`,
    pair: (
      indicator: string,
      earlier: readonly [string, string],
      later: readonly [string, string],
      change: string,
    ): string =>
      `${indicator}：${earlier.join('')}，${later.join('')}${change === '' ? '' : `，差${change}`}`,
    reading: (said: {
      all: number;
      more: number;
      less: number;
      equal: number;
      other: number;
      hasBounds: boolean;
      hasOwnAxes: boolean;
    }): string =>
      [
        `两份计划里有${said.all}个指标配成对`,
        ...(said.more > 0 ? [`${said.more}个后一份更大`] : []),
        ...(said.less > 0 ? [`${said.less}个更小`] : []),
        ...(said.equal > 0 ? [`${said.equal}个相同，只在表里`] : []),
        ...(said.other > 0 ? [`${said.other}个不能相减`] : []),
      ].join('，') +
      '。更大、更小只说数的大小，不说好坏。' +
      (said.hasOwnAxes ? '百分比以外，每个指标自用一根轴，只比两年，指标之间不能互比。' : '') +
      (said.hasBounds ? '条端尖的是下限（不少于），条端有竖线的是上限（不超过）。' : ''),
    columns: { label: '哪一份', printed: '原文写法，或差', full: '完整数值' },
  },
  documents: '前一份要制定、修订，后一份又写到的文件',
  documentTable: '文件在两份计划里怎样写',
  document: '文件',
  nearName: (name: string): string => `名称相近：${name}`,
  initiatives: '两份计划都写到的工程、计划和活动',
  initiativeTable: '工程、计划和活动各写在哪里',
  initiative: '名称',
  elsewhere: '总的要求或标题',
  data: '对照的数据（JSON）',
  otherYears: '在其他年份的计划里：',
  inYear: (year: string, said: string): string => `${year}（${said}）`,
  places: (n: number): string => `${n}处`,
  plans: '所有计划',
  plansDescription: '本站的各份计划，以及两两之间的对照。',
  plansLead: (n: number): string => `本站有${n}份计划。`,
  searchAll: '在所有计划中查找',
  figuresCounted: (n: number): string => `${n}个数字`,
} as const;

const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** Why something was proposed, for the editor. */
export const draftWords = {
  target: (unit: string, qualifier: string | undefined): string =>
    `有单位“${unit}”${qualifier === undefined ? '' : `和限定语“${qualifier}”`}，前文没有说是已有的数`,
  numeral: {
    'masked-year': '数字里有遮去的字',
    year: '四位数后面是“年”',
    date: '月、日或时刻',
    'age-range': '数字后面是“岁”',
    horizon: '年数，不是年份',
    ordinal: '前面是“第”',
    name: '在名称或引号里',
    other: '没有可当作指标的单位',
  },
  document: '书名号里的名称',
  initiative: '引号里的名称，后面或里面有“工程、计划、行动”一类的词',
  phrase: '引号里的文字，看不出是工程或文件',
  mask: '原文有“*”',
  maskTitle: '遮去的字',
  maskText: '原文以“*”代替文字，编者未作推断。',
} as const;

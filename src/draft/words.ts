/** Why something was proposed, for the editor. */
export const draftWords = {
  target: (unit: string, qualifier: string | undefined): string =>
    `有单位“${unit}”${qualifier === undefined ? '' : `和限定语“${qualifier}”`}，前文没有说是已有的数`,
  numeral: {
    'masked-year': '数字里有遮去的字',
    masked: '数字里有遮去的字',
    year: '四位数后面是“年”',
    date: '月、日或时刻',
    'age-range': '数字后面是“岁”',
    horizon: '年数，不是年份',
    ordinal: '前面是“第”',
    name: '在名称或引号里',
    ratio: '是两个数的比',
    other: '没有可当作指标的单位',
  },
  document: '书名号里的名称',
  announced: (action: string): string => `跟“${action}”连用，以文种词收尾`,
  initiative: '名称里或后面有“工程、计划、行动、试点”一类的词',
  meeting: '会议的名称，以“会议、大会、全会”一类的词收尾',
  responsible: '在责任单位的括号或列举里',
  again: '同一个名称又出现一次',
  earlier: (plan: string): string => `计划“${plan}”里有这个名称`,
  phrase: '引号里的文字，看不出是工程或文件',
  mask: '原文有“*”',
  maskTitle: '遮去的字',
  maskText: '原文以“*”代替文字，编者未作推断。',
  audience: (term: string, role: 'beneficiary' | 'performer' | 'supervised' | 'affected'): string =>
    `写到“${term}”，${
      {
        performer: '看来由他去做',
        beneficiary: '看来为他而做',
        supervised: '看来是受监管的一方',
        affected: '看来只是涉及他',
      }[role]
    }`,
  nobody: '这一项没有写到受众词表里的词，请编者核定',
  nobodyWhy: '原文没有写明别人；事情由发布计划的一方去做。',
  relation: (shared: string): string => `只有这两项写到“${shared}”`,
  sharedReason: (one: number, other: number, shared: string): string =>
    `第${one}项和第${other}项都写到“${shared}”。`,
} as const;

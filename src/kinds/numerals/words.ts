/** The words of numerals table. */
export const numeralsTableWords = {
  title: '其他数字',
  description: '原文里不是目标的数字：年份、届次、名称里的数。一行是一处。',
  quotation: '带有这个数字的原文。',
  kindTitle: '类别',
  meaningTitle: '意思',
  meaningDescription: '编者的解释；没有则空。',
};

/** What codes mean that only the data show. */
export const numeralKindNames = {
  'masked-year': '有遮字的年份',
  year: '年份',
  date: '日期',
  name: '名称的一部分',
  'age-range': '年龄段',
  horizon: '规划期限',
  session: '届次',
  abbreviation: '缩略语',
  slogan: '口号',
  ordinal: '序数',
  other: '其他',
};

/** What the file is for, and what its fields mean, by their paths. */
export const fileWords = {
  title: 'numerals.yaml',
  about: '原文里不是目标的数字。与 targets.yaml 合起来，每个数字都要有着落。',
  fields: {
    '[].kind':
      'masked-year 有遮字的年份；year 年份；date 日期；name 名称的一部分；age-range 年龄段；horizon 规划期限；session 届次；abbreviation 缩略语；slogan 口号；ordinal 序数；other 其他。',
  },
};

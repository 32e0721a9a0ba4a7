/** The words of targets table. */
export const targetsTableWords = {
  title: '数字目标',
  description: '一行是一个数字目标：原文怎样写，数值、单位、限定词是什么，数的是什么。',
  id: '数字的编号，发布以后不改。',
  quotation: '写明这个数字的原文。',
  numberStartTitle: '数的起点',
  numberStartDescription: '数字连同单位在原文中的起点。',
  numberEndTitle: '数的终点',
  numberEndDescription: '数字连同单位在原文中的终点。',
  numberTitle: '数',
  numberDescription: '数字连同单位，照原文。',
  valueTitle: '数值',
  valueDescription: '原文所印的数，未乘万、亿；范围取下限。',
  upToTitle: '上限',
  upToDescription: '范围的上限，完整数值；不是范围则空。',
  decimalsTitle: '小数位',
  decimalsDescription: '原文印到小数点后几位。',
  multiplierTitle: '倍数',
  multiplierDescription: '万为 10000，亿为 100000000，没有则为 1。',
  normalisedTitle: '完整数值',
  normalisedDescription: '数值乘以倍数。',
  unitTitle: '单位',
  unitDescription: '原文的单位；百分数为 %。',
  qualifierTitle: '限定词',
  qualifierDescription: '限定这个数的词，照原文；没有则空。',
  kindTitle: '类别',
  ofTitle: '所属',
  ofDescription: '其中数属于哪个数，或增减的是哪个数，用编号；增减而原文没有给出那个数的，空着。',
  addsToTitle: '合成',
  addsToDescription: '原文提到但没有给出数字的总体，由同名的各数相加而成。',
  indicatorTitle: '指标',
  indicatorDescription: '数的是什么，编者概括。',
  indicatorIdTitle: '指标编号',
  indicatorIdDescription: '同一指标在各份计划里相同的编号，编者指明；没有指明的空着。',
  labelTitle: '简称',
  labelDescription: '指标的简称，编者概括；没有另拟的空着。',
  beneficiaryDescription: '数字涉及谁或什么，编者概括；没有另写的空着。',
  scopeDescription: '数的是哪些单位的，照原文；其中数与增长随总数。原文没有写明则空。',
  sideTitle: '支援中的一方',
};

/** The words of targets. */
export const targetsWords = {
  label: '数字',
};

/** What the file is for, and what its fields mean, by their paths. */
export const fileWords = {
  title: 'targets.yaml',
  about: '原文里每一个数量目标。数值、单位、限定词都要与引文相符。',
  fields: {
    '[].value': '原文所印的数，不乘万、亿：7.8万人写 7.8。范围写下限。',
    '[].upTo': '范围的上限，写完整的数：3—5所写 5。',
    '[].unit':
      '单位，照原文：人、所、节；3亿元写元或亿元；百分数写 %。不写就照原文里数后面的量词。不认识的量词也可以写，生成网站时提醒一次。',
    '[].normalised': '完整的数，可以不写：7.8万人是 78000。写了就核对。',
    '[].qualifier': '限定这个数的词，照原文：计划、不少于、左右。',
    '[].indicator': '数的是什么，编者概括。',
    '[].indicatorId':
      '指标的编号，小写字母、数字和连字符；各份计划里的同一指标写同一个编号，两份计划的对照据此配对。一份计划里的两个数字，口径（scope）不同才可以写同一个编号。',
    '[].label': '指标的简称，图和旁注用；不写就用指标。',
    '[].key': '是不是首页上大字显示的几个数之一。',
    '[].kind':
      'absolute 一般的数；total 总数，另有其中数；part 其中数；growth 增长、decline 减少了多少（比上年减少30%）；share 比例；budget 经费。',
    '[].of':
      '写另一个数的编号。part 必须写，是它属于哪个数：total、absolute、budget 或另一个 part，单位要相同（万元与亿元都是元）。growth、decline 写哪个数增减；原文只有“比上年减少30%”、没有给出那个数的，不写。其他类别不写。',
    '[].addsTo': '几个数合成一个原文没有给出数字的总体时，写这个总体的名称，几处写成一样。',
    '[].beneficiary':
      '数字落到谁或什么头上，几个字：学生、教师、农村学校。可以不写；指标里已经说明的不用写。',
    '[].scope': '数的是哪些单位的，照原文；其中数与增长随总数，不用再写。',
    '[].side': '一方支援另一方时：gives 支援别人，receives 受支援。图里两方不放在一起比。',
  },
};

/** What the file is for, and what its fields mean, by their paths. */
export const fileWords = {
  title: 'charts.yaml',
  about: '每张图显示哪些数字。单位不同、支援与受支援，不放在一根轴上。',
  fields: {
    '[].title': '图的标题。',
    '[].form':
      'bars 条：同一单位的数目，或者几个比例，或者几个增长、几个减少；stacked 总数分成其中数；growth 增长与推算的基期，要有增减的那个数；log-points 数量级；figures 大字，什么数都可以，多了排成几行；sections 各部分有多少数字。',
    '[].targets': '数字的编号，按显示的次序。与 groups 只写一个；sections 都不写。',
    '[].groups': '分成几组显示，各组用自己的轴。',
    '[].groups[].name': '组的名称，里面不用分号。',
    '[].groups[].targets': '这一组的数字的编号。',
  },
};

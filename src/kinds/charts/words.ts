/** What the file is for, and what its fields mean, by their paths. */
export const fileWords = {
  title: 'charts.yaml',
  about: '每张图显示哪些数字。单位不同、口径不同、支援与受支援，不放在一根轴上。',
  fields: {
    '[].title':
      '图的标题，说出数里的事，如“普通高中计划招生7.8万人”。其中的数要是图里的数，带上原文的限定词；有“不少于”“左右”或口径不同的，不说谁最多最少。',
    '[].topic': '图说的是什么，几个字，印在标题上面。',
    '[].listed':
      '写 false，数字页、小册子和图表目录就不列这张图；网址、下载和嵌入照旧，发布过的图用它收起来。',
    '[].form':
      'bars 条：同一单位的数目，或者几个比例，或者几个增长、几个减少；stacked 总数分成其中数；growth 增长与推算的基期，要有增减的那个数；figures 大字，什么数都可以，多了排成几行；sections 各部分有多少数字。',
    '[].targets': '数字的编号，按显示的次序。与 groups 只写一个；sections 都不写。',
    '[].groups':
      '分成几组显示，各组用自己的轴；单位或口径不同的分在不同的组。一组只有一个数的，不画条。',
    '[].groups[].name': '组的名称，印在组的上面；接连几组同名的，只印一次。',
    '[].groups[].targets': '这一组的数字的编号。',
  },
};

/** Radicals that Unicode does not equate with a character (CJK Radicals Supplement), and the characters they look like. */
const supplement: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from(
    '⺁厂⺇几⺌小⺎兀⺏尣⺐尢⺒巳⺓幺⺛旡⺝月⺟母⺠民⺩王⺬示⺱罒⺹耂⺼月⺾艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇觧⻈讠⻉贝⻋车⻌辶⻍辶⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻳龟'.match(
      /../gu,
    ) ?? [],
    (pair) => Array.from(pair) as [string, string],
  ),
);

/**
 * Writes characters for the radicals that PDF files name in their place: a font has one glyph for 工 and for ⼯
 * (U+2F2F), and programs name the wrong one. Radicals on their own stand in no plan.
 * @param tell is told each radical, with what is written for it
 */
export function plainCharacters(text: string, tell: (change: string) => void): string {
  return text.replace(/[\u2e80-\u2fdf]/gu, (radical) => {
    const character = supplement[radical] ?? radical.normalize('NFKC');
    if (character !== radical) tell(`${radical} → ${character}`);
    return character;
  });
}

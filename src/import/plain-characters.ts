/** Radicals that Unicode does not equate with a character (CJK Radicals Supplement), and the characters they look like. */
const supplement: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from(
    '⺁厂⺇几⺌小⺎兀⺏尣⺐尢⺒巳⺓幺⺛旡⺝月⺟母⺠民⺩王⺬示⺱罒⺹耂⺼月⺾艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇觧⻈讠⻉贝⻋车⻌辶⻍辶⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻳龟'.match(
      /../gu,
    ) ?? [],
    (pair) => Array.from(pair) as [string, string],
  ),
);

/** What a typeface draws for several characters at once: ligatures of Latin letters, the long dash; and for two, the wave of 4～6. */
const drawn: Readonly<Record<string, string>> = {
  '\u2e3a': '——',
  '\u2e3b': '———',
  '\u301c': '～',
};

/** Radicals that Unicode equates with a character of another region: a mainland typeface draws 户 for ⼾, and no 戶. */
const mainland: Readonly<Record<string, string>> = { '⼾': '户', '⾭': '青' };

/**
 * Writes characters for what PDF files name in their place: a font has one glyph for 工 and for the radical ⼯
 * (U+2F2F), one for —— and one for ffi, and programs name the wrong one. None of them stands in a plan by itself.
 * @param tell is told each of them, with what is written for it
 */
export function plainCharacters(text: string, tell: (change: string) => void): string {
  return text.replace(/[\u2e3a\u2e3b\u301c\u2e80-\u2fdf\ufb00-\ufb06]/gu, (odd) => {
    const plain = drawn[odd] ?? mainland[odd] ?? supplement[odd] ?? odd.normalize('NFKC');
    if (plain !== odd) tell(`${odd} → ${plain}`);
    return plain;
  });
}

/** Marks that differ in form only; the first of each row stands for all. */
const sameMarks = [
  '"“”„‟＂「」『』',
  "'‘’‚‛＇",
  '-—–―‐‑‒−－~～〜',
  '<《〈＜«‹',
  '>》〉＞»›',
  '·・•‧∙',
  '*＊×✱',
];

const representative = new Map(
  sameMarks.flatMap((row) => Array.from(row, (mark) => [mark, row.charAt(0)] as const)),
);

/**
 * Brings the forms of one character together: full and half width, capital letters, and marks that
 * differ in form only. It works on a character at a time, so that a text folds as its characters do.
 */
export function fold(text: string): string {
  // Most text has one form only.
  if (/^[\u4e00-\u9fff]*$/u.test(text)) return text;
  let folded = '';
  for (const character of text.normalize('NFC')) {
    folded +=
      representative.get(character) ??
      Array.from(
        character.normalize('NFKC').toLowerCase(),
        (part) => representative.get(part) ?? part,
      ).join('');
  }
  return folded;
}

/** The characters of a corpus that a reader may type in another form: all but plain letters and digits. */
export function findVariants(texts: Iterable<string>): string {
  const variants = new Set<string>();
  for (const text of texts) {
    for (const character of text) {
      if (/\s/u.test(character)) continue;
      if (!/[\p{L}\p{N}]/u.test(character) || fold(character) !== character)
        variants.add(character);
    }
  }
  return [...variants].sort().join('');
}

const mostAlternatives = 64;

/**
 * The strings of the corpus that a query may mean: its characters folded, then each in every form that
 * the corpus has.
 * @param variants what findVariants says of the corpus
 */
export function alternativesOf(query: string, variants: string): string[] {
  const forms = new Map<string, string[]>();
  for (const variant of variants) {
    const folded = fold(variant);
    forms.set(folded, [...(forms.get(folded) ?? []), variant]);
  }
  return combine(Array.from(fold(query), (character) => forms.get(character) ?? [character]));
}

/** The strings that have one of the forms at each place; so many of them as are worth trying. */
export function combine(places: readonly (readonly string[])[]): string[] {
  let strings = [''];
  for (const forms of places) {
    strings = strings
      .flatMap((start) => forms.map((form) => start + form))
      .slice(0, mostAlternatives);
  }
  return strings;
}

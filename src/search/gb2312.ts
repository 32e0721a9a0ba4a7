/**
 * The characters of rows of GB/T 2312-1980, the standard set of simplified characters, in their order. Every
 * browser has the table. Rows 16 to 55 are level 1: 3,755 common characters in the order of their pinyin; rows
 * 56 to 87 are level 2: 3,008 others in the order of their radicals.
 */
function charactersOfRows(first: number, last: number): string[] {
  const cells = 94;
  const bytes = Array.from({ length: (last - first + 1) * cells }, (_, i) => [
    0xa0 + first + Math.floor(i / cells),
    0xa1 + (i % cells),
  ]);
  const characters = new TextDecoder('gb2312').decode(new Uint8Array(bytes.flat()));
  // Five cells at the end of row 55 are empty.
  return Array.from(characters).filter((character) => /\p{Script=Han}/u.test(character));
}

export const levelOne = (): string[] => charactersOfRows(16, 55);
export const levelTwo = (): string[] => charactersOfRows(56, 87);

let simplified: Set<string> | undefined;

/** Those of the standard that are the traditional form of another, too: 著 of 着, 後 of 后. */
const traditionalToo = '乾夥俱像吒哩待彷後徵拚捱摺於榘瞭祇菸著薰薹藉袷覆醣麴麽座甯';

/** Traditional characters with simplified ones that OpenCC does not know as such. */
export const otherPairs = ['瞭了', '祇只', '藉借'];

/** Whether a character of the standard may be meant as the traditional form of another. */
export const mayBeTraditional = (character: string): boolean => traditionalToo.includes(character);

/**
 * Whether a character is one of the 6,763 of GB/T 2312-1980, the standard set of simplified characters.
 * Every browser has its table.
 */
export function isSimplified(character: string): boolean {
  simplified ??= new Set([...levelOne(), ...levelTwo()]);
  return simplified.has(character);
}

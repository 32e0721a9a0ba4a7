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

/**
 * Whether a character is one of the 6,763 of GB/T 2312-1980, the standard set of simplified characters.
 * Every browser has its table; a few of them are traditional forms too, like 乾.
 */
export function isSimplified(character: string): boolean {
  simplified ??= new Set([...levelOne(), ...levelTwo()]);
  return simplified.has(character);
}

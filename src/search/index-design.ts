/** How text is fed to Pagefind, and how a literal string is asked for, so that the two agree exactly. */
export type IndexDesign = {
  id: 'characters';
  /** HTML text that Pagefind indexes as the terms of this design. */
  encode(text: string): string;
  /** The Pagefind query that finds exactly the records containing `literal`. */
  phrase(literal: string): string;
  /** The text again, from the `raw_content` of a fragment (which escapes `<` and `>`, and not `&`). */
  decode(rawContent: string): string;
  /** How many files fragments are bundled into; one makes every later search free. */
  maxFragments: number | undefined;
};

const separator = '\u200b';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const characters: IndexDesign = {
  id: 'characters',
  encode: (text) =>
    Array.from(text, (character) => escapes[character] ?? character).join(separator),
  // White space and the quote that marks a phrase are no terms.
  phrase: (literal) => `"${Array.from(literal.replace(/[\s"]+/gu, '')).join(' ')}"`,
  decode: (rawContent) =>
    rawContent.replaceAll(separator, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
  maxFragments: 1,
};

export function chooseDesign(_records: number): IndexDesign {
  return characters;
}

import type { Part, Sentence } from './schema.ts';

const closers = '”’」』）)》〉】］]';

/** A stretch of a line, as offsets into it in UTF-16 units: `end` follows the closing mark. */
export type Stretch = { start: number; end: number };

/**
 * Splits a line of Chinese text into sentences. A sentence ends at `。` `；` `！` `？` (half or full
 * width; a run of them counts once) and keeps the closing quotes and brackets that follow. A straight
 * quote is a closing one when the sentence has opened one. White space between sentences belongs to none.
 *
 * @param line one line of text, without its line break
 * @returns the sentences in order; together with the white space between them they are the line
 */
export function splitSentences(line: string): Stretch[] {
  const sentences: Stretch[] = [];
  let start = -1;
  let last = -1;
  let ended = false;
  let straightQuotes = 0;
  const close = (): void => {
    if (start >= 0) sentences.push({ start, end: last });
    start = -1;
    ended = false;
    straightQuotes = 0;
  };
  for (let i = 0; i < line.length; i += 1) {
    const character = line.charAt(i);
    const isEnd = /[。；;！!？?]/u.test(character);
    const isCloser = closers.includes(character) || (character === '"' && straightQuotes % 2 === 1);
    if (ended && !isEnd && !isCloser) close();
    if (/\s/u.test(character)) continue;
    if (start < 0) start = i;
    if (character === '"') straightQuotes += 1;
    if (isEnd) ended = true;
    last = i + 1;
  }
  close();
  return sentences;
}

/** The words of a heading or first sentence without the mark that closes them: `统筹规划。` → `统筹规划`. */
export function withoutClosingMark(sentence: string): string {
  return sentence.replace(/[。；;]+$/u, '');
}

/** The parts of sentences in the order of the source: the mark of a list stands before its item, and has its number. */
export function* sentenceParts(sentences: readonly Sentence[]): Generator<Part & { n: number }> {
  for (const sentence of sentences) {
    if (sentence.mark) yield { ...sentence.mark, n: sentence.n };
    yield sentence;
  }
}

import { readFrontLine } from './matter.ts';
import { wordForms } from './schema.ts';
import type { Line } from './source.ts';
import { readMarker } from './structure.ts';

/** A few words without a mark within: the title of what follows, though it has no number. */
export const isBareHeading = (text: string): boolean =>
  /^[^。；;！!？?,，:：|\t]{2,20}$/u.test(text);

const bareOrWithColon = /^[^。；;！!？?,，:：|\t]{2,20}[:：]?$/u;
const inBrackets = /^【[^【】]{2,20}】$/u;
const isSentence = (line: Line | undefined): boolean =>
  line !== undefined && /[。；;！!？?]/u.test(line.text);

/** Whether lines go on with headings in 【】 like this one: a single line in them is a note. */
export function isBracketedHeading(lines: readonly Line[], i: number): boolean {
  const isOne = (line: Line | undefined): boolean =>
    line !== undefined && inBrackets.test(line.text) && readFrontLine(line, undefined) === 'note';
  return isOne(lines[i]) && lines.some((line, at) => at !== i && isOne(line));
}

/** The lines of a text that begin with a title, if all do from the first of them to the last line. */
function findRunIn(lines: readonly Line[], isItem: (i: number) => boolean): number[] {
  const runIn = lines.map(
    ({ text }, i) => !isItem(i) && /^[^。；;！!？?：:]{3,16}[。：:].*[。；;！!？?]$/u.test(text),
  );
  // Words that count (第一， 一是) number them.
  if (lines.filter((line) => readMarker(line, wordForms)).length > 1) return [];
  const first = runIn.indexOf(true);
  const found = runIn.flatMap((one, i) => (one ? [i] : []));
  return found.length > 1 && found.length === lines.length - first ? found : [];
}

/**
 * Finds headings that have no number: those in 【】; short lines without a mark, where the numbers below begin anew
 * (主要工作 above 1. 2., 具体措施 above 1.), or, in a text without numbers, above sentences; there also the titles on
 * the line of their text (加强学习。每月集中一次。).
 * @param lines the body; `isItem` tells which are rows of tables or items of lists
 * @param isNamed whether an editor says that such headings are those of sections
 * @returns the lines, with `isHeading` where one is; `guessed` are those that only their place tells
 */
export function markHeadings(
  lines: readonly Line[],
  isItem: (i: number) => boolean,
  isNamed: boolean,
): { lines: Line[]; guessed: Line[] } {
  const marked = (headings: ReadonlySet<number>): Line[] =>
    lines.map((line, i) => (headings.has(i) ? { ...line, isHeading: true } : line));
  const bracketed = lines.flatMap((_, i) => (isBracketedHeading(lines, i) ? [i] : []));
  if (bracketed.length > 0) return { lines: marked(new Set(bracketed)), guessed: [] };

  const markers = lines.map((line, i) => (isItem(i) ? undefined : readMarker(line)));
  const isBare = (i: number): boolean =>
    !markers[i] && !isItem(i) && bareOrWithColon.test(lines[i]?.text ?? '');
  // The number after a heading begins anew, or there is none.
  const following = markers.reduceRight<number[]>((all, marker, i) => {
    all[i] = marker?.ordinal ?? all[i + 1] ?? 1;
    return all;
  }, []);
  const begins = (i: number): boolean => (following[i + 1] ?? 1) === 1;
  const headings = lines.flatMap((_, i) =>
    isBare(i) && begins(i) && (markers[i + 1] || isSentence(lines[i + 1])) ? [i] : [],
  );
  const [top] = markers.filter(Boolean);
  const starts = markers.flatMap((marker, i) =>
    marker?.form === top?.form && marker?.ordinal === 1 ? [i] : [],
  );
  const areHeadings =
    isNamed ||
    (headings.length > 1 &&
      (top
        ? starts.every((i) => headings.includes(i - 1))
        : headings[0] === lines.findIndex((_, i) => isBare(i))));
  const found = areHeadings ? headings : top ? [] : findRunIn(lines, isItem);
  return {
    lines: marked(new Set(found)),
    guessed: isNamed ? [] : found.flatMap((i) => lines[i] ?? []),
  };
}

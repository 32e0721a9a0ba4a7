import { cutToPlan, planWords } from './plan-words.ts';
import { sourceText } from './source-text.ts';

/**
 * The address of words by their place: `s6.12-s6.30-k3f`, the sentences that they begin and end in, the places there in
 * UTF-16 units, and a check of the words. It stands in the query, which programs that drop the hash keep, and is exact
 * where a browser's own dictionary finds other words than a reader selected.
 */
export function addressOfWords(range: Range): string | undefined {
  const cuts = cutToPlan(range).filter((cut) => String(cut).trim() !== '');
  const [first, last] = [cuts[0], cuts[cuts.length - 1]];
  const [from, to] = [first && sentenceOf(first), last && sentenceOf(last)];
  if (!first || !last || !from || !to) return undefined;
  const before = placeIn(from, first.startContainer, first.startOffset);
  const after = placeIn(to, last.endContainer, last.endOffset);
  return `${from.id}.${before}-${to.id}.${after}-${check(cuts.map(sourceText).join(''))}`;
}

/**
 * The words at an address: one range for each element that they stand in.
 * @returns none if there is no such place, or if other words stand there now; `sentence` is there even then
 */
export function wordsAt(address: string): { sentence?: Element; ranges: Range[] } {
  const match = /^(\w+)\.(\d+)-(\w+)\.(\d+)-(\w+)/u.exec(address);
  const [, from = '', start, to = '', end, sum] = match ?? [];
  const [first, last] = [document.getElementById(from), document.getElementById(to)];
  if (!first || !last) return { ranges: [] };
  const range = document.createRange();
  range.setStart(...pointIn(first, Number(start), true));
  range.setEnd(...pointIn(last, Number(end), false));
  const ranges = cutToPlan(range).filter((cut) => String(cut) !== '');
  return { sentence: first, ranges: check(ranges.map(sourceText).join('')) === sum ? ranges : [] };
}

/** The sentence that a range begins in: what carries its id. */
export function sentenceOf({ startContainer }: Range): Element | undefined {
  const parent =
    startContainer instanceof Element
      ? startContainer
      : (startContainer.parentElement ?? undefined);
  let at = parent?.closest('[id]') ?? undefined;
  // Figures within a sentence have ids of their own.
  while (at && !/^(?:[sg]|t\d+s|p\d+(?:g\d+)?s)\d+$/u.test(at.id)) {
    at = at.parentElement?.closest('[id]') ?? undefined;
  }
  return at;
}

/** The plan's words in a sentence: it has a number, too, which is not the plan's. */
const wordsIn = (sentence: Element): Element[] =>
  planWords().filter((part) => sentence.contains(part));

/** How many characters of a sentence stand before a point. */
function placeIn(sentence: Element, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(sentence, 0);
  range.setEnd(node, offset);
  return cutToPlan(range).join('').length;
}

function pointIn(sentence: Element, place: number, begins: boolean): [Node, number] {
  let left = place;
  for (const part of wordsIn(sentence)) {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      if (left < node.length || (!begins && left === node.length)) return [node, left];
      left -= node.length;
    }
  }
  return [sentence, sentence.childNodes.length];
}

/** Three digits to the base 36: words that were changed since give another with 46,655 chances in 46,656. */
function check(words: string): string {
  let sum = 7;
  for (const character of words.replace(/\s/gu, '')) {
    sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 46_656;
  }
  return sum.toString(36);
}

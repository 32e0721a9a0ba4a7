import { diffArrays } from 'diff';
import { readQuantities } from '../text/quantity.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * A text cut into words, marks and white space; a number with its unit is one word (60名 of 60名校长), so that nothing cuts it.
 * Put together they are the text.
 */
export function cutWords(text: string): string[] {
  const pieces: string[] = [];
  const cutPlain = (from: number, to: number): void => {
    for (const { segment } of segmenter.segment(text.slice(from, to))) pieces.push(segment);
  };
  let end = 0;
  for (const quantity of readQuantities(text)) {
    if (quantity.start < end) continue;
    cutPlain(end, quantity.start);
    end = quantity.start + quantity.text.length;
    // Of 60名校长 the reader of quantities leaves open whether 名 is a unit; the dictionary knows that 校长 is a word.
    const [next] = quantity.unit === '' ? segmenter.segment(text.slice(end)) : [];
    const unit = next && /^\p{Script=Han}$/u.test(next.segment) ? next.segment : '';
    pieces.push(quantity.text + unit);
    end += unit.length;
  }
  cutPlain(end, text.length);
  return pieces.filter((piece) => piece !== '');
}

/** How often a text has each of its words; marks and white space are none. */
export type WordCounts = ReadonlyMap<string, number>;

export function countWords(text: string): WordCounts {
  const counts = new Map<string, number>();
  for (const word of cutWords(text)) {
    if (/[\p{L}\p{N}]/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** What a word counts for. */
export type Weight = (word: string) => number;

/** A word counts for its length: a share is one of characters, which readers can see. */
export const byLength: Weight = (word) => word.length;

/** A word counts for more the fewer of these texts have it: 加强 and 工作 tell little (K. Spärck Jones, 1972). */
export function weighRare(texts: readonly WordCounts[]): Weight {
  const having = new Map<string, number>();
  for (const counts of texts) {
    for (const word of counts.keys()) having.set(word, (having.get(word) ?? 0) + 1);
  }
  return (word) => word.length * Math.log(1 + texts.length / (having.get(word) ?? 1));
}

export function weigh(counts: WordCounts, weight: Weight): number {
  let sum = 0;
  for (const [word, n] of counts) sum += n * weight(word);
  return sum;
}

/** The words that two texts have in common, each as often as both have it. */
export function commonWords(ours: WordCounts, theirs: WordCounts): WordCounts {
  const common = new Map<string, number>();
  for (const [word, n] of ours) {
    const both = Math.min(n, theirs.get(word) ?? 0);
    if (both > 0) common.set(word, both);
  }
  return common;
}

/** What is left of a text's words without those of another. */
export function withoutWords(ours: WordCounts, theirs: WordCounts): WordCounts {
  const left = new Map<string, number>();
  for (const [word, n] of ours) {
    if (n > (theirs.get(word) ?? 0)) left.set(word, n - (theirs.get(word) ?? 0));
  }
  return left;
}

export function addWords(all: readonly WordCounts[]): WordCounts {
  const sum = new Map<string, number>();
  for (const counts of all) {
    for (const [word, n] of counts) sum.set(word, (sum.get(word) ?? 0) + n);
  }
  return sum;
}

/** How much of both texts is common to them, 0 to 1 (L. R. Dice, 1945). */
export function shareOf(ours: WordCounts, theirs: WordCounts, weight: Weight = byLength): number {
  const all = weigh(ours, weight) + weigh(theirs, weight);
  return all === 0 ? 0 : (2 * weigh(commonWords(ours, theirs), weight)) / all;
}

/** A piece of a text that was changed. */
export type Piece = { kind: 'kept' | 'added' | 'removed'; text: string };

/** How one text became another, in pieces that end where words end. */
export function compareWords(before: string, after: string): Piece[] {
  const parts = diffArrays(cutWords(before), cutWords(after));
  const pieces: Piece[] = [];
  let change = { removed: '', added: '' };
  const close = (): void => {
    for (const kind of ['removed', 'added'] as const) {
      if (change[kind] !== '') pieces.push({ kind, text: change[kind] });
    }
    change = { removed: '', added: '' };
  };
  parts.forEach(({ added, removed, value }, i) => {
    const text = value.join('');
    if (removed) change.removed += text;
    else if (added) change.added += text;
    else if (i > 0 && i < parts.length - 1 && text.length === 1) {
      // One character between two changes, a 的 or a comma, is nothing that a reader sees as kept.
      change.removed += text;
      change.added += text;
    } else {
      close();
      pieces.push({ kind: 'kept', text });
    }
  });
  close();
  return pieces;
}

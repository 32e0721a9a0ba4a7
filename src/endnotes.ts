import type { Note } from './kinds/notes/notes.ts';
import type { PlanTree } from './kinds/tree.ts';
import { type Mark, withoutCrossing } from './setting/marks.ts';
import type { Term, TermUse } from './site/glossary.ts';
import { isWithin } from './text/span.ts';
import type { Span } from './text/schema.ts';

/** What is said at the end of a piece of text of words in it: a note of the editors, or a term. `n` counts from 1. */
export type Endnote = { n: number } & ({ note: Note } | { term: Term });

/** The endnotes of a piece of text, and the marks that lead to them. */
export type Endnotes = { notes: Endnote[]; marks: Mark[] };

/**
 * Numbers the notes and terms of a piece of text in the order in which a reader meets them: a number stands where the
 * words end of which it speaks. What is noted of words that stand in several places has one number.
 *
 * @param parts of the text, in order
 * @param tree of the plan
 * @param uses of terms, in this text or in others
 * @param terms of the glossary
 * @param idOf the id of an endnote on the page
 */
export function endnotesOf(
  parts: readonly Pick<Span, 'start' | 'end'>[],
  tree: Pick<PlanTree, 'notes'>,
  { uses, terms }: { uses: readonly TermUse[]; terms: readonly Term[] },
  idOf: (n: number) => string,
): Endnotes {
  const isHere = ({ span }: { span: Span }): boolean => parts.some((part) => isWithin(span, part));
  const noted = tree.notes.flatMap((note) =>
    note.mentions.filter(isHere).map(({ span }) => ({ span, note })),
  );
  const explained = uses.filter(isHere).flatMap(({ span, term: id }) => {
    const term = terms.find((candidate) => candidate.id === id);
    return term ? [{ span, term }] : [];
  });
  const ranked = [...noted, ...explained].sort(
    (a, b) => a.span.end - b.span.end || b.span.start - a.span.start,
  );
  const numbers = new Map<Note | Term, number>();
  const notes: Endnote[] = [];
  for (const { span: _, ...said } of ranked) {
    const thing = 'note' in said ? said.note : said.term;
    if (numbers.has(thing)) continue;
    numbers.set(thing, notes.length + 1);
    notes.push({ n: notes.length + 1, ...said });
  }
  const markOf = ({ span: { start, end } }: { span: Span }, thing: Note | Term): Mark => {
    const n = numbers.get(thing) ?? 0;
    return { start, end, href: `#${idOf(n)}`, class: 'ref', 'data-n': n };
  };
  // Where a term crosses words that are noted, the note's mark stays; the term keeps its number and its words.
  const all = [
    ...noted.map((entry) => markOf(entry, entry.note)),
    ...explained.map((entry) => markOf(entry, entry.term)),
  ];
  return { notes, marks: parts.flatMap((part) => withoutCrossing(part, all)) };
}

import { composePlan } from '../text/compose.ts';
import type { Words } from '../text/schema.ts';
import type { PlanTree } from '../kinds/tree.ts';

/** A stretch of an editor's text; `source` if it is words of the plan. */
export type Piece = { text: string; source?: Words };

/** From this many characters on, a stretch that stands in the plan is no coincidence. */
const fewest = 10;

/** The characters of a plan's source, and where each run of the fewest begins first. */
type Source = { characters: string[]; starts: Map<string, number> };

const sources = new WeakMap<PlanTree, Source>();

/**
 * Finds the words of a plan in an editor's text: every stretch of ten characters or more that stands in
 * the source, as far as the first place where it stands goes on like it. Pages mark them as they mark all words of the plan.
 * @returns pieces in order; together they are the text
 */
export function findPlanWords(text: string, tree: PlanTree): Piece[] {
  const { characters: source, starts } = sourceOf(tree);
  const characters = Array.from(text);
  const pieces: Piece[] = [];
  let plain = 0;
  const say = (end: number): void => {
    if (end > plain) pieces.push({ text: characters.slice(plain, end).join('') });
  };
  for (let i = 0; i + fewest <= characters.length;) {
    const start = starts.get(characters.slice(i, i + fewest).join(''));
    if (start === undefined) {
      i += 1;
      continue;
    }
    let length = fewest;
    while (i + length < characters.length && source[start + length] === characters[i + length]) {
      length += 1;
    }
    say(i);
    const words = characters.slice(i, i + length).join('');
    pieces.push({ text: words, source: { start, end: start + length, text: words } });
    i += length;
    plain = i;
  }
  say(characters.length);
  return pieces;
}

function sourceOf(tree: PlanTree): Source {
  const known = sources.get(tree);
  if (known) return known;
  const characters = Array.from(composePlan(tree.plan, tree.sections, tree.tasks));
  const starts = new Map<string, number>();
  for (let i = characters.length - fewest; i >= 0; i -= 1) {
    starts.set(characters.slice(i, i + fewest).join(''), i);
  }
  const source = { characters, starts };
  sources.set(tree, source);
  return source;
}

import { ExtentIndex, once } from '../text/extent-index.ts';
import { type Extent, areNested, sliceSpan } from '../text/span.ts';
import type { Claim } from '../text/anchor.ts';
import { type ParsedPlan, partWith, textParts } from '../text/compose.ts';
import { type ErrorCode, PlanError, quoteBriefly } from '../text/errors.ts';
import { readEach } from '../text/faults.ts';
import type { Span, Task } from '../text/schema.ts';
import { type Said, joined } from '../text/say.ts';

/**
 * Proves that each stretch of a text is spoken for.
 * @param runs what may not be forgotten: each 《》, each “”, each `*`
 * @param claims the words that entries account for
 * @throws PlanError of this code for those that nobody speaks for
 */
export function proveSpoken(
  tree: ParsedPlan,
  runs: readonly Span[],
  claims: readonly Claim[],
  { code, expected }: { code: ErrorCode; expected: Said },
): void {
  const byPlace = new ExtentIndex(claims, ({ span }) => [span]);
  const left = runs.filter((run) => byPlace.around(withinMarks(run)).length === 0);
  readEach(left, (run) => {
    const task = taskAt(tree, run);
    throw new PlanError(
      code,
      { file: tree.plan.source, line: run.line },
      {
        expected: wordsOf(run.text, task, expected),
        found: noneFor(around(tree, run)),
      },
    );
  });
}

/** Words of a task, if they are in one, and where an entry should have them. */
export function wordsOf(text: string, task: Task | undefined, where: Said): Said {
  const words = quoteBriefly(text, 40);
  return {
    en: `${words}${task ? ` of task ${task.n}` : ''} ${where.en}`,
    zh: `${task ? `第${task.n}项任务的` : ''}${words}${where.zh}`,
  };
}

/** That there is no entry for words. */
export function noneFor(words: string): Said {
  return {
    en: `none for ${quoteBriefly(words, 40)}`,
    zh: `没有条目写到${quoteBriefly(words, 40)}`,
  };
}

/**
 * Refuses two claims on one stretch.
 * @throws PlanError ledger-double
 */
export function refuseDoubles(runs: readonly Span[], claims: readonly Claim[]): void {
  const byPlace = new ExtentIndex(claims, ({ span }) => [span]);
  readEach(runs, (run) => {
    const [one, second] = byPlace.overlapping(run).filter(({ span }) => areNested(span, run));
    if (!one || !second) return;
    throw new PlanError('ledger-double', second.where, {
      expected: joined`${second.where.id}: ${{ en: 'words that no other entry claims', zh: '别的条目没有用过的文字' }}`,
      found: joined`${quoteBriefly(run.text, 40)}, ${{ en: 'also in', zh: '已经用在' }} ${one.where.id}, ${one.where.file}:${one.where.line}`,
    });
  });
}

const byPlaceOf = once(
  (tasks: readonly Task[]) => new ExtentIndex(tasks, ({ sentences }) => sentences),
);

/** The task in one of whose sentences words stand. */
export function taskAt({ tasks }: Pick<ParsedPlan, 'tasks'>, words: Extent): Task | undefined {
  return byPlaceOf(tasks).around(words)[0];
}

/**
 * Refuses annotations whose words cross: marks in a text can only nest.
 * @throws PlanError mark-crossing for those that cross an earlier one
 */
export function refuseCrossing(claims: readonly Claim[]): void {
  const inOrder = [...claims].sort(
    (a, b) => a.span.start - b.span.start || b.span.end - a.span.end,
  );
  const open: Claim[] = [];
  readEach(inOrder, (claim) => {
    while (open.length > 0 && (open.at(-1)?.span.end ?? 0) <= claim.span.start) open.pop();
    const around = open.at(-1);
    if (around && claim.span.end > around.span.end) {
      throw new PlanError('mark-crossing', claim.where, {
        expected: joined`${claim.where.id}: ${{
          en: `words that hold ${quoteBriefly(around.span.text)}, or stand in them, or apart`,
          zh: `包含${quoteBriefly(around.span.text)}、在它之内或与它分开的文字`,
        }}`,
        found: joined`${quoteBriefly(claim.span.text)}, ${{ en: 'which cross those of', zh: '交叉的是' }} ${around.where.id}, ${around.where.file}:${around.where.line}`,
      });
    }
    open.push(claim);
  });
}

/** Words without the 《》 or “” around them: a name has none, and a part of a name does not speak for all of it. */
function withinMarks({ start, end, text }: Span): Extent {
  return {
    start: start + (/^[《“]/u.test(text) ? 1 : 0),
    end: end - (/[》”]$/u.test(text) ? 1 : 0),
  };
}

/** Every stretch from an opening to its closing mark, both included; what stands inside one is part of it. */
export function findBracketed(plan: ParsedPlan, open: string, close: string): Span[] {
  return Array.from(textParts(plan)).flatMap((part) => {
    const characters = Array.from(part.text);
    const found: Span[] = [];
    let depth = 0;
    let from = 0;
    const push = (end: number): void => {
      const text = characters.slice(from, end).join('');
      found.push({ start: part.start + from, end: part.start + end, line: part.line, text });
    };
    characters.forEach((character, i) => {
      if (character === open) {
        if (depth === 0) from = i;
        depth += 1;
      } else if (character === close && depth > 0) {
        depth -= 1;
        if (depth === 0) push(i + 1);
      }
    });
    // One that nobody closes reaches to the end of its sentence.
    if (depth > 0) push(characters.length);
    return found;
  });
}

/** Every stretch of a plan's text that a pattern finds. */
export function findRuns(plan: ParsedPlan, pattern: RegExp): Span[] {
  return Array.from(textParts(plan)).flatMap((part) =>
    Array.from(part.text.matchAll(pattern), ({ 0: text, index }) => {
      return sliceSpan(part, index, text);
    }),
  );
}

/** Words with a few characters on either side. */
export function around(tree: ParsedPlan, { start, end }: Span): string {
  const part = partWith(tree, { start, end });
  if (!part) return '';
  const characters = Array.from(part.text);
  return characters.slice(Math.max(0, start - part.start - 6), end - part.start + 6).join('');
}

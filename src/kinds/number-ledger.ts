import { ExtentIndex } from '../text/extent-index.ts';
import { sliceSpan } from '../text/span.ts';
import type { Claim } from '../text/anchor.ts';
import { type ParsedPlan, planParts } from '../text/compose.ts';
import { PlanError, quoteBriefly } from '../text/errors.ts';
import { Faults, readEach } from '../text/faults.ts';
import type { Span } from '../text/schema.ts';
import { taskAt, wordsOf, noneFor } from './name-ledger.ts';
import { joined } from '../text/say.ts';

/** Where a run of digits is accounted for. */
export type LedgerEntry = {
  digits: Span;
  by: 'target' | 'numeral' | 'list-number' | 'front' | 'preface' | 'closing';
};

/** What targets and other numerals claim. */
export type NumberClaims = Record<'target' | 'numeral', readonly Claim[]>;

type NumberClaim = Claim & { by: keyof NumberClaims };

/**
 * Proves that no number of a text is forgotten, and that none is claimed twice.
 * @returns every run of digits, with what accounts for it
 * @throws PlanError ledger-double for claims on what is accounted for, ledger-leftover for runs that are not
 */
export function balanceNumbers(tree: ParsedPlan, { target, numeral }: NumberClaims): LedgerEntry[] {
  const claims: NumberClaim[] = [
    ...target.map((claim): NumberClaim => ({ ...claim, by: 'target' })),
    ...numeral.map((claim): NumberClaim => ({ ...claim, by: 'numeral' })),
  ];
  const known = knownParts(tree);
  const byPlace = new ExtentIndex(claims, ({ span }) => [span]);
  const knownByPlace = new ExtentIndex(known.keys(), (span) => [span]);
  const faults = new Faults();
  faults.attempt(() =>
    readEach(claims, (claim) => {
      const [first] = byPlace.overlapping(claim.span);
      const other = first === claim ? undefined : first;
      const [part] = knownByPlace.overlapping(claim.span);
      if (!other && !part) return;
      throw new PlanError('ledger-double', claim.where, {
        expected: joined`${claim.where.id}: ${{ en: 'a number that no other entry claims', zh: '别的条目没有用过的数字' }}`,
        found: other
          ? joined`${quoteBriefly(claim.span.text)}, ${{ en: 'also in', zh: '已经用在' }} ${other.where.id}, ${other.where.file}:${other.where.line}`
          : {
              en: `${quoteBriefly(claim.span.text)} in the ${part && known.get(part)} of the plan, which needs no entry`,
              zh: `${quoteBriefly(claim.span.text)}，在题前、题头、文末或序号里，不需要条目`,
            },
      });
    }),
  );
  const entries = faults.attempt(() =>
    readEach(digitRuns(tree), ({ digits, part, before, after }) => {
      const by = known.get(part) ?? byPlace.around(digits)[0]?.by;
      if (by) return { digits, by };
      const task = taskAt(tree, part);
      throw new PlanError(
        'ledger-leftover',
        { file: tree.plan.source, line: digits.line },
        {
          expected: wordsOf(digits.text, task, {
            en: 'whole in one entry of targets.yaml or numerals.yaml',
            zh: '整个写进 targets.yaml 或 numerals.yaml 的一个条目',
          }),
          found: noneFor(before + digits.text + after),
        },
      );
    }),
  );
  faults.throwFound();
  return entries ?? [];
}

/** The parts whose numbers are known from where they stand. */
function knownParts({ plan, sections, tasks }: ParsedPlan): Map<Span, LedgerEntry['by']> {
  const known = new Map<Span, LedgerEntry['by']>();
  for (const part of plan.front) known.set(part, 'front');
  for (const part of plan.preface) known.set(part, 'preface');
  for (const part of plan.closing) known.set(part, 'closing');
  for (const { marker } of [...sections, ...sections.flatMap(({ groups }) => groups), ...tasks]) {
    if (marker) known.set(marker, 'list-number');
  }
  return known;
}

/** Every run of digits of the source, with the part it stands in and a few characters on either side. */
function digitRuns({
  plan,
  sections,
  tasks,
}: ParsedPlan): { digits: Span; part: Span; before: string; after: string }[] {
  return Array.from(planParts(plan, sections, tasks)).flatMap((part) =>
    Array.from(part.text.matchAll(/\p{Nd}+/gu), ({ 0: text, index }) => {
      return {
        digits: sliceSpan(part, index, text),
        part,
        before: part.text.slice(Math.max(0, index - 8), index),
        after: part.text.slice(index + text.length, index + text.length + 8),
      };
    }),
  );
}

import { ExtentIndex, once } from '../../text/extent-index.ts';
import {
  type Anchor,
  type AnchorTree,
  type Located,
  type Passage,
  type Where,
  describePlace,
  resolveQuotation,
} from '../../text/anchor.ts';
import { type ErrorCode, PlanError, quoteBriefly } from '../../text/errors.ts';
import { readEach } from '../../text/faults.ts';
import { type Quantity, readQuantities } from '../../text/quantity.ts';
import { ownIdForm } from '../../text/schema.ts';
import { parseYaml } from '../../text/yaml.ts';
import { addendsOf, findAdditionFault, partsOf, sumParts, targetWith } from './consistency.ts';
import { type Target, type TargetEntry, targetsFileSchema } from './targets.ts';

/** A sentence on the page of its task, where targets have their ids too: `s2`. */
const sentenceIdForm = /^s\d+$/u;

/**
 * Reads `targets.yaml` and checks every entry against the words it quotes, and against the others.
 * @param tree the plan's id and its parsed text
 * @returns targets in the order of the source
 * @throws PlanError yaml-…, reference-missing, quote-…, target-…: the first fault found
 */
export function readTargets(
  text: string,
  file: string,
  tree: AnchorTree & { plan: { id: string } },
): Located<Target>[] {
  const { data, lineOf } = parseYaml(text, file, targetsFileSchema);
  const firstOf = new Map<string, number>();
  const located = readEach(data, (entry, i): Located<Target> => {
    const whereOf = (key: string): Where => ({
      file,
      line: lineOf([i, key]),
      id: entry.id,
    });
    const first = firstOf.get(entry.id);
    firstOf.set(entry.id, first ?? i);
    const clash =
      first !== undefined
        ? `the id on line ${lineOf([first, 'id'])}`
        : sentenceIdForm.test(entry.id)
          ? 'the id of a sentence'
          : ownIdForm.test(entry.id)
            ? 'which pages keep for themselves'
            : undefined;
    if (clash !== undefined) {
      throw new PlanError('target-duplicate', whereOf('id'), {
        expected: `an id of its own in ${describePlace(entry)}`,
        found: `“${entry.id}”, ${clash}`,
      });
    }
    const rival = data.findIndex(
      (other) =>
        entry.indicatorId !== undefined &&
        other.indicatorId === entry.indicatorId &&
        other.scope === entry.scope,
    );
    if (rival >= 0 && rival < i) {
      throw new PlanError('target-indicator', whereOf('indicatorId'), {
        expected: `an indicator of its own for ${entry.id}, or another scope`,
        found: `“${entry.indicatorId}”, that of line ${lineOf([rival, 'indicatorId'])}`,
      });
    }
    const anchor = resolveQuotation(tree, entry, whereOf('quote'));
    const quantity = findQuantity(entry, anchor, whereOf);
    checkScope(entry, anchor, whereOf);
    return {
      whereOf,
      entry: {
        ...entry,
        plan: tree.plan.id,
        decimals: quantity.decimals,
        multiplier: quantity.multiplier,
        normalised: quantity.normalised,
        span: anchor.span,
        quantity: anchor.passage.span(quantity.start, quantity.end),
        ...(anchor.sentence === undefined ? {} : { sentence: anchor.sentence }),
      },
    };
  });
  const targets = located.map(({ entry }) => entry);
  readEach(located, (target) => checkRelations(target, targets));
  return located.sort((a, b) => a.entry.quantity.start - b.entry.quantity.start);
}

/** The quantities of a passage by where they stand in it, in UTF-16 units. */
const quantitiesIn = once(
  (passage: Passage) => new ExtentIndex(readQuantities(passage.text), (quantity) => [quantity]),
);

/**
 * The quantity that an entry claims: the only one, whole within its quotation, that has its value and
 * unit. It is read with the words around the quotation, so that nobody can quote half of 7.8万人, or
 * leave out 不少于.
 */
function findQuantity(
  entry: TargetEntry,
  { passage, start, end }: Anchor,
  whereOf: Located<Target>['whereOf'],
): Quantity {
  const { id, value, upTo, unit, normalised, qualifier, quote } = entry;
  const quoted = quantitiesIn(passage).within({ start, end });
  const printed = quoted.map(({ text }) => text).join(', ') || 'no whole quantity';
  const inQuote = `in ${quoteBriefly(quote)}, ${describePlace(entry)}`;
  const fault = (code: ErrorCode, key: string, expected: string, found: string): PlanError =>
    new PlanError(code, whereOf(key), { expected: `${id}: ${expected}`, found });

  const sameValue = quoted.filter((q) => q.value === value && q.upTo === upTo);
  if (sameValue.length === 0) {
    const found = upTo === undefined ? String(value) : `${value} to ${upTo}`;
    throw fault('target-value', 'value', `a number ${inQuote}: ${printed}`, found);
  }
  const [quantity, second] = sameValue.filter((q) => q.unit === unit);
  if (!quantity) {
    const units = sameValue.map((q) => `“${q.unit}”`).join(', ');
    throw fault(
      'target-unit',
      'unit',
      `${units}, the unit of ${printed} ${inQuote}`,
      quoteBriefly(unit),
    );
  }
  if (second) {
    throw fault(
      'quote-ambiguous',
      'quote',
      `words with one ${quantity.text}`,
      `${printed} ${inQuote}`,
    );
  }
  if (normalised !== undefined && normalised !== quantity.normalised) {
    const right = `${quantity.normalised}, which is ${quantity.text} ${inQuote}`;
    throw fault('target-value', 'normalised', right, String(normalised));
  }
  // A word that the reader of quantities does not know may qualify too, if it is quoted.
  const isPrinted = quantity.qualifier
    ? qualifier === quantity.qualifier
    : qualifier === undefined || quote.includes(qualifier);
  if (!isPrinted) {
    const right = quantity.qualifier ? `“${quantity.qualifier}”` : 'no qualifier';
    throw fault(
      'target-qualifier',
      'qualifier',
      `${right}, as printed with ${quantity.text} ${inQuote}`,
      qualifier === undefined ? 'none' : quoteBriefly(qualifier),
    );
  }
  return quantity;
}

/** A scope is not the editor's: the sentence prints it. */
function checkScope(
  entry: TargetEntry,
  { passage, start }: Anchor,
  whereOf: Located<Target>['whereOf'],
): void {
  const sentence = passage.partAt(start).text;
  if (entry.scope === undefined || sentence.includes(entry.scope)) return;
  throw new PlanError('target-scope', whereOf('scope'), {
    expected: `${entry.id}: words of ${quoteBriefly(sentence, 60)}, ${describePlace(entry)}`,
    found: quoteBriefly(entry.scope),
  });
}

/** Kinds that `of` may name, by the kind of the target that names it. */
const kindsOf: Partial<Record<Target['kind'], readonly Target['kind'][]>> = {
  part: ['total'],
  growth: ['absolute', 'total', 'part', 'budget'],
  decline: ['absolute', 'total', 'part', 'budget'],
};

function checkRelations({ entry, whereOf }: Located<Target>, targets: readonly Target[]): void {
  const name = `${entry.id}: `;
  const allowed = kindsOf[entry.kind];
  if (allowed) {
    const other = targetWith(entry.of, targets);
    const needsUnit = entry.kind === 'part' ? ` in ${entry.unit}` : '';
    if (!other || !allowed.includes(other.kind) || (needsUnit && other.unit !== entry.unit)) {
      throw new PlanError('target-total', whereOf('of'), {
        expected: `${name}the id of a target of kind ${allowed.join(', ')}${needsUnit}, for ${describePlace(entry)}`,
        found: `${quoteBriefly(entry.of ?? '')}, ${other ? `of kind ${other.kind} in ${other.unit}` : 'which is no target'}`,
      });
    }
  }
  if (entry.kind === 'total') {
    const parts = partsOf(entry, targets);
    if (parts.length === 0) {
      throw new PlanError('target-total', whereOf('kind'), {
        expected: `${name}parts of this total in ${describePlace(entry)}, or kind absolute`,
        found: 'no target with it as `of`',
      });
    }
    const sum = sumParts(entry, targets);
    if (sum && !sum.holds && sum.difference > 0) {
      throw new PlanError('target-parts', whereOf('value'), {
        expected: `${name}parts of no more than ${entry.normalised}${entry.unit}, ${describePlace(entry)}`,
        found: `${sum.sum}: ${parts.map((part) => `${part.id} ${part.normalised}`).join(', ')}`,
      });
    }
  }
  if (entry.addsTo !== undefined) {
    const fault = findAdditionFault(addendsOf(entry.addsTo, targets));
    if (fault) {
      throw new PlanError('target-addition', whereOf('addsTo'), {
        expected: `${name}two or more counts of one thing that add up to ${quoteBriefly(entry.addsTo)}, ${describePlace(entry)}`,
        found: fault,
      });
    }
  }
}

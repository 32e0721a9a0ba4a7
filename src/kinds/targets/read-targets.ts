import { ExtentIndex, once } from '../../text/extent-index.ts';
import {
  type Anchor,
  type AnchorTree,
  type Located,
  type Passage,
  type Where,
  describePlace,
  resolveQuotation,
  wordsOfSentence,
} from '../../text/anchor.ts';
import { type ErrorCode, PlanError, quoteBriefly } from '../../text/errors.ts';
import { readEach } from '../../text/faults.ts';
import { type Quantity, readQuantities } from '../../text/quantity.ts';
import { ownIdForm } from '../../text/schema.ts';
import { parseYaml } from '../../text/yaml.ts';
import { addendsOf, findAdditionFault, partsOf, sumParts, targetWith } from './consistency.ts';
import { type Target, type TargetEntry, targetsFileSchema } from './targets.ts';
import { type Message, type Said, joined, listed } from '../../text/say.ts';
import { keptByPages } from '../../text/phrases.ts';

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
        ? {
            en: `the id on line ${lineOf([first, 'id'])}`,
            zh: `与第 ${lineOf([first, 'id'])} 行的编号相同`,
          }
        : sentenceIdForm.test(entry.id)
          ? { en: 'the id of a sentence', zh: '句子的编号' }
          : ownIdForm.test(entry.id)
            ? keptByPages
            : undefined;
    if (clash !== undefined) {
      throw new PlanError('target-duplicate', whereOf('id'), {
        expected: {
          en: `an id of its own in ${describePlace(entry).en}`,
          zh: `${describePlace(entry).zh}，不与别处相同的编号`,
        },
        found: joined`“${entry.id}”, ${clash}`,
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
  const printed =
    quoted.length > 0
      ? listed(quoted.map(({ text }) => text))
      : { en: 'no whole quantity', zh: '没有完整的数量' };
  const place = describePlace(entry);
  const inQuote = {
    en: `in ${quoteBriefly(quote)}, ${place.en}`,
    zh: `${place.zh}的${quoteBriefly(quote)}里`,
  };
  const fault = (code: ErrorCode, key: string, expected: Said, found: Message): PlanError =>
    new PlanError(code, whereOf(key), { expected: joined`${id}: ${expected}`, found });

  const sameValue = quoted.filter((q) => q.value === value && q.upTo === upTo);
  if (sameValue.length === 0) {
    const found =
      upTo === undefined ? String(value) : { en: `${value} to ${upTo}`, zh: `${value} 至 ${upTo}` };
    const expected = {
      en: `a number ${inQuote.en}: ${printed.en}`,
      zh: `${inQuote.zh}的数：${printed.zh}`,
    };
    throw fault('target-value', 'value', expected, found);
  }
  const [quantity, second] = sameValue.filter((q) => q.unit === unit);
  if (!quantity) {
    const units = listed(sameValue.map((q) => `“${q.unit}”`));
    throw fault(
      'target-unit',
      'unit',
      {
        en: `${units.en}, the unit of ${printed.en} ${inQuote.en}`,
        zh: `${units.zh}，即${inQuote.zh}${printed.zh}的单位`,
      },
      quoteBriefly(unit),
    );
  }
  if (second) {
    throw fault(
      'quote-ambiguous',
      'quote',
      { en: `words with one ${quantity.text}`, zh: `只有一个${quantity.text}的文字` },
      { en: `${printed.en} ${inQuote.en}`, zh: `${inQuote.zh}有${printed.zh}` },
    );
  }
  if (normalised !== undefined && normalised !== quantity.normalised) {
    const right = {
      en: `${quantity.normalised}, which is ${quantity.text} ${inQuote.en}`,
      zh: `${quantity.normalised}，即${inQuote.zh}的${quantity.text}`,
    };
    throw fault('target-value', 'normalised', right, String(normalised));
  }
  // A word that the reader of quantities does not know may qualify too, if it is quoted.
  const isPrinted = quantity.qualifier
    ? qualifier === quantity.qualifier
    : qualifier === undefined || quote.includes(qualifier);
  if (!isPrinted) {
    const right = quantity.qualifier
      ? joined`“${quantity.qualifier}”`
      : { en: 'no qualifier', zh: '没有限定词' };
    throw fault(
      'target-qualifier',
      'qualifier',
      {
        en: `${right.en}, as printed with ${quantity.text} ${inQuote.en}`,
        zh: `${right.zh}，照${inQuote.zh}的${quantity.text}`,
      },
      qualifier === undefined ? { en: 'none', zh: '没有限定词' } : quoteBriefly(qualifier),
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
    expected: joined`${entry.id}: ${wordsOfSentence(sentence, entry)}`,
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
  const place = describePlace(entry);
  const allowed = kindsOf[entry.kind];
  if (allowed) {
    const other = targetWith(entry.of, targets);
    const needsUnit = entry.kind === 'part';
    if (!other || !allowed.includes(other.kind) || (needsUnit && other.unit !== entry.unit)) {
      throw new PlanError('target-total', whereOf('of'), {
        expected: joined`${entry.id}: ${{
          en: `the id of a target of kind ${allowed.join(', ')}${needsUnit ? ` in ${entry.unit}` : ''}, for ${place.en}`,
          zh: `${place.zh}，一个 kind 为 ${allowed.join('、')}${needsUnit ? `、单位为 ${entry.unit} ` : ' '}的目标的编号`,
        }}`,
        found: joined`${quoteBriefly(entry.of ?? '')}, ${
          other
            ? {
                en: `of kind ${other.kind} in ${other.unit}`,
                zh: `它的 kind 是 ${other.kind}，单位是 ${other.unit}`,
              }
            : { en: 'which is no target', zh: '没有这个目标' }
        }`,
      });
    }
  }
  if (entry.kind === 'total') {
    const parts = partsOf(entry, targets);
    if (parts.length === 0) {
      throw new PlanError('target-total', whereOf('kind'), {
        expected: joined`${entry.id}: ${{
          en: `parts of this total in ${place.en}, or kind absolute`,
          zh: `${place.zh}有这个总数的分项，或 kind 写 absolute`,
        }}`,
        found: { en: 'no target with it as `of`', zh: '没有目标的 `of` 写它' },
      });
    }
    const sum = sumParts(entry, targets);
    if (sum && !sum.holds && sum.difference > 0) {
      throw new PlanError('target-parts', whereOf('value'), {
        expected: joined`${entry.id}: ${{
          en: `parts of no more than ${entry.normalised}${entry.unit}`,
          zh: `分项之和不超过 ${entry.normalised}${entry.unit}`,
        }}, ${place}`,
        found: joined`${sum.sum}: ${listed(parts.map((part) => `${part.id} ${part.normalised}`))}`,
      });
    }
  }
  if (entry.addsTo !== undefined) {
    const fault = findAdditionFault(addendsOf(entry.addsTo, targets));
    if (fault) {
      throw new PlanError('target-addition', whereOf('addsTo'), {
        expected: joined`${entry.id}: ${{
          en: `two or more counts of one thing that add up to ${quoteBriefly(entry.addsTo)}`,
          zh: `两个或更多同一种东西的数，加起来是${quoteBriefly(entry.addsTo)}`,
        }}, ${place}`,
        found: fault,
      });
    }
  }
}

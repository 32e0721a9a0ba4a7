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
import {
  type Quantity,
  isKnownUnit,
  readQuantitiesIn,
  unlistedUnitAt,
} from '../../text/quantity.ts';
import { ownIdForm } from '../../text/schema.ts';
import { parseYaml } from '../../text/yaml.ts';
import {
  addendsOf,
  findAdditionFault,
  findExcess,
  partsOf,
  targetWith,
  unitOf,
} from './consistency.ts';
import type { ReadContext, TellDoubt } from '../kind.ts';
import { type Target, type TargetEntry, targetsFileSchema } from './targets.ts';
import { type Message, type Said, joined, listed, say } from '../../text/say.ts';
import { keptByPages } from '../../text/phrases.ts';

/** A sentence on the page of its task, where targets have their ids too: `s2`. */
const sentenceIdForm = /^s\d+$/u;

/**
 * Reads `targets.yaml` and checks every entry against the words it quotes, and against the others.
 * @param tree the plan's id and its parsed text
 * @param tell is told, once for each, of units that are in no list of measure words
 * @returns targets in the order of the source
 * @throws PlanError yaml-…, reference-missing, quote-…, target-…: the first fault found
 */
export function readTargets(
  text: string,
  file: string,
  tree: AnchorTree & { plan: { id: string } },
  { tell, isProven = false }: Pick<ReadContext, 'tell' | 'isProven'> = {},
): Located<Target>[] {
  const { data, lineOf } = parseYaml(text, file, targetsFileSchema);
  const unlisted = [...new Set(data.flatMap(({ unit = '' }) => (isKnownUnit(unit) ? [] : unit)))];
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
    const rival = data.findIndex(
      (other) =>
        entry.indicatorId !== undefined &&
        other.indicatorId === entry.indicatorId &&
        other.scope === entry.scope,
    );
    if (rival >= 0 && rival < i) {
      throw new PlanError('target-indicator', whereOf('indicatorId'), {
        expected: {
          en: `an indicator of its own for ${entry.id}, or another scope`,
          zh: `${entry.id} 自己的 indicatorId，或另一个 scope`,
        },
        found: {
          en: `“${entry.indicatorId}”, that of line ${lineOf([rival, 'indicatorId'])}`,
          zh: `“${entry.indicatorId}”，与第 ${lineOf([rival, 'indicatorId'])} 行的相同`,
        },
      });
    }
    const anchor = resolveQuotation(tree, entry, whereOf('quote'));
    const quantity = findQuantity(entry, anchor, { whereOf, unlisted });
    checkScope(entry, anchor, whereOf);
    return {
      whereOf,
      entry: {
        ...entry,
        plan: tree.plan.id,
        unit: quantity.unit,
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
  readEach(located, (target) => checkRelations(target, targets, isProven));
  for (const unit of new Set(targets.map((target) => target.unit))) {
    const first = located.find(({ entry }) => entry.unit === unit);
    if (first && !isKnownUnit(unit)) tellUnlisted(first, tell);
  }
  return located.sort((a, b) => a.entry.quantity.start - b.entry.quantity.start);
}

/** The quantities of a passage by where they stand in it, in UTF-16 units. */
const quantitiesIn = once((passage: Passage) => {
  const byUnits = new Map<string, ExtentIndex<Quantity>>();
  return (unlisted: readonly string[]): ExtentIndex<Quantity> => {
    const key = unlisted.join();
    const index =
      byUnits.get(key) ??
      new ExtentIndex(readQuantitiesIn(passage.text, unlisted), (quantity) => [quantity]);
    byUnits.set(key, index);
    return index;
  };
});

/**
 * The quantity that an entry claims: the only one, whole within its quotation, that has its value and
 * unit. It is read with the words around the quotation, so that nobody can quote half of 7.8万人, or
 * leave out 不少于. An entry without a unit has that of the words, if need be the character after the number.
 * @param unlisted units of the file that are in no list of measure words
 */
function findQuantity(
  entry: TargetEntry,
  { passage, start, end }: Anchor,
  { whereOf, unlisted }: { whereOf: Located<Target>['whereOf']; unlisted: readonly string[] },
): Quantity {
  const { id, value, upTo, unit, normalised, qualifier, quote } = entry;
  const readWith = (words: readonly string[]): Quantity[] =>
    quantitiesIn(passage)(words).within({ start, end });
  const isSame = (q: Quantity): boolean => q.value === value && q.upTo === upTo;
  let quoted = readWith(unlisted);
  if (unit === undefined) {
    const words = quoted.flatMap((q) =>
      (isSame(q) || q.value === upTo) && q.unit === ''
        ? (unlistedUnitAt(passage.text, q.end) ?? [])
        : [],
    );
    if (words.length > 0) quoted = readWith([...unlisted, ...words]);
  }
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

  const sameValue = quoted.filter(isSame);
  if (sameValue.length === 0) {
    const found =
      upTo === undefined ? String(value) : { en: `${value} to ${upTo}`, zh: `${value} 至 ${upTo}` };
    const expected = {
      en: `a number ${inQuote.en}: ${printed.en}`,
      zh: `${inQuote.zh}的数：${printed.zh}`,
    };
    throw fault('target-value', 'value', expected, found);
  }
  const [quantity, second] = sameValue.filter(
    (q) => unit === undefined || q.unit === unit || isPrintedUnit(unit, q),
  );
  if (!quantity) {
    const units = listed(sameValue.map((q) => `“${q.unit}”`));
    throw fault(
      'target-unit',
      'unit',
      {
        en: `${units.en}, the unit of ${printed.en} ${inQuote.en}, or the word that stands after the number there`,
        zh: `${units.zh}，即${inQuote.zh}${printed.zh}的单位，或者紧跟在数后面的字`,
      },
      quoteBriefly(unit ?? ''),
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

/** Whether a unit is what stands after the digits, with 万 or 亿: 亿元 of 3亿元, whose unit is 元. */
function isPrintedUnit(unit: string, quantity: Quantity): boolean {
  return (
    unit.endsWith(quantity.unit) &&
    /^[\d.,，．０-９—–~～-]+/u.exec(quantity.text)?.[0] + unit === quantity.text
  );
}

function tellUnlisted({ entry, whereOf }: Located<Target>, tell: TellDoubt | undefined): void {
  tell?.(whereOf('unit'), {
    expected: {
      en: `a measure word that is known, or else one that the text prints: right if ${entry.quantity.text} is the number with its unit`,
      zh: `已知的量词，或者原文确有的量词：如果“${entry.quantity.text}”就是数和单位，不用改`,
    },
    found: joined`${entry.id}: “${entry.unit}”`,
  });
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

/** Kinds that `of` may name, by the kind of the target that names it: a change of a change says nothing. */
const kindsOf: Partial<Record<Target['kind'], readonly Target['kind'][]>> = {
  part: ['total', 'absolute', 'budget', 'part'],
  growth: ['absolute', 'total', 'part', 'budget', 'share'],
  decline: ['absolute', 'total', 'part', 'budget', 'share'],
};

/** Units of changes that may be said of anything. */
const unitsOfChange = ['', '%', '‰', '倍', '番'];

/** Why a target cannot be of another; undefined if it can. */
function findRelationFault(target: Target, other: Target): Said | undefined {
  const kinds = kindsOf[target.kind] ?? [];
  if (!kinds.includes(other.kind)) {
    return {
      en: `of kind ${other.kind}, not ${kinds.join(', ')}`,
      zh: `它的 kind 是 ${other.kind}，不是 ${kinds.join('、')}`,
    };
  }
  const isPoints = target.unit === '个百分点';
  const isUnit =
    target.unit === other.unit ||
    (target.kind !== 'part' &&
      (isPoints ? other.unit === '%' : unitsOfChange.includes(target.unit)));
  return isUnit
    ? undefined
    : joined`${unitOf(other.unit)}: ${{
        en: `another unit than ${say(unitOf(target.unit), 'en')}`,
        zh: `单位与（${say(unitOf(target.unit), 'zh')}）不同`,
      }}`;
}

/** Those of which a target may be one, the nearest first: of its task, then of the others. */
function findWholes(target: Target, targets: readonly Target[]): Target[] {
  const fitting = targets.filter(
    (other) =>
      other !== target &&
      !findRelationFault(target, other) &&
      !isWithinParts(other, target, targets),
  );
  return [
    ...fitting.filter(({ task }) => task === target.task),
    ...fitting.filter(({ task }) => task !== target.task),
  ];
}

/** Whether a target is another one, or of it by any number of steps. */
function isWithinParts(target: Target, other: Target, targets: readonly Target[]): boolean {
  const seen = new Set<Target>();
  for (let at: Target | undefined = target; at && !seen.has(at); at = targetWith(at.of, targets)) {
    if (at === other) return true;
    seen.add(at);
  }
  return false;
}

const mostOffered = 5;

function checkRelations(
  { entry, whereOf }: Located<Target>,
  targets: readonly Target[],
  isProven: boolean,
): void {
  const place = describePlace(entry);
  if (entry.of !== undefined) {
    const other = targetWith(entry.of, targets);
    const fault = !other
      ? { en: 'which is no target', zh: '没有这个目标' }
      : isWithinParts(other, entry, targets)
        ? { en: 'which is itself, or of it', zh: '就是它自己，或者本来就属于它' }
        : findRelationFault(entry, other);
    if (fault) {
      const wholes = findWholes(entry, targets)
        .slice(0, mostOffered)
        .map(({ id, quantity }) => `${id} (${quantity.text})`);
      const what =
        entry.kind === 'part'
          ? {
              en: `the id of the whole of which it is a part, in the same unit, or kind absolute`,
              zh: '它属于哪个数，写那个数的编号，单位要相同；不属于哪个数的，kind 写 absolute',
            }
          : {
              en: `the id of the figure that changes, or no \`of\``,
              zh: '哪个数增减，写那个数的编号；原文没有那个数就不写 of',
            };
      throw new PlanError('target-total', whereOf('of'), {
        expected: joined`${entry.id}: ${what}: ${
          wholes.length > 0
            ? listed(wholes)
            : { en: 'the plan has none that fits', zh: '没有合适的' }
        }; ${place}`,
        found: joined`${quoteBriefly(entry.of)}, ${fault}`,
      });
    }
  }
  const parts = partsOf(entry, targets);
  // The parts of a total may wait for review.
  if (entry.kind === 'total' && parts.length === 0 && !isProven) {
    throw new PlanError('target-total', whereOf('kind'), {
      expected: joined`${entry.id}: ${{
        en: `parts of this total in ${place.en}, or kind absolute`,
        zh: `${place.zh}有这个总数的分项，或 kind 写 absolute`,
      }}`,
      found: { en: 'no target with it as `of`', zh: '没有目标的 `of` 写它' },
    });
  }
  // A part that cannot be one is told of at its own line.
  const fitting = parts.filter((part) => !findRelationFault(part, entry));
  const sum = findExcess(entry, fitting);
  if (sum !== undefined) {
    throw new PlanError('target-parts', whereOf('value'), {
      expected: joined`${entry.id}: ${{
        en: `parts of no more than ${entry.normalised}${entry.unit}`,
        zh: `分项之和不超过 ${entry.normalised}${entry.unit}`,
      }}, ${place}`,
      found: joined`${sum}: ${listed(fitting.map((part) => `${part.id} ${part.normalised}`))}`,
    });
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

import { type Quantity, readQuantities } from '../text/quantity.ts';
import type { ParsedPlan } from '../text/compose.ts';
import { draftWords as words } from './words.ts';
import { type Placed, type Words, placedPassages, quoteWords } from './passages.ts';
import type { Proposal } from './proposal.ts';

/** Units of time, age, rank and order: what they count is when, who or which, and no commitment. */
const unitsOfOrder = /^(?:年|月|日|周岁|岁|年级|级|届|号|章|句|字|学年|学期|大|)$/u;

/** Units of how long: with a bound they are a commitment, without they tell when. */
const unitsOfTime = /^(?:天|个?工作日|个月|小时|个小时|分钟|秒|周)$/u;

/** What Chinese numerals count that is surely a figure; 三个 and 两支 count what is listed. */
const unitsOfFigures = /^(?:%|‰|番|倍|个百分点|元)$/u;

/** What is said of a figure that is another from now on. */
const changeTo =
  '(?:提高|提升|增加|增长|上升|扩大|延长|下降|降低|减少|压减|压缩|缩短|缩减|增|降|升)(?:到|至)';
const risesOrFalls = new RegExp(`^${changeTo}`, 'u');
const hasRisenOrFallen = new RegExp(`(?:[由从][^，,；;。]{0,16}?)?${changeTo}$`, 'u');

/** A measure of sums that has no figure: 亿元, 千万元. */
const bareMultiplier = /^[百千万亿]+元$/u;

/** What tells of the past, of rules or of what others did, in the clause before a number; 比上年增长 is a promise. */
const told =
  /(?:已|(?<![比较])[去上]年|截至|累计|现有|目前|荣获|获得|获评|曾|过去|以来)[^，,；;。]*$/u;

const clauseBefore = (text: string, at: number): string =>
  /[^，,；;。：:（）()、]*$/u.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? '';

/** Runs of digits with what belongs to them in dates, times, masks and codes. */
const run =
  /\p{Nd}+(?:[*.:：∶,/~～〜—–-]*[\p{Nd}*]+)*\*?(?:年(?:\d{1,2}月(?:\d{1,2}日)?)?|月\d{1,2}日)?/gu;

/** Proposes for every number of a plan a target or a numeral. */
export function proposeNumbers(
  tree: ParsedPlan,
  {
    isKnown,
    isInName,
    ids,
  }: {
    /** Whether an entry of the file speaks for words already. */
    isKnown: (kind: 'targets' | 'numerals', span: { start: number; end: number }) => boolean;
    /** Whether words are part of the name of a document. */
    isInName: (words: Words) => boolean;
    /** Those of targets that are taken. */
    ids: ReadonlySet<string>;
  },
): { targets: Proposal[]; numerals: Proposal[] } {
  const targets: Proposal[] = [];
  const numerals: Proposal[] = [];
  const counts = new Map<string, number>();
  for (const placed of placedPassages(tree)) {
    const { passage, place } = placed;
    const { text } = passage;
    const taken: { start: number; end: number }[] = [];
    const own: Figure[] = [];
    const isNew = (kinds: readonly ('targets' | 'numerals')[], start: number, end: number) =>
      kinds.every((kind) => !isKnown(kind, passage.span(start, end)));
    for (const quantity of readQuantities(text)) {
      const { start, end } = quantity;
      if (!isCommitment(text, quantity) || isInName({ ...placed, start, end })) continue;
      taken.push({ start, end });
      const at =
        place.task === undefined
          ? place.section === undefined
            ? 'g'
            : `p${place.section}`
          : `t${place.task}`;
      // The place of a figure in its task, whether an entry speaks for it or not: it has the same id in every draft.
      const n = (counts.get(at) ?? 0) + 1;
      counts.set(at, n);
      if (!isNew(['targets', 'numerals'], start, end)) continue;
      let id = `${at}-draft-${n}`;
      for (let m = 2; ids.has(id); m += 1) id = `${at}-draft-${n}-${m}`;
      own.push({ quantity, id });
    }
    const parts = relateFigures(text, own);
    targets.push(
      ...own.map(({ quantity, id }) =>
        makeTarget(tree, placed, quantity, { id, ...parts.get(id) }),
      ),
    );
    const left = taken.reduce(
      (all, { start, end }) => all.slice(0, start) + '、'.repeat(end - start) + all.slice(end),
      text,
    );
    for (const { 0: found, index } of left.matchAll(run)) {
      const end = index + found.length;
      if (!isNew(['targets', 'numerals'], index, end)) continue;
      const isNamed = isInName({ ...placed, start: index, end }) && !found.includes('*');
      const kind = isNamed ? 'name' : numeralKind(text, index, found);
      numerals.push({
        ...quoteWords(tree, { ...placed, start: index, end }),
        kind: kind === 'ratio' || kind === 'masked' ? 'other' : kind,
        review: 'pending',
        proposed: words.numeral[kind],
      });
    }
  }
  return { targets, numerals };
}

/** What the figures around one say of it. */
type Told = { kind?: string; of?: string; indicator?: string };

/** What stands between a figure and its growth: 完成投资5亿元，比上年增长8.2%. */
const compared = /^[，,](?:同比|环比|[比较](?:上年|去年|上年同期))[^，,；;。]*$/u;

type Figure = { quantity: Quantity; id: string };

/**
 * What figures say of one another, by the id of each: which make another up, to the last (120平方公里，其中甲35平方公里、
 * 乙85平方公里), and which are the growth of the one before.
 */
function relateFigures(text: string, figures: readonly Figure[]): Map<string, Told> {
  const roles = new Map<string, Told>();
  for (const { quantity, id } of figures) {
    const { start, end, unit, normalised, upTo } = quantity;
    const sentence = /^[^。；;]*/u.exec(text.slice(end))?.[0] ?? '';
    const among = end + sentence.indexOf('其中');
    if (among < end || upTo !== undefined) continue;
    const behind = figures.filter(
      ({ quantity: other }) => other.start > start && other.start < end + sentence.length,
    );
    const sum = behind.reduce((all, { quantity: other }) => all + other.normalised, 0);
    const areParts = behind.every(
      ({ quantity: other }) =>
        other.start > among && other.unit === unit && other.upTo === undefined,
    );
    if (behind.length < 2 || !areParts || sum !== normalised) continue;
    roles.set(id, { kind: 'total' });
    for (const part of behind) roles.set(part.id, { kind: 'part', of: id });
  }
  figures.forEach(({ quantity, id }, i) => {
    const before = figures[i - 1]?.quantity;
    if (!before || !compared.test(text.slice(before.end, quantity.start))) return;
    const indicator = `${figureFields(text, before).indicator}${figureFields(text, quantity).indicator}`;
    roles.set(id, { ...roles.get(id), indicator });
  });
  return roles;
}

function isCommitment(text: string, quantity: Quantity): boolean {
  const { start, end, unit, upTo, normalised, qualifier } = quantity;
  const printed = text.slice(start, end);
  // What runs on from a mask is not all there.
  if (text.charAt(start - 1) === '*') return false;
  const isBound = qualifier !== undefined && !/^(?:计划|力争|争取|预计|拟|约|近)$/u.test(qualifier);
  // 亿元以上项目 is a class of projects, 万元产值能耗 a ratio; 突破亿元 is a promise.
  if (bareMultiplier.test(printed) && !/突破|达|超过/u.test(qualifier ?? '')) return false;
  if (unitsOfOrder.test(unit)) return false;
  if (unitsOfTime.test(unit) && !isBound && !hasRisenOrFallen.test(text.slice(0, start)))
    return false;
  const isFigure = unitsOfFigures.test(unit) || upTo !== undefined || normalised >= 100;
  if (!/^\p{Nd}/u.test(printed) && !(isFigure && !/^[第半]|^一/u.test(printed.replace('一番', ''))))
    return false;
  // 由58%提高到70%: the first is where it stands.
  if (/[由从][^，,；;。\d]{0,6}$/u.test(text.slice(0, start)) && risesOrFalls.test(text.slice(end)))
    return false;
  const quoted = text.lastIndexOf('“', start) > text.lastIndexOf('”', start);
  const titled = text.lastIndexOf('《', start) > text.lastIndexOf('》', start);
  return !quoted && !titled && !told.test(text.slice(Math.max(0, start - 30), start));
}

/** What tells of growth and decline, right before a percentage. */
const grows = /(?:增长|增加|提高|提升|上升|上涨)[了到至]?(?:不少于|不低于|达到|约|超过)?$/u;
const declines = /(?:下降|降低|减少|压减|缩减|压缩)(?:不少于|不低于|达到|约|超过)?$/u;

function targetKind(before: string, unit: string): string {
  if (/元$/u.test(unit)) return 'budget';
  if (!/[%‰]|百分点/u.test(unit)) return 'absolute';
  if (grows.test(before) && !/[到至]/u.test(before.slice(-2))) return 'growth';
  return declines.test(before) ? 'decline' : 'share';
}

function makeTarget(
  tree: ParsedPlan,
  placed: Placed,
  quantity: Quantity,
  { id, ...told }: { id: string } & Told,
): Proposal {
  const { start, end, unit, qualifier } = quantity;
  return {
    id,
    ...quoteWords(tree, { ...placed, start, end }),
    ...figureFields(placed.passage.text, quantity),
    ...told,
    review: 'pending',
    proposed: words.target(unit, qualifier),
  };
}

/** The fields of a target that its figure and the words around it give. */
export function figureFields(text: string, quantity: Quantity) {
  const { start, end, unit, qualifier } = quantity;
  const before = clauseBefore(text, start);
  const after = /^[^，,；;。、：:（）()\p{Nd}]{0,16}/u.exec(text.slice(end))?.[0] ?? '';
  return {
    ...quantityFields(quantity),
    indicator: nameIndicator(before, after, qualifier) || text.slice(start, end),
    kind: targetKind(before, unit),
  };
}

const hopes = /^(?:计划|预计|拟|力争|争取)$/u;

/** What is counted: the words around a figure without those that are said of the figure, 达到…以上 and 由2小时延长到. */
function nameIndicator(before: string, after: string, qualifier = ''): string {
  let [head, tail] = [before, after];
  for (const word of qualifier.split('…').reverse()) {
    if (head.endsWith(word)) head = head.slice(0, head.length - word.length);
    else if (tail.startsWith(word)) tail = tail.slice(word.length);
    else if (hopes.test(word)) head = head.replace(word, '');
  }
  return `${head.replace(hasRisenOrFallen, '').replace(/(?:保持|稳定|维持)在?$/u, '')}${tail}`
    .replace(/^(?:其中|力争|争取)|的$/gu, '')
    .trim();
}

/** The fields of a target that its number, unit and qualifier give. */
function quantityFields({ value, upTo, unit, qualifier, normalised }: Quantity) {
  return {
    value,
    ...(upTo === undefined ? {} : { upTo }),
    unit,
    ...(normalised === value ? {} : { normalised }),
    ...(qualifier === undefined ? {} : { qualifier }),
  };
}

function numeralKind(text: string, at: number, found: string): keyof typeof words.numeral {
  const before = text.slice(Math.max(0, at - 4), at);
  const after = text.slice(at + found.length, at + found.length + 3);
  if (found.includes('*'))
    return /年$/u.test(found) || after.startsWith('年') ? 'masked-year' : 'masked';
  if (/^\d+(?:\.\d+)?[:：∶]\d+(?:\.\d+)?$/u.test(found) && !/^\d{1,2}[:：]\d{2}$/u.test(found))
    return 'ratio';
  if (/月|:|：/u.test(found) || /^[月日时点]/u.test(after)) return 'date';
  if (/年$/u.test(found)) return /^\d{4}/u.test(found) ? 'year' : 'horizon';
  if (/^(?:周?岁)/u.test(after)) return 'age-range';
  if (/第$/u.test(before)) return 'ordinal';
  if (/^(?:\d{4})$/u.test(found) && /^[年—–-]/u.test(after)) return 'year';
  return /[“《A-Za-z]$/u.test(before) || /^[”》A-Za-z]/u.test(after) ? 'name' : 'other';
}

import { pinyin } from 'pinyin-pro';
import type { ParsedPlan } from '../text/compose.ts';
import type { Proposal } from './proposal.ts';
import { type Words, placedPassages, quoteWords } from './passages.ts';
import { draftWords as words } from './words.ts';

type IsKnown = (span: { start: number; end: number }) => boolean;

/** The last word of a title tells what a document is; a longer one before a shorter. */
const documentKinds: readonly [RegExp, string][] = [
  [/(?:条例|规定)[（(]?/u, 'regulation'],
  [/法$(?<!办法)/u, 'law'],
  [/纲要/u, 'outline'],
  [/(?:方案|预案)/u, 'scheme'],
  [/(?:意见|决定|通知)/u, 'opinion'],
  [/(?:办法|措施)/u, 'measures'],
  [/(?:规程|规则|规范|细则|守则)/u, 'rules'],
  [/(?:标准|指南|目录|大纲)/u, 'standard'],
  [/(?:规划|计划|行动)/u, 'plan'],
];

/** What an initiative is called by its last word, within the quotation marks or behind them. */
const initiativeKinds: readonly [RegExp, string][] = [
  [/(?:工程|项目)$/u, 'project'],
  [/计划$/u, 'programme'],
  [/(?:行动|活动|创建|竞赛|大赛|评选|攻坚)$/u, 'campaign'],
  [/(?:政策|制度|机制)$/u, 'policy'],
];

const kindBehind = /^(?:\p{Script=Han}{0,6}?)(工程|项目|计划|行动|活动|政策|制度)/u;

/** What is to be done with a document: the last verb of the clause before it. */
const draftVerbs = /(?:制定|制订|出台|研制|研究制定|起草|编制|印发|颁布)[^，,；;。]{0,12}$/u;
const reviseVerbs = /(?:修订|修改|完善)[^，,；;。]{0,12}$/u;
const implementVerbs =
  /(?:落实|贯彻|实施|执行|推进|按照|依据|根据|依照|遵循|对照)[^，,；;。]{0,12}$/u;

/** Each 《》 by itself, and each “”; one within another is part of it. */
function bracketed(tree: ParsedPlan, pattern: RegExp): Words[] {
  return placedPassages(tree).flatMap((placed) =>
    Array.from(placed.passage.text.matchAll(pattern), ({ 0: found, index }) => {
      return { ...placed, start: index, end: index + found.length };
    }),
  );
}

const textOf = ({ passage, start, end }: Words): string => passage.text.slice(start + 1, end - 1);

const before = ({ passage, start }: Words): string =>
  passage.text.slice(Math.max(0, start - 20), start);

/** An id that can be read aloud, unlike those that are taken. */
export function makeId(name: string, taken: Set<string>): string {
  const han = name.replace(/[^\p{Script=Han}A-Za-z\d]/gu, '').slice(0, 8);
  const base =
    pinyin(han, { toneType: 'none', type: 'array', nonZh: 'consecutive' })
      .join('-')
      .toLowerCase()
      .replace(/[^a-z\d]+/gu, '-')
      .replace(/^[^a-z]+|-+$/gu, '') || 'name';
  let id = base;
  for (let n = 2; taken.has(id); n += 1) id = `${base}-${n}`;
  taken.add(id);
  return id;
}

/** Proposes a document for every 《》 that nothing speaks for. */
export function proposeDocuments(tree: ParsedPlan, isKnown: IsKnown, ids: Set<string>): Proposal[] {
  const found = bracketed(tree, /《(?:[^《》]|《[^《》]*》)*》/gu).filter(
    ({ passage, start, end }) => !isKnown(passage.span(start + 1, end - 1)),
  );
  return [...Map.groupBy(found, textOf)].map(([name, mentions]) => {
    const says = mentions.map(before);
    const status = says.some((clause) => draftVerbs.test(clause))
      ? 'draft'
      : says.some((clause) => reviseVerbs.test(clause))
        ? 'revise'
        : says.some((clause) => implementVerbs.test(clause))
          ? 'implement'
          : 'cited';
    const title = name.replace(/[（(][^（()）]*[）)]$/u, '');
    const last = documentKinds
      .map(([pattern, kind]) => {
        return {
          kind,
          at: title.search(new RegExp(`${pattern.source}(?!.*${pattern.source})`, 'u')),
        };
      })
      .sort((a, b) => b.at - a.at)[0];
    return {
      id: makeId(name, ids),
      name,
      kind: last && last.at >= 0 ? last.kind : 'other',
      status,
      review: 'pending',
      proposed: words.document,
      mentions: mentions.map((mention) => quoteWords(tree, mention)),
    };
  });
}

/** Proposes for every “” that nothing speaks for an initiative or a phrase. */
export function proposeQuoted(
  tree: ParsedPlan,
  isKnown: IsKnown,
  ids: Set<string>,
): { initiatives: Proposal[]; phrases: Proposal[] } {
  const found = bracketed(tree, /“[^“”]*(?:“[^“”]*”[^“”]*)*”/gu).filter(
    ({ passage, start, end }) => !isKnown(passage.span(start + 1, end - 1)),
  );
  const kindOf = (words: Words): string | undefined => {
    const behind = kindBehind.exec(words.passage.text.slice(words.end))?.[1];
    return initiativeKinds.find(
      ([pattern]) => pattern.test(textOf(words)) || (behind !== undefined && pattern.test(behind)),
    )?.[1];
  };
  const initiatives: Proposal[] = [];
  const phrases: Proposal[] = [];
  for (const [name, mentions] of Map.groupBy(found, textOf)) {
    const kind = mentions.map(kindOf).find((one) => one !== undefined);
    if (kind === undefined) {
      for (const mention of mentions) {
        phrases.push({
          ...quoteWords(tree, mention),
          kind: name.includes('*') ? 'mask' : 'term',
          review: 'pending',
          proposed: words.phrase,
        });
      }
    } else {
      initiatives.push({
        id: makeId(name, ids),
        name,
        kind,
        review: 'pending',
        proposed: words.initiative,
        mentions: mentions.map((mention) => quoteWords(tree, mention)),
      });
    }
  }
  return { initiatives, phrases };
}

/** Proposes one note for every run of masks that nothing speaks for: what they stand for only the editor knows. */
export function proposeMasks(tree: ParsedPlan, isKnown: IsKnown, ids: Set<string>): Proposal[] {
  return bracketed(tree, /\p{Nd}*\*+\p{Nd}*年?/gu)
    .filter(({ passage, start, end }) => !isKnown(passage.span(start, end)))
    .map((mention) => {
      const quotation = quoteWords(tree, mention);
      return {
        id: makeId(`mask ${mention.place.task ?? 'general'}`, ids),
        kind: 'mask',
        masks: quotation.quote.endsWith('年') ? 'year' : 'other',
        title: words.maskTitle,
        text: words.maskText,
        certainty: 'possible',
        review: 'pending',
        proposed: words.mask,
        mentions: [quotation],
      };
    });
}

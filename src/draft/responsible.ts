import { within, wordsOf } from './clauses.ts';
import { bodyLabel, titled } from '../kinds/responsible/responsible.ts';
import type { Found } from './named.ts';
import { type Placed, type Words, findAll } from './passages.ts';
import { draftWords as words } from './words.ts';

/** A list of bodies under a label, in brackets or by itself, to the end of its sentence; marks close the one before. */
const underLabel = new RegExp(
  `(?<=(?:^|[（(\\n]|[。；;！!？?][”’」』）)》〉】］\\]"]*)\\s*)${bodyLabel.source}(?:[^（）()。；;！!？?\\n]|[（(][^（）()]*[）)])*`,
  'gu',
);

/** What stands in brackets. */
const inBrackets = /[（(][^（）()]*[）)]/gu;

/** 由X负责, X牵头, Y配合: what a body does is said behind it. */
const doing = /^(?:由)?(.+?)(牵头负责|牵头|负责|主办|主抓|配合|协助|参与|协办|落实)$/u;
const supports = /配合|协办|参与|参加|协同|协助/u;

/** What is said of one body behind its name. */
const remark = /(?:[（(](?:牵头|负责|配合|主办|协办)[）)]|等(?:单位|部门|科室)?)$/u;

/** The bodies that a plan prints as responsible: （责任单位：甲科、乙科）, （甲科牵头，乙科配合）, （由丙科负责）. */
export function findResponsible(placed: readonly Placed[]): Found[] {
  const lists = findAll(placed, underLabel);
  const others = findAll(placed, inBrackets)
    .map((one) => within(one, 1, one.end - one.start - 1))
    .filter((one) => !new RegExp(bodyLabel.source, 'u').test(wordsOf(one)));
  return [...lists.flatMap(listedBodies), ...others.flatMap(doingBodies)];
}

/** The bodies under the labels of a list. */
function listedBodies(list: Words): Found[] {
  const text = wordsOf(list);
  const labels = Array.from(
    text.matchAll(new RegExp(bodyLabel.source, 'gu')),
    ({ 0: label, index }) => ({ label, at: index, to: index + label.length }),
  );
  return labels.flatMap(({ label, to }, i) => {
    const role = supports.test(label) ? 'support' : 'lead';
    return bodies(within(list, to, labels[i + 1]?.at ?? text.length), role);
  });
}

/** The bodies of 甲科牵头，乙科配合; none if a part says something else. */
function doingBodies(words: Words): Found[] {
  const parts = Array.from(wordsOf(words).matchAll(/[^，,；;。]+/gu), ({ 0: part, index }) => {
    const [, names = '', does = ''] = doing.exec(part) ?? [];
    const from = index + part.indexOf(names);
    return { names: within(words, from, from + names.length), does };
  });
  if (parts.some(({ does }) => does === '')) return [];
  return parts.flatMap(({ names, does }) =>
    bodies(names, supports.test(does) ? 'support' : 'lead'),
  );
}

function bodies(stretch: Words, role: string): Found[] {
  const text = wordsOf(stretch).replace(titled, (title) => '、'.repeat(title.length));
  return Array.from(text.matchAll(/[^、，,；;。\s]+/gu), ({ 0: printed, index }) => {
    const name = printed.replace(remark, '').replace(/[.“”]+$/u, '');
    const isSupport = supports.test(remark.exec(printed)?.[0] ?? '');
    const body = within(stretch, index, index + name.length);
    return {
      name: body,
      quote: body,
      fields: {},
      mention: { role: isSupport ? 'support' : role },
      proposed: words.responsible,
    };
  }).filter(({ name }) => name.end > name.start);
}

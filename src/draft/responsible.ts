import { within, wordsOf } from './clauses.ts';
import { bodyLabel } from '../kinds/responsible/responsible.ts';
import type { Found } from './named.ts';
import { type Placed, type Words, findAll } from './passages.ts';
import { draftWords as words } from './words.ts';

/** A list of bodies by itself: the words of a bracket, or a sentence that begins with a label. */
const inBrackets = /[（(](?:[^（）()]|[（(][^（）()]*[）)])*[）)]/gu;
const bySentence = new RegExp(`(?<=^|[。；;\\n])\\s*${bodyLabel.source}[^。\\n]*`, 'gu');

/** 由X负责, X牵头, Y配合: what a body does is said behind it. */
const doing = /^(?:由)?(.+?)(牵头负责|牵头|负责|主办|主抓|配合|协助|参与|协办|落实)$/u;
const supports = /配合|协办|参与|参加|协同|协助/u;

/** What is said of one body behind its name. */
const remark = /(?:[（(](?:牵头|负责|配合|主办|协办)[）)]|等(?:单位|部门|科室)?)$/u;

/** The bodies that a plan prints as responsible: （责任单位：甲科、乙科）, （甲科牵头，乙科配合）, （由丙科负责）. */
export function findResponsible(placed: readonly Placed[]): Found[] {
  const brackets = findAll(placed, inBrackets).map((one) =>
    within(one, 1, one.end - one.start - 1),
  );
  const alone = findAll(placed, bySentence).filter(
    ({ passage, start }) =>
      !brackets.some((one) => one.passage === passage && one.start <= start && start < one.end),
  );
  return [...brackets, ...alone].flatMap((list) => bodiesIn(list));
}

function bodiesIn(list: Words): Found[] {
  const text = wordsOf(list);
  const parts: { words: Words; role: string }[] = [];
  const labels = Array.from(
    text.matchAll(new RegExp(bodyLabel.source, 'gu')),
    ({ 0: label, index }) => {
      return { label, at: index, to: index + label.length };
    },
  );
  if (labels.length > 0) {
    labels.forEach(({ label, to }, i) => {
      const role = supports.test(label) ? 'support' : 'lead';
      parts.push({ words: within(list, to, labels[i + 1]?.at ?? text.length), role });
    });
  } else {
    for (const { 0: part, index } of text.matchAll(/[^，,；;。]+/gu)) {
      const [, bodies = '', does = ''] = doing.exec(part) ?? [];
      if (bodies === '') return [];
      const from = index + part.indexOf(bodies);
      parts.push({
        words: within(list, from, from + bodies.length),
        role: supports.test(does) ? 'support' : 'lead',
      });
    }
  }
  return parts.flatMap(({ words: stretch, role }) => bodies(stretch, role));
}

function bodies(stretch: Words, role: string): Found[] {
  return Array.from(wordsOf(stretch).matchAll(/[^、，,；;。.\s]+/gu), ({ 0: printed, index }) => {
    const name = printed.replace(remark, '');
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

import { quantityPattern } from '../setting/typeset.ts';

/** Makes an element of text and nodes; nothing here is ever read as HTML. (A library for this weighs more than the rest.) */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

export function link(href: string, text: string): HTMLAnchorElement {
  return make('a', { href }, text);
}

/** Words with a space between them, by which they are parted for who hears or copies them, too. */
export const apart = (words: readonly Node[]): (Node | string)[] =>
  words.flatMap((word, i) => (i === 0 ? [word] : [' ', word]));

/** A labelled line of links and buttons. */
export function chips(label: string, choices: readonly Node[]): HTMLParagraphElement {
  return make('p', { class: 'chips' }, ...apart([make('span', {}, label), ...choices]));
}

type Stretch = { start: number; end: number };

/** Marks that typeset.ts gives the room of full-width ones; its pattern looks behind, which Safari 14 cannot. */
const halfWidth =
  /(?:[\p{Script=Han}”’」』》）)]|[0-9０-９%％‰](?=.[\p{Script=Han}“‘「『《〈（(]))[,:;!?]/gu;

const quantity = new RegExp(quantityPattern, 'gu');

/** The numbers of a text, with their units. */
const quantitiesIn = (text: string): Stretch[] =>
  Array.from(text.matchAll(quantity), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));

/** A text or a stretch of it, set as the text of a plan is: half-width marks with their room, numbers with their units. */
export function setWords(text: string, start = 0, end = text.length): (Node | string)[] {
  const marks = Array.from(text.matchAll(halfWidth), ({ 0: found, index }) => {
    const place = index + found.length;
    return { start: place - 1, end: place, class: 'mark' };
  });
  const numbers = quantitiesIn(text).map((stretch) => ({ ...stretch, class: 'q' }));
  const parts: (Node | string)[] = [];
  let at = start;
  for (const run of [...marks, ...numbers].sort((a, b) => a.start - b.start)) {
    if (run.start < at || run.end > end) continue;
    parts.push(
      text.slice(at, run.start),
      make('span', { class: run.class }, text.slice(run.start, run.end)),
    );
    at = run.end;
  }
  return [...parts, text.slice(at, end)];
}

/** A stretch of a text with its words marked. A number of which only a part is marked is kept together all the same. */
export function mark(
  text: string,
  stretch: Stretch,
  ranges: readonly Stretch[],
): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let at = stretch.start;
  for (const number of quantitiesIn(text)) {
    const isCut = ranges.some(({ start, end }) =>
      [start, end].some((edge) => edge > number.start && edge < number.end),
    );
    if (!isCut || number.start < at || number.end > stretch.end) continue;
    parts.push(
      ...markWords(text, { start: at, end: number.start }, ranges),
      make('span', { class: 'q' }, ...markWords(text, number, ranges)),
    );
    at = number.end;
  }
  return [...parts, ...markWords(text, { start: at, end: stretch.end }, ranges)];
}

function markWords(text: string, stretch: Stretch, ranges: readonly Stretch[]): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let at = stretch.start;
  for (const range of ranges) {
    const [start, end] = [Math.max(range.start, stretch.start), Math.min(range.end, stretch.end)];
    if (start >= end) continue;
    parts.push(...setWords(text, at, start), make('mark', {}, ...setWords(text, start, end)));
    at = end;
  }
  return [...parts, ...setWords(text, at, stretch.end)];
}

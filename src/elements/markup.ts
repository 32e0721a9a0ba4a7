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

/** A labelled line of links and buttons. */
export function chips(label: string, choices: readonly Node[]): HTMLParagraphElement {
  return make('p', { class: 'chips' }, make('span', {}, label), ...choices);
}

type Stretch = { start: number; end: number };

/** Marks that typeset.ts gives the room of full-width ones; its pattern looks behind, which Safari 14 cannot. */
const halfWidth =
  /(?:[\p{Script=Han}”’」』》）)]|[0-9０-９%％‰](?=.[\p{Script=Han}“‘「『《〈（(]))[,:;!?]/gu;

/** A text or a stretch of it, its half-width marks set as in the text of a plan. */
export function setMarks(text: string, start = 0, end = text.length): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let at = start;
  for (const { 0: found, index } of text.matchAll(halfWidth)) {
    const place = index + found.length - 1;
    if (place < at || place >= end) continue;
    parts.push(text.slice(at, place), make('span', { class: 'mark' }, text.charAt(place)));
    at = place + 1;
  }
  return [...parts, text.slice(at, end)];
}

/** A stretch of a text with its words marked. */
export function mark(
  text: string,
  stretch: Stretch,
  ranges: readonly Stretch[],
): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let at = stretch.start;
  for (const range of ranges) {
    const [start, end] = [Math.max(range.start, stretch.start), Math.min(range.end, stretch.end)];
    if (start >= end) continue;
    parts.push(...setMarks(text, at, start), make('mark', {}, ...setMarks(text, start, end)));
    at = end;
  }
  return [...parts, ...setMarks(text, at, stretch.end)];
}

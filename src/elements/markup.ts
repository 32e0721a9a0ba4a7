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
    parts.push(text.slice(at, start), make('mark', {}, text.slice(start, end)));
    at = end;
  }
  return [...parts, text.slice(at, stretch.end)];
}

import { make } from '../../elements/markup.ts';
import type { DeskEntry } from '../entries.ts';
import type { DeskPart } from '../state.ts';

/** What names an entry on the page. */
export const keyOf = ({ file, path }: Pick<DeskEntry, 'file' | 'path'>): string =>
  [file, ...path].join('/');

type Quoted = { entry: DeskEntry; start: number; end: number };

const elements = {
  title: 'h1',
  section: 'h2',
  group: 'h3',
  task: 'p',
  text: 'p',
  around: 'p',
} as const;

/**
 * Sets a plan's text in its paragraphs. Words that an entry quotes are buttons: where entries nest, of the innermost.
 * @param entries those that are shown
 */
export function setText(
  parts: readonly DeskPart[],
  entries: readonly DeskEntry[],
  selected: string | undefined,
): HTMLElement[] {
  const quoted = entries.flatMap((entry) =>
    entry.places.map(({ start, end }) => ({ entry, start, end })),
  );
  const blocks: HTMLElement[] = [];
  let block: HTMLElement | undefined;
  for (const part of parts) {
    block ??= make(elements[part.is], { class: part.is });
    block.append(
      make(
        'span',
        { class: `part ${part.is}`, 'data-line': `${part.line}` },
        ...setPart(part, quoted, selected),
      ),
    );
    if (part.after.includes('\n')) {
      blocks.push(block);
      block = undefined;
    }
  }
  if (block) blocks.push(block);
  return blocks;
}

function setPart(
  { start, text }: DeskPart,
  quoted: readonly Quoted[],
  selected: string | undefined,
): HTMLElement[] {
  const characters = Array.from(text);
  const end = start + characters.length;
  const own = quoted.filter((one) => one.start < end && one.end > start);
  const cuts = new Set([start, end, ...own.flatMap((one) => [one.start, one.end])]);
  const places = [...cuts].filter((at) => at >= start && at <= end).sort((a, b) => a - b);
  return places.slice(0, -1).map((from, i) => {
    const words = characters.slice(from - start, (places[i + 1] ?? end) - start).join('');
    const around = own
      .filter((one) => one.start <= from && one.end > from)
      .sort((a, b) => a.end - a.start - (b.end - b.start));
    const [inner] = around;
    if (!inner) return make('span', { 'data-start': `${from}` }, words);
    const chosen = around.find(({ entry }) => keyOf(entry) === selected);
    const shown = chosen ?? inner;
    return make(
      'span',
      {
        'data-start': `${from}`,
        'data-key': keyOf(inner.entry),
        class: `quoted ${shown.entry.state}`,
        role: 'button',
        tabindex: chosen ? '0' : '-1',
        ...(chosen ? { 'aria-current': 'true' } : {}),
      },
      words,
    );
  });
}

/** The words of the plan that are selected, in code points of the source; undefined if none are. */
export function selectedWords(text: HTMLElement): { start: number; end: number } | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const [start, end] = [
    offsetOf(text, range.startContainer, range.startOffset),
    offsetOf(text, range.endContainer, range.endOffset),
  ];
  return start === undefined || end === undefined || start >= end ? undefined : { start, end };
}

function offsetOf(text: HTMLElement, node: Node, offset: number): number | undefined {
  const piece = node.parentElement?.closest<HTMLElement>('[data-start]');
  if (!piece || !text.contains(piece) || node.nodeType !== Node.TEXT_NODE) return undefined;
  const before = node.textContent?.slice(0, offset) ?? '';
  return Number(piece.dataset['start']) + Array.from(before).length;
}

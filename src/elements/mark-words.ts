import { cutText, sourceOf } from './source-text.ts';

/** Where the plan's words are not those that a page is about: its breadcrumb, notes and charts, other tasks. */
const beside = 'nav, aside, svg, .notes, .brief, .beyond';

type Stretch = { start: number; end: number };

/**
 * Marks words in the text of a page; the sentence that a link led to is marked by CSS alone.
 * Browsers without the CSS Custom Highlight API get `<mark>` elements.
 */
export function markWords(words: readonly string[]): void {
  const ranges: Range[] = [];
  for (const part of document.querySelectorAll('main [data-plan-text]')) {
    if (part.closest(beside)) continue;
    const nodes: Text[] = [];
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) nodes.push(walker.currentNode as Text);
    const found = findWords(nodes.map(sourceOf).join(''), words);
    let at = 0;
    for (const node of nodes) {
      const end = at + node.length;
      for (const stretch of found) {
        if (stretch.start >= at && stretch.start < end) {
          const range = document.createRange();
          range.setStart(node, stretch.start - at);
          ranges.push(range);
        }
        if (stretch.end > at && stretch.end <= end)
          ranges[ranges.length - 1]?.setEnd(node, stretch.end - at);
      }
      at = end;
    }
  }
  markRanges(ranges);
}

/** Marks ranges in the order of the page, each within one element. */
export function markRanges(ranges: readonly Range[]): void {
  if ('highlights' in CSS) {
    CSS.highlights.set('search', new Highlight(...ranges));
    return;
  }
  // From the end, so that the places of the others stay right.
  for (const { startContainer, startOffset, endOffset } of ranges.flatMap(cutToTexts).reverse()) {
    const node = startContainer as Text;
    if (endOffset < node.length) cutText(node, endOffset);
    const words = startOffset > 0 ? cutText(node, startOffset) : node;
    const mark = document.createElement('mark');
    words.replaceWith(mark);
    mark.append(words);
  }
}

/** A range for each text node: an element cannot be put around a part of another. */
function cutToTexts(range: Range): Range[] {
  const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  const cuts: Range[] = [];
  do {
    const node = walker.currentNode;
    if (!(node instanceof Text) || !range.intersectsNode(node)) continue;
    const cut = document.createRange();
    cut.selectNodeContents(node);
    if (node === range.startContainer) cut.setStart(node, range.startOffset);
    if (node === range.endContainer) cut.setEnd(node, range.endOffset);
    if (!cut.collapsed) cuts.push(cut);
  } while (walker.nextNode());
  return cuts;
}

/** Every place of words in a text, in order, those that overlap or touch as one. */
function findWords(text: string, words: readonly string[]): Stretch[] {
  const found: Stretch[] = [];
  for (const word of words.filter(Boolean)) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      found.push({ start: at, end: at + word.length });
    }
  }
  const merged: Stretch[] = [];
  for (const stretch of found.sort((a, b) => a.start - b.start)) {
    const last = merged[merged.length - 1];
    if (last && stretch.start <= last.end) last.end = Math.max(last.end, stretch.end);
    else merged.push(stretch);
  }
  return merged;
}

/** Where the plan's words are not those that a page is about: its breadcrumb, notes and charts, other tasks. */
const beside = 'nav, aside, svg, .notes, .beyond';

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
    const found = findWords(nodes.map((node) => node.data).join(''), words);
    let start = 0;
    for (const node of nodes) {
      const end = start + node.length;
      for (const stretch of found) {
        if (stretch.start >= end || stretch.end <= start) continue;
        const range = document.createRange();
        range.setStart(node, Math.max(stretch.start - start, 0));
        range.setEnd(node, Math.min(stretch.end, end) - start);
        ranges.push(range);
      }
      start = end;
    }
  }
  if ('highlights' in CSS) CSS.highlights.set('search', new Highlight(...ranges));
  // From the end, so that the places of the others stay right.
  else for (const range of ranges.reverse()) range.surroundContents(document.createElement('mark'));
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

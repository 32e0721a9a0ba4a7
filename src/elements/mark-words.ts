/** The plan's words that a page is about: not those of its breadcrumb, its notes and charts, and other tasks. */
const marked = 'main [data-plan-text]:not(nav *, aside *, svg *, .notes *, .beyond *)';

/** Marks words in the text of a page; the sentence that a link led to is marked by CSS alone. */
export function markWords(words: readonly string[]): void {
  const ranges: Range[] = [];
  for (const part of document.querySelectorAll(marked)) {
    const nodes: Text[] = [];
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) nodes.push(walker.currentNode as Text);
    const text = nodes.map((node) => node.data).join('');
    for (const word of words) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        const range = new Range();
        range.setStart(...pointAt(nodes, at));
        range.setEnd(...pointAt(nodes, at + word.length));
        ranges.push(range);
      }
    }
  }
  CSS.highlights.set('search', new Highlight(...ranges));
}

function pointAt(nodes: readonly Text[], offset: number): [Text, number] {
  let rest = offset;
  for (const node of nodes) {
    if (rest <= node.length) return [node, rest];
    rest -= node.length;
  }
  throw new RangeError(`no character ${offset}`);
}

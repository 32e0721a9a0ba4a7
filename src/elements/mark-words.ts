/** The plan's words that a page is about: not those of its breadcrumb, its notes and charts, and other tasks. */
const elsewhere = 'nav, aside, svg, .notes, .beyond';

/** Marks words in the text of a page; the sentence that a link led to is marked by CSS alone. */
export function markWords(words: readonly string[]): void {
  const ranges: Range[] = [];
  for (const part of document.querySelectorAll('main [data-plan-text]')) {
    if (part.closest(elsewhere)) continue;
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
  if ('highlights' in CSS) CSS.highlights.set('search', new Highlight(...ranges));
  else ranges.reverse().forEach(wrap);
}

/** Marks a range by elements, text node by text node: what is marked may begin and end in different elements. */
function wrap(range: Range): void {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
    if (node instanceof Text && range.intersectsNode(node)) nodes.push(node);
  }
  for (const node of nodes) {
    const from = node === startContainer ? startOffset : 0;
    const to = node === endContainer ? endOffset : node.length;
    if (from >= to) continue;
    const found = node.splitText(from);
    found.splitText(to - from);
    const mark = document.createElement('mark');
    found.replaceWith(mark);
    mark.append(found);
  }
}

function pointAt(nodes: readonly Text[], offset: number): [Text, number] {
  let rest = offset;
  for (const node of nodes) {
    if (rest <= node.length) return [node, rest];
    rest -= node.length;
  }
  throw new RangeError(`no character ${offset}`);
}

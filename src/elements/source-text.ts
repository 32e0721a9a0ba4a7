/**
 * What the texts and attributes of a page say in the source, where the page shows them in other characters: each
 * character for one, so that places in them are the same.
 */
const known = new WeakMap<Node, { source: string; shown: string }>();

/** What is known of a text that still says what was shown: somebody may have given it other words. */
const knownOf = (node: Node): { source: string; shown: string } | undefined => {
  const found = known.get(node);
  return found?.shown === node.nodeValue ? found : undefined;
};

/** A text node or an attribute, as the source has it. */
export const sourceOf = (node: Node): string => knownOf(node)?.source ?? node.nodeValue ?? '';

/** Whether a text is shown in other characters. */
export const isShown = (node: Node): boolean => knownOf(node) !== undefined;

/** Shows a text in other characters, as many as it has; that is known even where they are the same. */
export function show(node: Node, shown: string): void {
  const source = sourceOf(node);
  if (node.nodeValue !== shown) node.nodeValue = shown;
  known.set(node, { source, shown });
}

/** Shows a text as the source has it. */
export function showSource(node: Node): void {
  const source = sourceOf(node);
  known.delete(node);
  if (node.nodeValue !== source) node.nodeValue = source;
}

/** The text of a node, or what a range covers, as the source has it: else the same as `textContent` or `String(range)`. */
export function sourceText(of: Node | Range): string {
  const range = of instanceof Range ? of : document.createRange();
  if (of instanceof Node) range.selectNodeContents(of);
  const { startContainer, startOffset, endContainer, endOffset, commonAncestorContainer } = range;
  const walker = document.createTreeWalker(commonAncestorContainer, NodeFilter.SHOW_TEXT);
  let text = '';
  do {
    const node = walker.currentNode;
    if (!(node instanceof Text) || !range.intersectsNode(node)) continue;
    const end = node === endContainer ? endOffset : node.length;
    text += sourceOf(node).slice(node === startContainer ? startOffset : 0, end);
  } while (walker.nextNode());
  return text;
}

/** Cuts a text in two, and tells of both what the source has. @returns the second part */
export function cutText(node: Text, at: number): Text {
  const found = knownOf(node);
  const rest = node.splitText(at);
  if (found) {
    const { source, shown } = found;
    known.set(node, { source: source.slice(0, at), shown: shown.slice(0, at) });
    known.set(rest, { source: source.slice(at), shown: shown.slice(at) });
  }
  return rest;
}

/** Does what replaces or moves texts, and puts the selection and the marks back where they were in them. */
export function keepRanges(act: () => void): void {
  const marks = 'highlights' in CSS ? Array.from(CSS.highlights.values()) : [];
  const ranges = marks.flatMap((mark) => Array.from(mark as Iterable<AbstractRange>));
  const places = ranges.map((range) => {
    const { startContainer, startOffset, endContainer, endOffset } = range;
    return { range, startContainer, startOffset, endContainer, endOffset };
  });
  const selection = getSelection();
  const { anchorNode, anchorOffset = 0, focusNode, focusOffset = 0 } = selection ?? {};
  const isEmpty = selection?.isCollapsed ?? true;
  act();
  for (const { range, startContainer, startOffset, endContainer, endOffset } of places) {
    if (!(range instanceof Range)) continue;
    range.setStart(startContainer, Math.min(startOffset, lengthOf(startContainer)));
    range.setEnd(endContainer, Math.min(endOffset, lengthOf(endContainer)));
  }
  if (isEmpty || !anchorNode || !focusNode) return;
  selection?.setBaseAndExtent(
    anchorNode,
    Math.min(anchorOffset, lengthOf(anchorNode)),
    focusNode,
    Math.min(focusOffset, lengthOf(focusNode)),
  );
}

const lengthOf = (node: Node): number =>
  node instanceof Text ? node.length : node.childNodes.length;

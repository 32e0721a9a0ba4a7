/** The plan's words where they run on as a text: not in notes, quotations, charts and what leads elsewhere. */
const texts =
  '.task [data-plan-text], .text:not(.prose) [data-plan-text], .one h1 [data-plan-text]';

/** Every element of the plan's running text, in the order of the source. */
export const planWords = (): Element[] =>
  Array.from(document.querySelectorAll(texts)).filter((part) => !part.closest('.notes, .brief'));

/** What a range covers of the plan's running text, one range for each element. */
export function cutToPlan(range: Range): Range[] {
  return planWords()
    .filter((part) => range.intersectsNode(part))
    .map((part) => {
      const cut = document.createRange();
      cut.selectNodeContents(part);
      if (range.compareBoundaryPoints(Range.START_TO_START, cut) > 0) {
        cut.setStart(range.startContainer, range.startOffset);
      }
      if (range.compareBoundaryPoints(Range.END_TO_END, cut) < 0) {
        cut.setEnd(range.endContainer, range.endOffset);
      }
      return cut;
    });
}

/** The selection, if there is one. */
export function selectedRange(): Range | undefined {
  const selection = getSelection();
  return selection && !selection.isCollapsed ? selection.getRangeAt(0) : undefined;
}

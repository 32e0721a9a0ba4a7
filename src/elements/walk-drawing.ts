import './matrix-bands.ts';

/**
 * Arrows lead from mark to mark of a drawing: to the nearest one on that side. Home and End lead to the first and the last.
 * Tab comes back to the mark that was left.
 */

type Mark = SVGAElement;
type Side = {
  along: (box: DOMRect) => number;
  across: (box: DOMRect) => number;
  breadth: 'width' | 'height';
  sign: 1 | -1;
};

const middleX = (box: DOMRect): number => box.left + box.width / 2;
const middleY = (box: DOMRect): number => box.top + box.height / 2;
const sides: Record<string, Side> = {
  ArrowLeft: { along: middleX, across: middleY, breadth: 'height', sign: -1 },
  ArrowRight: { along: middleX, across: middleY, breadth: 'height', sign: 1 },
  ArrowUp: { along: middleY, across: middleX, breadth: 'width', sign: -1 },
  ArrowDown: { along: middleY, across: middleX, breadth: 'width', sign: 1 },
};

/** The mark that is nearest on a side: first of those in a line with where the reader is, then of the others. */
function nearest(
  from: Mark,
  marks: readonly Mark[],
  { along, across, breadth, sign }: Side,
): Mark | undefined {
  const here = from.getBoundingClientRect();
  let best: Mark | undefined;
  let least = Infinity;
  for (const mark of marks) {
    const box = mark.getBoundingClientRect();
    const ahead = (along(box) - along(here)) * sign;
    const off = Math.abs(across(box) - across(here));
    const distance = ahead + (off > here[breadth] / 2 ? 1e5 + 3 * off : off);
    if (mark !== from && ahead > 1 && distance < least) [best, least] = [mark, distance];
  }
  return best;
}

function walk(event: KeyboardEvent): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const mark = (event.target as Element).closest<Mark>('svg a');
  const drawing = mark?.ownerSVGElement;
  if (!mark || !drawing) return;
  const marks = [...drawing.querySelectorAll<Mark>('a')];
  const side = sides[event.key];
  const next = side
    ? nearest(mark, marks, side)
    : { Home: marks[0], End: marks[marks.length - 1] }[event.key];
  if (!side && !next) return;
  event.preventDefault();
  if (!next || next === mark) return;
  for (const one of marks) one.setAttribute('tabindex', one === next ? '0' : '-1');
  next.focus();
}

for (const drawing of document.querySelectorAll<SVGSVGElement>('.chart svg')) {
  drawing.addEventListener('keydown', walk);
}

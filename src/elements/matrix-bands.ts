/**
 * Where a reader points at a dot of a matrix, or comes to it by keys, its row and its column are tinted, so that the eye
 * finds what they are called. A heading of columns tints what stands below it; a row tints itself by its style.
 */

function makeBand(drawing: SVGSVGElement, box: Record<string, number>): void {
  const band = document.createElementNS(drawing.namespaceURI, 'rect');
  band.setAttribute('class', 'chart-band');
  for (const [name, value] of Object.entries(box)) band.setAttribute(name, String(value));
  // Behind all that is drawn.
  drawing.prepend(band);
}

function clear({ currentTarget }: Event): void {
  for (const band of (currentTarget as Element).querySelectorAll('.chart-band')) band.remove();
}

function tint(event: Event): void {
  clear(event);
  const drawing = event.currentTarget as SVGSVGElement;
  const mark = (event.target as Element).closest('a');
  const hit = mark?.querySelector<SVGRectElement>('.chart-hit');
  if (!mark || !hit) return;
  const { width, height } = drawing.viewBox.baseVal;
  const [x, y, across, down] = [hit.x, hit.y, hit.width, hit.height].map(
    ({ baseVal }) => baseVal.value,
  ) as [number, number, number, number];
  const isDot = mark.querySelector('circle') !== null;
  // From the headings of columns, which are the first that can be hit: what the marks mean stands above them.
  const first = drawing.querySelector<SVGRectElement>('.chart-hit');
  const top = isDot && first ? first.y.baseVal.value : y;
  if (across < width / 2) makeBand(drawing, { x, y: top, width: across, height: height - top });
  if (isDot) makeBand(drawing, { x: 0, y, width, height: down });
}

for (const drawing of document.querySelectorAll<SVGSVGElement>('.chart.broad svg')) {
  for (const name of ['pointerover', 'focusin']) drawing.addEventListener(name, tint);
  for (const name of ['pointerleave', 'focusout']) drawing.addEventListener(name, clear);
}

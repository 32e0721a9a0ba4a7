import { type Drawing, type DrawingMark, type ChartWords, rect, text } from './drawing.ts';
import { type Rectangle, layoutTreemap } from './treemap.ts';
import { wrapText } from './wrap.ts';

/** An item of a map: its number and title, and how large it is. */
export type MapItem = { key: string; n: number; title: ChartWords; value: number };

/** The sizes of a map: of the drawing, of the room between things, and of type. */
export type MapRoom = {
  width: number;
  height: number;
  gap: number;
  groupGap: number;
  header: number;
  font: number;
  number: number;
};

const padding = 7;

/**
 * Draws groups of items as nested rectangles, an area the item's value. A title is set if all of it
 * fits; else it names the mark.
 * @param groups in order, with the numeral that stands above each
 */
export function layoutMap(
  groups: readonly { numeral: string; items: readonly MapItem[] }[],
  room: MapRoom,
): Drawing {
  const layout = layoutTreemap(
    groups.map(({ numeral, items }) => ({
      data: numeral,
      items: items.map((item) => ({ data: item, value: item.value })),
    })),
    room,
  );
  const marks = layout.flatMap((group): DrawingMark[] => [
    {
      shapes: [
        text('lead', { x: group.x, y: group.y + room.header - 8 }, room.font, { text: group.data }),
      ],
    },
    ...group.cells.map((cell) => drawItem(cell.data, cell, room)),
  ]);
  return { width: room.width, height: room.height, marks };
}

function drawItem({ key, n, title, value }: MapItem, box: Rectangle, room: MapRoom): DrawingMark {
  const lines = fitTitle(title.text, box, room);
  const [x, y] = [box.x + padding, box.y + padding];
  return {
    key,
    ...(lines.length > 0 ? {} : { label: `${n} ${title.text} ${value}` }),
    shapes: [
      rect('cell', box),
      text('heading', { x, y: y + room.number * 0.8 }, room.number, { text: String(n) }),
      ...lines.map((line, i) =>
        text('', { x, y: y + room.number + room.font * (1.15 + i * 1.4) }, room.font, {
          text: line.text,
          source: title.source === undefined ? undefined : title.source + line.start,
        }),
      ),
    ],
  };
}

/** The lines of a title that fit into a rectangle under its number; none if not all of them do. */
function fitTitle(
  title: string,
  box: Rectangle,
  { font, number }: MapRoom,
): ReturnType<typeof wrapText> {
  const lines = wrapText(title, (box.width - 2 * padding) / font);
  const height = padding + number + lines.length * font * 1.4 + 2;
  return box.width > 4.5 * font && height <= box.height ? lines : [];
}

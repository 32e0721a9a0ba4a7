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
/** The height of a line, of the size of its characters; where the first stands, and where a number. */
const line = { height: 1.4, first: 1.15, number: 0.8 } as const;
const numeralRise = 8;
/** A rectangle that is narrower, in characters, has no title. */
const narrowest = 4.5;

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
        text('lead', { x: group.x, y: group.y + room.header - numeralRise }, room.font, {
          text: group.data,
        }),
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
      text('heading', { x, y: y + room.number * line.number }, room.number, { text: String(n) }),
      ...lines.map((words, i) =>
        text(
          '',
          { x, y: y + room.number + room.font * (line.first + i * line.height) },
          room.font,
          {
            text: words.text,
            source: title.source === undefined ? undefined : title.source + words.start,
          },
        ),
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
  if (box.width <= narrowest * font) return [];
  const lines = wrapText(title, (box.width - 2 * padding) / font);
  const height = padding + number + lines.length * font * line.height + 2;
  return height <= box.height ? lines : [];
}

import { describe, expect, test } from 'vitest';
import { type LargeNumber, layoutLargeNumbers } from '../../src/charts/large-numbers.ts';
import { type Shape, widthOf } from '../../src/charts/drawing.ts';

const make = (n: number, number = '42.6'): LargeNumber[] =>
  Array.from({ length: n }, (_, i) => ({
    key: `n${i}`,
    before: i % 3 === 0 ? '不少于' : '',
    number,
    unit: '万亩',
    words: '粮食播种面积稳定在这一水平上',
    ...(i % 4 === 0 ? { share: 0.5 } : {}),
  }));

type Box = { left: number; right: number; top: number; bottom: number };

const boxOf = (shape: Shape): Box => {
  if (shape.type === 'text') {
    const { x, y, size, words } = shape;
    return {
      left: x,
      right: x + widthOf(words.text, size),
      top: y - size * 0.85,
      bottom: y + size * 0.1,
    };
  }
  if (shape.type !== 'rect') throw new Error('neither words nor a bar');
  return {
    left: shape.x,
    right: shape.x + shape.width,
    top: shape.y,
    bottom: shape.y + shape.height,
  };
};

const rooms = [
  { width: 600, labels: 'beside' },
  { width: 308, labels: 'above' },
] as const;

describe.each(rooms)('large numbers in a room of $width', (room) => {
  test.each([1, 2, 3, 4, 5, 9, 12])('%i of them are within it, and none lies on another', (n) => {
    const { marks, height } = layoutLargeNumbers(make(n), room);
    expect(marks).toHaveLength(n);
    const boxes = marks.map(({ shapes }) => shapes.map(boxOf));
    for (const box of boxes.flat()) {
      expect(box.right).toBeLessThanOrEqual(room.width + 1);
      expect(box.bottom).toBeLessThanOrEqual(height + 1);
    }
    boxes.forEach((own, i) => {
      for (const other of boxes.slice(i + 1).flat()) {
        const meets = own.some(
          (box) =>
            box.left < other.right - 1 &&
            other.left < box.right - 1 &&
            box.top < other.bottom - 1 &&
            other.top < box.bottom - 1,
        );
        expect(meets).toBe(false);
      }
    });
  });

  test('a number that is longer than the room is set smaller', () => {
    const [mark] = layoutLargeNumbers(make(1, '123456789012345678'), room).marks;
    for (const box of mark?.shapes.map(boxOf) ?? [])
      expect(box.right).toBeLessThanOrEqual(room.width + 1);
  });
});

test('more than can be taken in at once are set smaller, in even rows', () => {
  const sizeOf = (n: number): number[] =>
    layoutLargeNumbers(make(n), rooms[0]).marks.flatMap(({ shapes }) =>
      shapes.flatMap((shape) =>
        shape.type === 'text' && shape.role === 'value' ? shape.size : [],
      ),
    );
  expect(new Set(sizeOf(2))).toEqual(new Set([46]));
  expect(new Set(sizeOf(9))).toEqual(new Set([34]));
});

import { hierarchy, treemap, treemapSquarify } from 'd3';

export type TreemapGroup<Group, Item> = { data: Group; items: { data: Item; value: number }[] };

/** A rectangle in the units of the drawing, rounded to tenths. */
export type Rectangle = { x: number; y: number; width: number; height: number };

export type TreemapLayout<Group, Item> = Rectangle & {
  data: Group;
  cells: (Rectangle & { data: Item })[];
};

const round = (value: number): number => Math.round(value * 10) / 10;

/**
 * Lays out groups of items as nested rectangles whose area is the items' value, in the order given.
 *
 * @param groups each with its items; values are positive, in one unit
 * @param size of the drawing; `gap` between items and `header` above each group's items, in its units
 * @returns a rectangle for each group, and in it one for each item
 */
export function layoutTreemap<Group, Item>(
  groups: readonly TreemapGroup<Group, Item>[],
  size: { width: number; height: number; gap: number; groupGap: number; header: number },
): TreemapLayout<Group, Item>[] {
  type Node = { group?: Group; item?: Item; value?: number; children?: Node[] };
  const root = hierarchy<Node>({
    children: groups.map(({ data, items }) => ({
      group: data,
      children: items.map((item) => ({ item: item.data, value: item.value })),
    })),
  }).sum(({ value }) => value ?? 0);
  const layout = treemap<Node>()
    .tile(treemapSquarify.ratio(1.2))
    .size([size.width, size.height])
    .paddingInner((node) => (node.depth === 0 ? size.groupGap : size.gap))
    .paddingTop((node) => (node.depth === 1 ? size.header : 0));
  return (layout(root).children ?? []).map((group) => ({
    data: group.data.group as Group,
    ...rectangle(group),
    cells: (group.children ?? []).map((cell) => ({
      data: cell.data.item as Item,
      ...rectangle(cell),
    })),
  }));
}

function rectangle(node: { x0: number; y0: number; x1: number; y1: number }): Rectangle {
  const [x, y] = [round(node.x0), round(node.y0)];
  return { x, y, width: round(round(node.x1) - x), height: round(round(node.y1) - y) };
}

/** As many entries as a table of contents shows on the page of one of them. */
const most = 40;

/**
 * The items about one of them, as many before it as after it where there are.
 * @param items in order
 * @returns all of them if they are few
 */
export function neighbourhood<Item>(items: readonly Item[], current: Item): readonly Item[] {
  if (items.length <= most) return items;
  const start = Math.max(0, items.indexOf(current) - most / 2);
  return items.slice(Math.min(start, items.length - most)).slice(0, most);
}

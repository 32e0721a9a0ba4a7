import type { Extent } from './span.ts';

/** How many of some numbers, in ascending order, are below a limit. */
export function countBelow(ascending: readonly number[], limit: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? Infinity) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Entry<Thing> = { thing: Thing; order: number; extent: Extent };

/**
 * Things by where they stand in a text. What stands at a place is found without a look at all the others: a plan has
 * as many annotations as it is long, and whatever compares each sentence with each of them takes a hundred times as
 * long for a plan ten times as long.
 */
export class ExtentIndex<Thing> {
  readonly #entries: readonly Entry<Thing>[];
  readonly #starts: readonly number[];
  /** The furthest end of the entries up to each. */
  readonly #reaches: readonly number[];

  /** @param extentsOf where a thing stands; it may stand in several places, or in none */
  constructor(things: Iterable<Thing>, extentsOf: (thing: Thing) => readonly Extent[]) {
    this.#entries = Array.from(things, (thing, order) =>
      extentsOf(thing).map((extent) => ({ thing, order, extent })),
    )
      .flat()
      .sort((a, b) => a.extent.start - b.extent.start);
    this.#starts = this.#entries.map(({ extent }) => extent.start);
    let reach = -Infinity;
    this.#reaches = this.#entries.map(({ extent }) => (reach = Math.max(reach, extent.end)));
  }

  /** The things that stand whole in a stretch, each once, in the order in which they were given. */
  within({ start, end }: Extent): Thing[] {
    const found: Entry<Thing>[] = [];
    for (let i = countBelow(this.#starts, start); i < this.#entries.length; i += 1) {
      const entry = this.#entries[i];
      if (!entry || entry.extent.start > end) break;
      if (entry.extent.end <= end) found.push(entry);
    }
    return inOrder(found);
  }

  /** The things that have a character in common with a stretch, each once, in the order in which they were given. */
  overlapping({ start, end }: Extent): Thing[] {
    const found: Entry<Thing>[] = [];
    for (let i = countBelow(this.#starts, end) - 1; i >= 0; i -= 1) {
      const entry = this.#entries[i];
      if (!entry || (this.#reaches[i] ?? 0) <= start) break;
      if (entry.extent.end > start) found.push(entry);
    }
    return inOrder(found);
  }

  /** The things that hold all of a stretch, each once, in the order in which they were given. */
  around({ start, end }: Extent): Thing[] {
    const found: Entry<Thing>[] = [];
    for (let i = countBelow(this.#starts, start + 1) - 1; i >= 0; i -= 1) {
      const entry = this.#entries[i];
      if (!entry || (this.#reaches[i] ?? 0) < end) break;
      if (entry.extent.end >= end) found.push(entry);
    }
    return inOrder(found);
  }
}

function inOrder<Thing>(found: Entry<Thing>[]): Thing[] {
  return found
    .sort((a, b) => a.order - b.order)
    .filter(({ order }, i) => order !== found[i - 1]?.order)
    .map(({ thing }) => thing);
}

/**
 * Makes something of an object once, and gives it again each time it is asked for: an index of a plan, for all of the
 * plan's pages.
 */
export function once<Key extends object, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const known = new WeakMap<Key, { made: Made }>();
  return (key) => {
    const entry = known.get(key) ?? { made: make(key) };
    known.set(key, entry);
    return entry.made;
  };
}

/**
 * The stretch of `text` that is most like `quote`: the one with the fewest characters to insert, delete
 * and replace (P. H. Sellers, 1980). Of equals, the one of like length; of those, the first.
 */
export function findNearest(text: string, quote: string): string {
  const { start, end } = alignNearest(text, quote);
  return Array.from(text).slice(start, end).join('');
}

/**
 * The word of a list that is most like `wanted`; of equals, the first. (Libraries compare two whole words: the nearest
 * stretch of a text, which quotations need, is little more to write.)
 * @param most how many characters may be to insert, delete and replace, if not any number
 */
export function nearestWord(
  words: readonly string[],
  wanted: string,
  most = Infinity,
): string | undefined {
  const costs = words.map((word) => alignNearest(word, wanted, true).cost);
  const least = Math.min(...costs);
  return least > most ? undefined : words[costs.indexOf(least)];
}

/**
 * Where in `text` the stretch most like `quote` stands, in code points, and what it costs to make it the quotation.
 * @param whole the stretch is to be all of the text
 */
function alignNearest(
  text: string,
  quote: string,
  whole = false,
): { cost: number; start: number; end: number } {
  const wanted = Array.from(quote);
  const characters = Array.from(text);
  // costs[i]: the least cost of the first i characters of the quotation, ending here; starts[i]: from where.
  let costs = Int32Array.from({ length: wanted.length + 1 }, (_, i) => i);
  let starts = new Int32Array(wanted.length + 1);
  let [nextCosts, nextStarts] = [costs.slice(), starts.slice()];
  let best = { cost: Infinity, unlike: Infinity, start: 0, end: 0 };
  characters.forEach((character, j) => {
    [nextCosts[0], nextStarts[0]] = whole ? [j + 1, 0] : [0, j + 1];
    for (let i = 1; i <= wanted.length; i += 1) {
      let cost = at(costs, i - 1) + (wanted[i - 1] === character ? 0 : 1);
      let start = at(starts, i - 1);
      const left = at(costs, i) + 1;
      if (left < cost) [cost, start] = [left, at(starts, i)];
      const added = at(nextCosts, i - 1) + 1;
      if (added < cost) [cost, start] = [added, at(nextStarts, i - 1)];
      [nextCosts[i], nextStarts[i]] = [cost, start];
    }
    [costs, nextCosts] = [nextCosts, costs];
    [starts, nextStarts] = [nextStarts, starts];
    if (whole && j + 1 < characters.length) return;
    const cost = at(costs, wanted.length);
    const start = at(starts, wanted.length);
    const unlike = Math.abs(j + 1 - start - wanted.length);
    if (cost < best.cost || (cost === best.cost && unlike < best.unlike)) {
      best = { cost, unlike, start, end: j + 1 };
    }
  });
  return best;
}

function at(numbers: Int32Array, index: number): number {
  return numbers[index] ?? Infinity;
}

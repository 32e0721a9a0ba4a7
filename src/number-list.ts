/**
 * Reads a list of numbers as an address has it: `3,5-7`. What is no number, or beyond `last`, is passed over.
 * @returns the numbers in order, each once
 */
export function readNumbers(list: string, last: number): number[] {
  const numbers = new Set<number>();
  for (const entry of list.split(/[,，、\s]+/u)) {
    const [, first, end] = /^(\d{1,6})(?:[-–—~](\d{1,6}))?$/u.exec(entry) ?? [];
    if (first === undefined) continue;
    const [from = 0, to = 0] = [Number(first), Number(end ?? first)].sort((a, b) => a - b);
    for (let n = Math.max(1, from); n <= Math.min(last, to); n += 1) numbers.add(n);
  }
  return [...numbers].sort((a, b) => a - b);
}

/** Writes numbers as a list, those in a row as a range: `3,5-7`. */
export function writeNumbers(numbers: readonly number[]): string {
  const ordered = [...new Set(numbers)].sort((a, b) => a - b);
  const ranges: { from: number; to: number }[] = [];
  for (const n of ordered) {
    const last = ranges.at(-1);
    if (last?.to === n - 1) last.to = n;
    else ranges.push({ from: n, to: n });
  }
  return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
}

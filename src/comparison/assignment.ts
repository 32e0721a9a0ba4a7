/**
 * Pairs each of some rows with at most one of some columns so that the scores of the pairs add up to most (the Hungarian
 * method, H. W. Kuhn, 1955, in the form with potentials).
 * @param scoreOf how well a pair fits; 0 or less, that it is none
 * @returns for each row its column, or undefined
 */
export function assign(
  rows: number,
  columns: number,
  scoreOf: (row: number, column: number) => number,
): (number | undefined)[] {
  if (rows > columns) {
    const found: (number | undefined)[] = Array.from({ length: rows }, () => undefined);
    assign(columns, rows, (column, row) => scoreOf(row, column)).forEach((row, column) => {
      if (row !== undefined) found[row] = column;
    });
    return found;
  }
  const cost = Array.from({ length: rows }, (_, row) =>
    Float64Array.from({ length: columns }, (__, column) => -Math.max(0, scoreOf(row, column))),
  );
  // Rows and columns are counted from 1 below: 0 is the row that is being placed.
  const [ofRow, ofColumn] = [new Float64Array(rows + 1), new Float64Array(columns + 1)];
  const rowAt = new Int32Array(columns + 1);
  const before = new Int32Array(columns + 1);
  const at = (list: ArrayLike<number>, i: number): number => list[i] ?? 0;
  for (let row = 1; row <= rows; row += 1) {
    rowAt[0] = row;
    let column = 0;
    const least = new Float64Array(columns + 1).fill(Infinity);
    const seen = new Uint8Array(columns + 1);
    do {
      seen[column] = 1;
      const current = at(rowAt, column);
      let [step, next] = [Infinity, 0];
      for (let j = 1; j <= columns; j += 1) {
        if (seen[j]) continue;
        const reduced = at(cost[current - 1] ?? [], j - 1) - at(ofRow, current) - at(ofColumn, j);
        if (reduced < at(least, j)) {
          least[j] = reduced;
          before[j] = column;
        }
        if (at(least, j) < step) [step, next] = [at(least, j), j];
      }
      for (let j = 0; j <= columns; j += 1) {
        if (seen[j]) {
          const held = at(rowAt, j);
          ofRow[held] = at(ofRow, held) + step;
          ofColumn[j] = at(ofColumn, j) - step;
        } else least[j] = at(least, j) - step;
      }
      column = next;
    } while (at(rowAt, column) !== 0);
    while (column !== 0) {
      const previous = at(before, column);
      rowAt[column] = at(rowAt, previous);
      column = previous;
    }
  }
  const found: (number | undefined)[] = Array.from({ length: rows }, () => undefined);
  for (let j = 1; j <= columns; j += 1) {
    const row = at(rowAt, j) - 1;
    if (row >= 0 && scoreOf(row, j - 1) > 0) found[row] = j - 1;
  }
  return found;
}

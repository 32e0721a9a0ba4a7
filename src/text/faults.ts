import { PlanError } from './errors.ts';

/** Several faults of one input, told together. */
export class PlanErrors extends Error {
  override readonly name = 'PlanErrors';
  readonly faults: readonly PlanError[];

  constructor(faults: readonly PlanError[]) {
    super(faults.map(({ message }) => message).join('\n'));
    this.faults = faults;
  }
}

/** Gathers faults, so that an editor sees all of them in one run and not one a run. */
export class Faults {
  readonly #found: PlanError[] = [];

  /**
   * Runs a reader or a check and keeps the faults that it throws.
   * @returns what it returns, or undefined if it was at fault
   */
  attempt<Result>(read: () => Result): Result | undefined {
    try {
      return read();
    } catch (error) {
      const faults = findFaults(error);
      // What is no fault of the input is a fault of the program, and not to be kept quiet.
      if (faults.length === 0) throw error;
      this.#found.push(...faults);
      return undefined;
    }
  }

  /** @throws PlanError if one fault was found, PlanErrors if several were */
  throwFound(): void {
    const [first, second] = this.#found;
    if (second) throw new PlanErrors(this.#found);
    if (first) throw first;
  }
}

/**
 * Reads every item, also those after one that is at fault.
 * @returns what `read` returns of each, in order
 * @throws PlanError, PlanErrors: the faults of all items
 */
export function readEach<Item, Result>(
  items: readonly Item[],
  read: (item: Item, i: number) => Result,
): Result[] {
  const faults = new Faults();
  const results: Result[] = [];
  items.forEach((item, i) => faults.attempt(() => results.push(read(item, i))));
  faults.throwFound();
  return results;
}

/**
 * Runs checks that do not depend on one another, all of them.
 * @throws PlanError, PlanErrors: what they all found
 */
export function checkAll(...checks: readonly (() => void)[]): void {
  readEach(checks, (check) => check());
}

/**
 * The faults behind an error, also behind one that a build tool has wrapped.
 * @returns faults by file and line; none if the error is the program's own
 */
export function findFaults(error: unknown): PlanError[] {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof PlanError) return [cause];
    if (cause instanceof PlanErrors) {
      return [...cause.faults].sort((a, b) =>
        a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1,
      );
    }
  }
  return [];
}

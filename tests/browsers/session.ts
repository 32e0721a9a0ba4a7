/** A browser that is driven: what the journeys of `npm run browsers` need of it. */
export type Session = {
  open(url: string): Promise<void>;
  /** Runs the body of a function in the page and returns its result. */
  run<Result>(script: string): Promise<Result>;
  click(selector: string): Promise<void>;
  type(selector: string, words: string): Promise<void>;
  /** A PNG of what is in view. */
  picture(): Promise<Uint8Array>;
  close(): Promise<void>;
};

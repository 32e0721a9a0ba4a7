import type { Drawing, ChartWords } from './drawing.ts';

/**
 * A row of the table that says what a chart says: `printed` in the plan, `derived` by computing, or
 * `editorial`, in an editor's judgement.
 */
export type ChartRow = {
  key?: string;
  group?: string | undefined;
  label: ChartWords;
  printed: ChartWords;
  full: string;
  nature: 'printed' | 'derived' | 'editorial';
};

/** Where a datum leads, and how that place is called. */
export type ChartLink = { href: string; place: string };

/** A chart ready to be set on a page or written to a file. */
export type DrawnChart = {
  id: string;
  title: string;
  /** What it is about, if its title says what is found. */
  topic?: string;
  /** What else there is to know, in one sentence or a few, in pieces. */
  reading: ChartWords[];
  wide: Drawing;
  narrow: Drawing;
  /** For paper, where neither of them is legible there. */
  paper?: Drawing;
  rows: ChartRow[];
  /** What the columns of the table are called, where not as usual. */
  columns?: { label: string; printed: string; full: string; place?: string };
  /** The page the chart belongs to. */
  page: string;
  links: ReadonlyMap<string, ChartLink>;
};

/**
 * A title in its clauses: a line of it ends where one of them does, if it can. What is counted is a clause each; words
 * of one list, 音乐、美术设备, are one.
 */
export const titleClauses = (title: string): string[] => title.split(/(?<=[，；]|\d[^，；、]*、)/u);

import type { PublishedPlan } from '../exports/published-plan.ts';
import { composePlan } from '../text/compose.ts';
import { fileWords } from './words.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

/** A form in which a whole plan may be taken along as one file. */
export type FileFormat = {
  /** Its address below that of the plan: `/<plan>/<name>`. */
  name: string;
  mediaType: string;
  /** What readers call it. */
  label: string;
  /** What it is good for. */
  description: string;
  /** Makes the file: the same plan gives the same bytes. Left out where a later step makes it from the built pages. */
  make?: (plan: PublishedPlan) => Bytes | Promise<Bytes>;
};

/** The source itself. It stands among the open data, whose positions are counted in it. */
const text: FileFormat = {
  name: 'data/plan.txt',
  mediaType: 'text/plain',
  ...fileWords.text,
  make: ({ plan, sections, tasks }) => new TextEncoder().encode(composePlan(plan, sections, tasks)),
};

/** Every format, in the order in which readers are offered them. */
export const formats: readonly FileFormat[] = [text];

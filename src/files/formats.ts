import type { PublishedPlan } from '../exports/published-plan.ts';
import type { Bytes } from './zip.ts';
import { composePlan } from '../text/compose.ts';
import { writeDocx } from './docx.ts';
import { writeEpub } from './epub.ts';
import { writeMarkdown } from './markdown.ts';
import { fileWords } from './words.ts';

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

export const pdf: FileFormat = { name: 'plan.pdf', mediaType: 'application/pdf', ...fileWords.pdf };

/** The pages of the plan, to be opened from a folder. */
export const archive: FileFormat = {
  name: 'pages.zip',
  mediaType: 'application/zip',
  ...fileWords.archive,
};

const docx: FileFormat = {
  name: 'plan.docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ...fileWords.docx,
  make: writeDocx,
};

const epub: FileFormat = {
  name: 'plan.epub',
  mediaType: 'application/epub+zip',
  ...fileWords.epub,
  make: writeEpub,
};

const markdown: FileFormat = {
  name: 'plan.md',
  mediaType: 'text/markdown',
  ...fileWords.markdown,
  make: (plan) => new TextEncoder().encode(writeMarkdown(plan)),
};

/** The source itself. It stands among the open data, whose positions are counted in it, and is served from there. */
export const text: FileFormat = {
  name: 'data/plan.txt',
  mediaType: 'text/plain',
  ...fileWords.text,
  make: ({ plan, sections, tasks }) => new TextEncoder().encode(composePlan(plan, sections, tasks)),
};

/** Every format, in the order in which readers are offered them. */
export const formats: readonly FileFormat[] = [pdf, docx, epub, archive, markdown, text];

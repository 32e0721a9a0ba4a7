/**
 * How large content may be. What is larger is no plan, or a text that has lost its line breaks, and is refused at
 * once. The longest plans known have 100,000 characters and a few hundred tasks, and paragraphs of 2,000.
 */
export const limits = {
  /** Bytes of a source: some 330,000 characters. */
  sourceBytes: 1_000_000,
  /** Bytes of a file that a source was converted from: scans and pictures may stand in it. */
  originalBytes: 100_000_000,
  /** Bytes of any other file of content: a plan's annotations are up to four times as long as its text. */
  fileBytes: 4_000_000,
  /** Characters on a line of a source, without the white space around them. */
  lineCharacters: 10_000,
  /** Tasks in a plan: each has a page. */
  tasks: 2_000,
} as const;

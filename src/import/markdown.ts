import { type Imported, Writing } from './imported.ts';
import { readTxt } from './txt.ts';

const heading = /^#{1,6}[ \t]+(?=\S)/gmu;
/** The line between the head of a table and its rows. */
const rule = /^\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)*\|?[ \t]*(?:\r\n|\r|\n|$)/gmu;
const strong = /\*\*(?=\S)([^*\r\n]+?)(?<=\S)\*\*/gu;

/** Whether a text has headings as Markdown marks them, more than one: a single # may be anything. */
export const isMarkdown = (text: string): boolean => (text.match(heading)?.length ?? 0) > 1;

/** Takes a text in Markdown without the marks of its headings, of strong words and of tables. */
export function readMarkdown(text: string): Imported {
  const remarks = new Writing();
  const leaveOut = (marks: string, kept = ''): string => {
    remarks.remark('markdown', marks);
    return kept;
  };
  const plain = text
    .replace(heading, (marks) => leaveOut(marks))
    .replace(rule, (marks) => leaveOut(marks))
    .replace(strong, (marked, words: string) => leaveOut(marked, words));
  const { remarks: others, ...read } = readTxt(plain);
  return { ...read, remarks: [...remarks.finish().remarks, ...others] };
}

import { isSeq, parseDocument } from 'yaml';
import type { PlanFile } from '../text/schema.ts';

type Entry = NonNullable<PlanFile['corrected']>[number];

/**
 * Writes a correction into a plan's `plan.yaml`, and changes nothing else.
 * @param text the file
 * @param change the fingerprint of the new text, its title if that is another, and what is told of the correction
 */
export function recordCorrection(
  text: string,
  { sha256, title, entry }: { sha256: string; title?: string | undefined; entry: Entry },
): string {
  const document = parseDocument(text);
  const list = document.get('corrected', true);
  const lines = [
    `  - date: ${entry.date}`,
    `    what: ${JSON.stringify(entry.what)}`,
    `    earlier: ${entry.earlier}`,
    `    sha256: ${entry.sha256}`,
    ...(entry.title === undefined ? [] : [`    title: ${JSON.stringify(entry.title)}`]),
    ...(entry.gone === undefined
      ? []
      : ['    gone:', ...entry.gone.map((one) => `      - ${one}`)]),
    '',
  ].join('\n');
  const edits: { start: number; end: number; text: string }[] = [];
  const set = (key: string, value: string): void => {
    const node = document.get(key, true) as { range?: [number, number, number] } | undefined;
    if (node?.range) edits.push({ start: node.range[0], end: node.range[1], text: value });
  };
  set('sha256', sha256);
  if (title !== undefined) set('title', JSON.stringify(title));
  const [, , after = undefined] = isSeq(list) && !list.flow ? (list.range ?? []) : [];
  if (after === undefined) {
    const start = text.length;
    edits.push({
      start,
      end: start,
      text: `${text.endsWith('\n') ? '' : '\n'}corrected:\n${lines}`,
    });
  } else {
    const gap = text.slice(0, after).endsWith('\n') ? '' : '\n';
    edits.push({ start: after, end: after, text: gap + lines });
  }
  let result = text;
  for (const { start, end, text: now } of edits.sort((a, b) => b.start - a.start)) {
    result = result.slice(0, start) + now + result.slice(end);
  }
  return result;
}

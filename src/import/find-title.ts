import { readMarker } from '../text/structure.ts';

const compact = (text: string): string => text.replace(/\s+/gu, '');
/** What titles of plans end with. */
const plan =
  /(?:计划(?:表|一览表|安排表)?|要点|方案|安排|规划|纲要|打算|思路|目标任务|重点任务|重点工作|工作任务|实事(?:项目)?)(?:[（(][^（）()]{1,20}[）)])?$/u;
const isNumbered = (text: string): boolean =>
  readMarker({ start: 0, end: text.length, line: 1, text }) !== undefined;
const isName = (line: string): boolean =>
  /^[^。；;！!？?,，:：|\t]{2,60}$/u.test(line) && !isNumbered(line);

/**
 * Finds the title of a plan in the lines before its first number: the one that a notice quotes, or the last that ends
 * as titles of plans do, with the name of a body above it; else what the file sets as its title.
 */
export function findTitle(text: string, titles: readonly string[]): string | undefined {
  const lines = text.split(/\r\n|\r|\n/u).map((line) => line.trim());
  const first = lines.findIndex((line) => isNumbered(line) && !/^\d{4}/u.test(line));
  const head = lines.slice(0, first < 0 ? 40 : first);
  const quoted = [...head.join('').matchAll(/《([^《》]{4,60})》/gu)].map(([, name = '']) =>
    compact(name),
  );
  const named = lines
    .slice(0, 200)
    .find((line) => quoted.includes(compact(line)) && plan.test(compact(line)));
  if (named !== undefined) return named;
  const at = head.findLastIndex((line) => isName(line) && plan.test(compact(line)));
  if (at >= 0) {
    const above = head[at - 1] ?? '';
    const isPart =
      isName(above) &&
      !/(?:通知|日)$/u.test(above) &&
      !plan.test(compact(above)) &&
      !/[）)〕\]号>]$/u.test(above);
    return isPart && above.length <= 30 ? `${above}${head[at] ?? ''}` : head[at];
  }
  return (
    titles.find((line) => head.includes(line)) ??
    head.find((line) => isName(line) && /通知$/u.test(line))
  );
}

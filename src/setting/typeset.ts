/**
 * A run of text: `quantity` must not be parted at a line end, `latin` is set as Latin, `mark` is half-width
 * punctuation that closes a Chinese phrase, and `closing` the mark of full width before it, whose own room is not wanted
 * there (clreq 3.1.6.1: 标点挤压): browsers take it away only between two of full width. `space` tells that it ends where a Chinese character and a digit or letter
 * touch, and a little space is due (clreq 3.2.6): it follows, so that none is left where the next run begins a line.
 */
export type Run = {
  kind: 'plain' | 'quantity' | 'latin' | 'mark' | 'closing';
  text: string;
  space?: boolean;
};

/** A number and its unit, which no line end may part. */
export const quantityPattern =
  '[0-9０-９]+(?:[.．,，:：/*＊—–~～\\-][0-9０-９]+)*[*＊]?(?:[%％‰]|[十百千万亿]*(?:人次|公里|平方米|小时|分钟|课时|学时|学分|公顷|千米|周岁|个(?:百分点|小时|月)|[个人名所对项元年月日天周岁期次门种家条届级号章句字倍米吨亩台套间座辆场册批篇])?)?';
const latin = '[A-Za-z][A-Za-z0-9]*(?:[ ,.:;()/!?&+\\-]+[A-Za-z0-9]+)+';

const han = /\p{Script=Han}/u;
const lastClosing = /[”’」』》）]$/u;
const lastHan = /\p{Script=Han}$/u;
// After a number too, if Chinese goes on: 9.1%,其中.
const mark =
  '(?<=[\\p{Script=Han}”’」』》）)])[,:;!?]|(?<=[0-9０-９%％‰])[,:;!?](?=[\\p{Script=Han}“‘「『《〈（(])';

/**
 * Splits text for setting: a number and its unit are kept together (clreq 3.1.5: 数字与单位之间不断行),
 * and punctuation between Latin letters or digits keeps its Latin look. The runs put together are the text.
 */
export function typesetRuns(text: string): Run[] {
  const runs: Run[] = [];
  let end = 0;
  for (const match of text.matchAll(
    new RegExp(`(${latin})|(${quantityPattern})|(${mark})`, 'gu'),
  )) {
    const kind = match[1] ? 'latin' : match[2] ? 'quantity' : 'mark';
    const plain = text.slice(end, match.index);
    const last = (kind === 'mark' ? lastClosing : lastHan).exec(plain)?.[0] ?? '';
    const rest = plain.slice(0, plain.length - last.length);
    if (rest) runs.push({ kind: 'plain', text: rest });
    if (last && kind === 'mark') runs.push({ kind: 'closing', text: last });
    else if (last) runs.push({ kind: 'plain', text: last, space: true });
    const before = runs.at(-1);
    if (!plain && before && kind !== 'mark' && lastHan.test(before.text)) before.space = true;
    end = match.index + match[0].length;
    const space = kind !== 'mark' && han.test(text.charAt(end)) && !lastHan.test(match[0]);
    runs.push({ kind, text: match[0], ...(space && { space }) });
  }
  if (end < text.length) runs.push({ kind: 'plain', text: text.slice(end) });
  return runs;
}

/**
 * Escapes source text for HTML so that a parser gives back every character: a carriage return, which
 * parsers turn into a line feed, is written as a character reference (HTML 13.2.3.5).
 */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

const numbered = new RegExp(`(?<![&#\\w])第?${quantityPattern}`, 'gu');

/** A longer one may be broken: in large type a column has no room for it. */
const longestNumber = 8;

/**
 * Keeps a number with its unit, and with the 第 that makes it an ordinal: 100所, 第12项 (clreq 3.1.5). The words stay as
 * they are.
 *
 * @param html text with its references to characters, without tags
 */
export const bindNumbers = (html: string): string =>
  html.replace(numbered, (words) =>
    /^[0-9０-９]*$/u.test(words) || words.length > longestNumber
      ? words
      : `<span class="end">${words}</span>`,
  );

import { findWordBreaks } from './lines.ts';

/**
 * Says in each heading of a page, and in what is set as large (`lead`), where its words end: browsers break Chinese lines between any two characters, and a
 * title that is set large is broken where it is read as two words. With `word-break: keep-all` a line then ends at a
 * `<wbr>` or after a mark (clreq 3.1.2). What is read and what is copied stay as they are. A heading of the class
 * `running` is a text, whose lines are filled.
 *
 * @param html a whole page, or a part of one
 * @param terms short names of the field, which are not broken though they are of two words: 义务教育
 */
export const breakTitles = (html: string, terms: readonly string[] = []): string =>
  html.replace(
    /(<(?:(?:h[1-6])\b(?! class="running")[^>]*|p class="lead")>)(.*?)(?=<\/(?:h[1-6]|p)>)/gsu,
    (_, tag: string, content: string) => tag + breakTitle(content, tag.startsWith('<h'), terms),
  );

/** A tag, which may have `>` in an attribute, a reference to a character, or a character. */
const pieces = /<(?:"[^"]*"|'[^']*'|[^"'>])*>|&#?\w+;|./gsu;

/** @param isTitle it has clauses, each of which may have a line of its own */
function breakTitle(html: string, isTitle: boolean, terms: readonly string[]): string {
  const parts = html.match(pieces) ?? [];
  const words = parts
    .filter((part) => !isTag(part))
    .map(charactersOf)
    .join('');
  if (words.length < shortest || !isChinese.test(words)) return html;
  const breaks = findWordBreaks(words);
  const names = new Set([...insideOfNames(parts), ...insideOfTerms(words, terms)]);
  const isPlain = !parts.some(isTag);
  const set: string[] = [];
  let at = 0;
  let depth = 0;
  /** Where a break would stand: before the tags that open with the next character, whose lines may be kept whole. */
  let place = { index: 0, depth: 0 };
  for (const part of parts) {
    if (isTag(part)) {
      set.push(part);
      const opens = !/^<(?:\/|(?:br|img|wbr)\b)/u.test(part);
      depth += opens ? 1 : part.startsWith('</') ? -1 : 0;
      if (!opens) place = { index: set.length, depth };
      continue;
    }
    // What stands between elements may be laid out in columns, of which a break would be one more.
    const isInText = [set[place.index - 1], set[place.index] ?? part].some((near) => !isTag(near));
    const isAllowed =
      breaks.has(at) && !names.has(at) && canEndOnlyByBreak.test(words.slice(at - 1, at + 1));
    if (isAllowed && isInText && (isPlain || place.depth > 0)) set.splice(place.index, 0, '<wbr>');
    set.push(part);
    at += charactersOf(part).length;
    place = { index: set.length, depth };
  }
  const broken = (isTitle ? setClauses(set, isPlain) : set).join('');
  // So too the pieces of a heading that is nothing but text: they stay one.
  return isPlain && broken !== html ? `<span>${broken}</span>` : broken;
}

/**
 * A title of clauses breaks between them, if it can: each is a box of its own, in the element whose words it ends among.
 * Charts do the same with theirs (`titleClauses`).
 *
 * @param parts tags and characters of a heading
 * @param isPlain it has no elements: the boxes are the heading's own
 */
function setClauses(parts: readonly string[], isPlain: boolean): string[] {
  /** The open elements: where the content of each begins, and where clauses end in it. */
  const open: { start: number; ends: number[] }[] = isPlain ? [{ start: 0, ends: [] }] : [];
  const boxes: { start: number; ends: number[]; end: number }[] = [];
  for (const [i, part] of parts.entries()) {
    if (/^<(?:br|img|wbr)\b/u.test(part)) continue;
    if (part.startsWith('</')) {
      const element = open.pop();
      // What is added in small type has lines of its own.
      const isAdded = parts[(element?.start ?? 0) - 1]?.startsWith('<small');
      if (element && element.ends.length > 0 && !isAdded) boxes.push({ ...element, end: i });
      // The mark of the source is an element by itself: the clause ends behind it.
      if (clauseEnd.test(parts[i - 1] ?? '') && parts[i - 2]?.startsWith('<')) {
        open.at(-1)?.ends.push(i + 1);
      }
    } else if (isTag(part)) open.push({ start: i + 1, ends: [] });
    else if (clauseEnd.test(part) && !isTag(parts[i - 1])) open.at(-1)?.ends.push(i + 1);
  }
  const [whole] = open;
  if (whole) boxes.push({ ...whole, end: parts.length });
  const before = new Map<number, string>();
  const put = (at: number, tag: string): void => {
    before.set(at, (before.get(at) ?? '') + tag);
  };
  for (const { start, ends, end } of boxes) {
    const inner = ends.filter((at) => at < end);
    if (inner.length === 0) continue;
    for (const [i, from] of [start, ...inner].entries()) {
      put(from, '<span class="clause">');
      put(inner[i] ?? end, '</span>');
    }
  }
  return [...parts, ''].map((part, i) => (before.get(i) ?? '') + part);
}

/** What ends a clause of a title, of either width. */
const clauseEnd = /^[,，;；]$/u;

const isTag = (part = ''): boolean => /^<./su.test(part);

/** References are no Chinese: each counts as one character. */
const charactersOf = (part: string): string => (part.startsWith('&') ? '&' : part);

/** Places within a short name that is a link: what is explained, 特殊教育, is one thing. */
function insideOfNames(parts: readonly string[]): Set<number> {
  const inside = new Set<number>();
  let at = 0;
  let start: number | undefined;
  for (const part of parts) {
    if (!isTag(part)) at += charactersOf(part).length;
    else if (/^<a\b/u.test(part)) start = at;
    else if (part === '</a>' && start !== undefined) {
      for (let place = start + 1; at - start <= longestName && place < at; place += 1) {
        inside.add(place);
      }
      start = undefined;
    }
  }
  return inside;
}

const longestName = 6;

/** Places within names of the field, wherever they stand in a title. */
function insideOfTerms(words: string, terms: readonly string[]): Set<number> {
  const inside = new Set<number>();
  for (const term of terms) {
    for (let at = words.indexOf(term); at >= 0; at = words.indexOf(term, at + term.length)) {
      for (let place = at + 1; place < at + term.length; place += 1) inside.add(place);
    }
  }
  return inside;
}

/** A title of few characters stands on one line. */
const shortest = 6;

const isChinese = /\p{Script=Han}/u;

/** Two characters between which no line ends by itself: after a mark of full width one does. */
const canEndOnlyByBreak = /^[^\s、，。；：！？）》”’]\S$/u;

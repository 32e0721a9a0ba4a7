import { writeNumber } from './number-formats.ts';
import { type Element, childAt, elementsOf, valueAt } from './xml.ts';

/** A level of a list as a file defines it; `restart` is the level (from 1) after which it begins anew, 0 for never. */
type Level = {
  start: number;
  format: string;
  text: string;
  suffix: string;
  isLegal: boolean;
  restart: number | undefined;
  style: string | undefined;
};
type Numbers = { abstract: string; levels: (Level | undefined)[]; starts: Map<number, number> };

const deepest = 9;

/** What Word prints for bullets of its symbol fonts, as characters that any font has. */
const bullets: Record<string, string> = {
  '\uf0b7': '●',
  '\uf06c': '●',
  '\uf06e': '■',
  '\uf075': '◆',
  '\uf0a7': '▪',
  '\uf0d8': '➤',
  '\uf0fc': '✓',
  '\uf071': '□',
  '\uf0a8': '□',
  '\uf0e8': '➤',
  '\uf02d': '—',
  o: '○',
  '·': '●',
};

/** The automatic numbers of a document, in the order of its paragraphs (ECMA-376 Part 1, 17.9). */
export class Numbering {
  readonly #numbers = new Map<string, Numbers>();
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #started = new Set<string>();

  /** @param styleNumber the w:numId that a style names: lists may be defined by a style */
  constructor(numbering: Element, styleNumber: (style: string) => string | undefined) {
    const parts = elementsOf(numbering);
    const abstracts = new Map(
      parts
        .filter(({ name }) => name === 'w:abstractNum')
        .map((part) => [part.attributes['w:abstractNumId'] ?? '', part]),
    );
    const nums = parts.filter(({ name }) => name === 'w:num');
    const abstractOf = (id: string): string =>
      valueAt(
        nums.find((num) => num.attributes['w:numId'] === id),
        'w:abstractNumId',
      ) ?? '';
    for (const num of nums) {
      const id = num.attributes['w:numId'] ?? '';
      let abstract = valueAt(num, 'w:abstractNumId') ?? '';
      const link = valueAt(abstracts.get(abstract), 'w:numStyleLink');
      if (link !== undefined) abstract = abstractOf(styleNumber(link) ?? '') || abstract;
      const levels: (Level | undefined)[] = [];
      const take = (element: Element): void => {
        if (element.name === 'w:lvl')
          levels[Number(element.attributes['w:ilvl'])] = readLevel(element);
      };
      elementsOf(abstracts.get(abstract)).forEach(take);
      const starts = new Map<number, number>();
      for (const override of elementsOf(num).filter(({ name }) => name === 'w:lvlOverride')) {
        elementsOf(override).forEach(take);
        const start = valueAt(override, 'w:startOverride');
        if (start !== undefined) starts.set(Number(override.attributes['w:ilvl']), Number(start));
      }
      this.#numbers.set(id, { abstract, levels, starts });
    }
  }

  /** The level of a list that a style is linked to. */
  levelOfStyle(id: string, style: string): number {
    return Math.max(
      0,
      this.#numbers.get(id)?.levels.findIndex((level) => level?.style === style) ?? 0,
    );
  }

  /** The number of the next paragraph of a list, as it is printed, with what parts it from the text; '' if none. */
  next(id: string, level: number): string {
    const numbers = this.#numbers.get(id);
    const own = numbers?.levels[level];
    if (!numbers || !own || level >= deepest) return '';
    const counts = this.#counts.get(numbers.abstract) ?? [];
    this.#counts.set(numbers.abstract, counts);
    // Lists of one definition count on, unless one of them says where it starts.
    for (const [at, start] of numbers.starts) {
      const key = `${id} ${at}`;
      if (this.#started.has(key) || at > level) continue;
      this.#started.add(key);
      counts[at] = at === level ? start - 1 : start;
      counts.fill(undefined, at + 1);
    }
    counts[level] = (counts[level] ?? own.start - 1) + 1;
    for (let inner = level + 1; inner < deepest; inner += 1) {
      const restart = numbers.levels[inner]?.restart;
      if (restart === 0 || (restart !== undefined && level >= restart)) continue;
      counts[inner] = undefined;
      this.#started.add(`${id} ${inner}`);
      const start = numbers.starts.get(inner);
      if (start !== undefined) counts[inner] = start - 1;
    }
    if (own.format === 'bullet') {
      return `${bullets[own.text] ?? (/^[\ue000-\uf8ff]?$/u.test(own.text) ? '●' : own.text)} `;
    }
    const text = own.text.replace(/%([1-9])/gu, (_, n: string) => {
      const at = Number(n) - 1;
      const other = numbers.levels[at];
      const isPlain = own.isLegal && other?.format !== 'decimalZero';
      return writeNumber(
        counts[at] ?? other?.start ?? 1,
        isPlain ? 'decimal' : (other?.format ?? 'decimal'),
      );
    });
    if (text.trim() === '') return '';
    const isSpaced = own.suffix !== 'nothing' && !/[、）．。：】]\s*$/u.test(text);
    return isSpaced ? `${text.trimEnd()} ` : text;
  }
}

function readLevel(element: Element): Level {
  const restart = valueAt(element, 'w:lvlRestart');
  const legal = childAt(element, 'w:isLgl');
  // Formats of later versions stand in an alternative, with one of these for older programs.
  const format =
    valueAt(element, 'w:numFmt') ??
    valueAt(element, 'mc:AlternateContent', 'mc:Fallback', 'w:numFmt');
  return {
    start: Number(valueAt(element, 'w:start') ?? 0),
    format: format ?? 'decimal',
    text: valueAt(element, 'w:lvlText') ?? '',
    suffix: valueAt(element, 'w:suff') ?? 'tab',
    isLegal: legal !== undefined && !/^(?:0|false|off)$/u.test(legal.attributes['w:val'] ?? ''),
    restart: restart === undefined ? undefined : Number(restart),
    style: valueAt(element, 'w:pStyle'),
  };
}

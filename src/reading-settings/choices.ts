/**
 * What a reader may set. Each value is one word; all of them together are the class of the root element and all that a
 * browser keeps. The empty one is how a page is for who has set nothing.
 */
export const choices = {
  view: ['', 'senior'],
  /** Of the plan's text, in px: 16 to 30. Between the first two stands the size that fits the window. */
  size: ['s16', '', 's20', 's22', 's24', 's26', 's28', 's30'],
  lines: ['tight', '', 'loose', 'looser'],
  theme: ['', 'light', 'dark', 'contrast'],
  face: ['', 'sans'],
  glosses: ['', 'inline', 'unsaid'],
  /** Traditional characters (繁體) in the place of the source's own. */
  characters: ['', 'hant'],
  /** Pinyin over the plan's words. */
  pinyin: ['', 'pinyin'],
  /** How fast a voice reads, in per cent. */
  rate: ['rate60', 'rate80', '', 'rate125', 'rate150', 'rate200'],
} as const;

/** What is set of each. */
export type ReadingSettings = {
  [Name in keyof typeof choices]: (typeof choices)[Name][number];
};

/** What stands first in what is kept: other words are not ours. */
const sign = 'set';

/**
 * Reads what a browser has kept.
 * @param kept a text that may be anybody's, or null
 * @returns settings; what is not known is as if it were not set
 */
export function readSettings(kept: string | null): ReadingSettings {
  const [first, ...words] = (kept ?? '').split(' ');
  const isSet = (value: string): boolean => first === sign && words.includes(value);
  const find = <Value extends string>(values: readonly Value[]): Value | '' =>
    values.find((value) => value !== '' && isSet(value)) ?? '';
  return {
    view: find(choices.view),
    size: find(choices.size),
    lines: find(choices.lines),
    theme: find(choices.theme),
    face: find(choices.face),
    glosses: find(choices.glosses),
    characters: find(choices.characters),
    pinyin: find(choices.pinyin),
    rate: find(choices.rate),
  };
}

/** Sizes at which a line beside two columns is too short to be read. */
const wide: readonly string[] = ['s26', 's28', 's30'];

/**
 * Writes settings as the class of the root element: `set senior s24 plain`. `plain` is the layout of one column;
 * `inlined` says that a script has something to set into the lines of a page, as it has for `inline`: reading.ts loads
 * that for either.
 * @returns an empty text if nothing is set
 */
export function writeSettings(settings: ReadingSettings): string {
  const words: string[] = Object.values(settings).filter(Boolean);
  if (words.length === 0) return '';
  const isPlain = settings.view === 'senior' || wide.includes(settings.size);
  const isSetInto = settings.characters !== '' || settings.pinyin !== '';
  const more = [...(isPlain ? ['plain'] : []), ...(isSetInto ? ['inlined'] : [])];
  return [sign, ...words, ...more].join(' ');
}

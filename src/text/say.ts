/** The languages in which editors are told something. */
export const languages = ['en', 'zh'] as const;

export type Language = (typeof languages)[number];

/** Words in each language, side by side where they are said. */
export type Said = Readonly<Record<Language, string>>;

/** What an editor is told; a string is the same in every language: a quotation, a number, an address. */
export type Message = string | Said;

/** The language of this run: `JIHUA_LANG`, which the option `--lang` sets, else that of the machine. */
export function currentLanguage(): Language {
  const { JIHUA_LANG: chosen } = process.env;
  const tag = chosen ?? new Intl.DateTimeFormat().resolvedOptions().locale;
  return languages.find((language) => tag.startsWith(language)) ?? 'en';
}

/** A message in one language, that of this run if no other is named. */
export function say(message: Message, language = currentLanguage()): string {
  return typeof message === 'string' ? message : message[language];
}

/** A message that is made in each language by itself. */
export function inEach(make: (language: Language) => string): Said {
  return { en: make('en'), zh: make('zh') };
}

/** The marks of punctuation between messages, as Chinese sets them. */
const fullWidth = { ': ': '：', ', ': '，', '; ': '；', ' (': '（', ')': '）' } as const;

const widen = (text: string): string =>
  text.replace(/[:,;] | \(|\)/gu, (mark) => fullWidth[mark as keyof typeof fullWidth]);

/** Messages, with text between them that is the same in every language but for its width: joined`${id}: ${words}`. */
export function joined(texts: TemplateStringsArray, ...parts: readonly (Message | number)[]): Said {
  return inEach((language) =>
    String.raw(
      { raw: language === 'zh' ? texts.map(widen) : texts },
      ...parts.map((part) => (typeof part === 'number' ? part : say(part, language))),
    ),
  );
}

/** Things one after another: `a, b`, 甲、乙. */
export function listed(things: readonly Message[]): Said {
  const list = (language: Language): string[] => things.map((thing) => say(thing, language));
  return { en: list('en').join(', '), zh: list('zh').join('、') };
}

const messages = new Map<string, Said>();

/**
 * For the messages of schemas, which zod keeps as strings: `{ error: told({ en, zh }) }`.
 * @returns the English words; `toldBy` finds the others by them
 */
export function told(said: Said): string {
  messages.set(said.en, said);
  return said.en;
}

/** Both languages of a message that `told` was told. */
export function toldBy(english: string): Said | undefined {
  return messages.get(english);
}

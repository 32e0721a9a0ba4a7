import * as comparisonWords from './comparison/words.ts';
import * as exportWords from './exports/words.ts';
import * as fileWords from './files/words.ts';
import { kinds } from './kinds/registry.ts';
import * as kindWords from './kinds/words.ts';
import * as settingsWords from './reading-settings/words.ts';
import * as tableWords from './tables/words.ts';
import * as joiningWords from './words/joining-words.ts';
import * as interfaceWords from './words/strings.ts';
import * as textWords from './words/text-words.ts';

type RegisteredKind = (typeof kinds)[number];

/** Of a kind's words, all but those of the reference for editors, which no page shows. */
const kindsWords = Object.fromEntries(
  kinds.map(({ name, words: { fileWords: _forEditors, ...words } }) => [name, words]),
) as { [Kind in RegisteredKind as Kind['name']]: Omit<Kind['words'], 'fileWords'> };

/** Every word of the interface, in Chinese: pages, search and charts; kinds, tables and files. */
export const zh = {
  interface: interfaceWords,
  text: textWords,
  joining: joiningWords,
  kinds: kindsWords,
  shared: kindWords,
  tables: tableWords,
  comparison: comparisonWords,
  exports: exportWords,
  files: fileWords,
  reading: settingsWords,
};

/** The same words in any language: texts are any text, what is made with a number or a name is a function alike. */
type Translated<Words> = Words extends string
  ? string
  : Words extends (...details: infer Details) => infer Said
    ? (...details: Details) => Said extends string ? string : Said
    : { readonly [Key in keyof Words]: Translated<Words[Key]> };

/** A language of the interface. Another one is one file that `satisfies Language`: what it lacks does not compile. */
export type Language = Translated<typeof zh>;

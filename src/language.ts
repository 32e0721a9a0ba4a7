import * as exportWords from './exports/words.ts';
import * as audiences from './kinds/audiences/words.ts';
import * as documents from './kinds/documents/words.ts';
import * as initiatives from './kinds/initiatives/words.ts';
import * as meetings from './kinds/meetings/words.ts';
import * as notes from './kinds/notes/words.ts';
import * as numerals from './kinds/numerals/words.ts';
import * as phrases from './kinds/phrases/words.ts';
import * as relations from './kinds/relations/words.ts';
import * as responsible from './kinds/responsible/words.ts';
import * as targets from './kinds/targets/words.ts';
import * as kindWords from './kinds/words.ts';
import * as reference from './reference/words.ts';
import * as tableWords from './tables/words.ts';
import * as interfaceWords from './words/strings.ts';

/** Every word of the interface, in Chinese: pages, search and charts; kinds, tables and files; the reference for editors. */
export const zh = {
  interface: interfaceWords,
  kinds: {
    audiences,
    documents,
    initiatives,
    meetings,
    notes,
    numerals,
    phrases,
    relations,
    responsible,
    targets,
    shared: kindWords,
  },
  tables: tableWords,
  exports: exportWords,
  reference,
};

/** The same words in any language: texts are any text, what is made with a number or a name is a function alike. */
type Translated<Words> = Words extends string
  ? string
  : Words extends (...details: infer Details) => infer Said
    ? (...details: Details) => Said extends string ? string : Said
    : { readonly [Key in keyof Words]: Translated<Words[Key]> };

/** A language of the interface. Another one is one file that `satisfies Language`: what it lacks does not compile. */
export type Language = Translated<typeof zh>;

import { chineseMeanings } from './error-words.ts';
import { type Language, type Message, type Said, currentLanguage, say } from './say.ts';

/**
 * Every way in which input can be wrong. The code names the fault for people and tests; the text says
 * what it means. A test keeps this catalogue complete: each code has a case that provokes it.
 */
export const errorCatalogue = {
  'site-file': 'content/site.yaml is missing, or names a current plan that does not exist',
  'plan-file': 'a folder of content/plans has no plan.yaml, or there is no plan at all',
  'plan-duplicate': 'two plans claim one id, and so one address',
  'plan-title': 'no line of the source is the title that plan.yaml gives',
  'plan-quotation': 'words that plan.yaml quotes do not stand in the source',
  'file-name': 'the name of a file of content is no address, or one that nothing reads',
  'file-unreadable':
    'a folder, a link that leads nowhere or what may not be read, where a file belongs',
  'file-size': 'a file of content, or a source, that is larger than any plan needs',
  'file-encoding': 'a file of content is not valid UTF-8',
  'file-character': 'a file of content holds a character that no HTML page can carry',
  'yaml-syntax': 'the file is not well-formed YAML',
  'yaml-key': 'a key that the schema does not know',
  'yaml-value': 'a key is missing or its value is not of the form the schema asks for',
  'seed-missing': 'the source document that plan.yaml names does not exist',
  'seed-outside': 'the source document is a link to what is not in seeds/',
  'seed-altered': 'the source document is not the one whose SHA-256 plan.yaml records',
  'original-text':
    'the kept file does not give the text of the plan, and plan.yaml does not say that it was edited',
  'seed-encoding': 'the source document is not valid UTF-8',
  'seed-empty': 'the source document holds no text',
  'seed-character': 'a control character that no HTML page can carry',
  'date-order':
    'corrections or changes that are not in the order of their days, or keep one text twice',
  'plan-size': 'a line that is longer, or more tasks, than any plan has',
  'structure-levels': 'the numbering does not tell which lines are tasks',
  'section-title': 'a section marker with no title on its line',
  'section-empty': 'a section or group without tasks',
  'task-empty': 'a task without text',
  'mdx-syntax': 'an MDX file that does not compile, or holds what its kind of file must not',
  'reference-missing': 'a reference to a plan, section, task or sentence that does not exist',
  'guide-sentence': 'a guide quotes a sentence that no page of the audiences it leads to has',
  'vocabulary-word': 'a word that stands twice in a vocabulary in which it may stand once',
  'quote-missing': 'a quotation that does not stand in the place it names',
  'quote-ambiguous': 'a quotation that stands there more than once and does not say which is meant',
  'target-duplicate':
    'two targets of a plan claim one id, and so one address, or one an id that its page uses',
  'target-value': 'a value that its quotation does not print',
  'target-unit': 'a unit that its quotation does not print',
  'target-qualifier': 'a qualifier left out, added or altered',
  'target-scope': 'a scope that the sentence of its figure does not print',
  'target-indicator': 'two figures of a plan of one indicator and one scope',
  'target-total': 'a part or growth of a figure that does not exist, or a total without parts',
  'target-parts': 'parts that exceed their total',
  'target-addition': 'figures said to add up that must not be added',
  'ledger-leftover': 'digits of the source that are in no target and no other entry',
  'ledger-double': 'a number that two entries claim, or that needs none',
  'ledger-numeral': 'an entry of numerals.yaml that quotes no numeral',
  'ledger-title': 'a 《》 of the source that no document quotes',
  'ledger-quoted': 'a “” of the source that is no initiative, no document and no phrase',
  'ledger-mask': 'a * of the source that no note explains',
  'ledger-responsible':
    'a body that the text prints as responsible is in no mention of responsible.yaml',
  'entry-duplicate': 'two entries of a file claim one id, or one an id that its page uses',
  'name-clash': 'a name or alias that two entries claim',
  'mention-name': 'a mention that does not hold the name of what it mentions',
  'mention-action': 'an action that the sentence of its mention does not print',
  'audience-unknown': 'an audience that the controlled list does not have',
  'audience-double': 'an audience noted twice for the same words',
  'audience-leftover': 'a task that concerns nobody',
  'relation-self': 'a task that is related to itself',
  'relation-double': 'two tasks related twice in one way',
  'note-mask': 'a note on a mask whose quotation holds none',
  'note-reading': 'a note that proposes as a reading what the text has',
  'term-source': 'a definition that states a fact of law, date or number and names no source',
  'mark-crossing': 'two annotations whose words cross, so that neither holds the other',
  'comparison-double':
    'comparisons.yaml names two plans, or decides on a pair, more than once, or pairs several with several',
  'comparison-refusal': 'comparisons.yaml refuses a match that nothing proposes',
  'chart-duplicate': 'two charts of a plan claim one id, and so one address',
  'chart-target': 'a chart names a target that does not exist, or names one twice',
  'chart-form': 'targets that the form of their chart cannot show',
  'chart-unit': 'two units on one axis',
  'chart-scope': 'numbers of different scopes, compared with each other',
  'chart-title': 'a title of a chart that claims what its numbers do not say',
  'chart-sides': 'those who give support and those who are given it, compared with each other',
  'link-form': 'a link of a guide is no address, or leads where a guide must not lead',
  'link-broken': 'a built page links to an address or anchor that was not built',
  'permalink-list': 'the list of published addresses is missing, or empty',
  'permalink-lost': 'an address once published is gone',
  'permalink-words': 'an address once published says something else, and no correction says why',
} as const;

export type ErrorCode = keyof typeof errorCatalogue;

/** What each code means, in every language. */
export const errorMeanings: Readonly<Record<ErrorCode, Said>> = (() => {
  const chinese: Readonly<Record<ErrorCode, string>> = chineseMeanings;
  const codes = Object.keys(errorCatalogue) as ErrorCode[];
  const entries = codes.map((code) => [code, { en: errorCatalogue[code], zh: chinese[code] }]);
  return Object.fromEntries(entries) as Record<ErrorCode, Said>;
})();

/**
 * Wrong input, told in one line that an editor can act on:
 * `file:line: code: expected …; found …`, or 文件:行: code（意思）：应为：…；实际为：….
 */
export class PlanError extends Error {
  override readonly name = 'PlanError';
  readonly code: ErrorCode;
  readonly file: string;
  readonly line: number;
  readonly #what: { expected: Message; found: Message };

  /**
   * @param where `file` relative to the site's folder, `line` counted from 1
   * @param what `expected` and `found` as they complete the sentences “expected …” and “found …”
   */
  constructor(
    code: ErrorCode,
    where: { file: string; line: number },
    what: { expected: Message; found: Message },
  ) {
    super();
    this.code = code;
    this.file = where.file;
    this.line = where.line;
    this.#what = what;
    this.message = this.tell();
  }

  get expected(): string {
    return say(this.#what.expected);
  }

  get found(): string {
    return say(this.#what.found);
  }

  /** The parts of the line in a language. */
  in(language: Language): { meaning: string; expected: string; found: string } {
    const { expected, found } = this.#what;
    return {
      meaning: errorMeanings[this.code][language],
      expected: say(expected, language),
      found: say(found, language),
    };
  }

  /** The line in a language, that of this run if no other is named. */
  tell(language = currentLanguage()): string {
    const { meaning, expected, found } = this.in(language);
    const place = `${this.file}:${this.line}: ${this.code}`;
    return say(
      {
        en: `${place}: expected ${expected}; found ${found}`,
        zh: `${place}（${meaning}）：应为：${expected}；实际为：${found}`,
      },
      language,
    );
  }
}

/** Quotes text in a message, shortened to `limit` characters so that the error stays one line. */
export function quoteBriefly(text: string, limit = 24): string {
  const characters = Array.from(text.replace(/\s+/gu, ' ').trim());
  return `“${characters.slice(0, limit).join('')}${characters.length > limit ? '…' : ''}”`;
}

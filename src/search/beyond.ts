import { type Answer, type SearchIndex, leadsOn, noAnswer } from './answer.ts';
import { alternativesOf, combine } from './fold.ts';
import { findLoosely } from './loosely.ts';
import { isSimplified, mayBeTraditional } from './gb2312.ts';
import { type Ways, understand } from './understand.ts';
import { tellWholeWords } from './whole-words.ts';

export { findBeside } from './beside.ts';
export { findExplained } from './explanations.ts';

/**
 * Answers a query that stands nowhere as it was typed: in simplified characters, if it is in traditional ones, else with
 * other marks between its words, else by what may be meant. This and all that it needs is loaded only then.
 */
export async function answerBeyond(
  query: string,
  terms: readonly string[],
  index: SearchIndex,
  ways: Ways,
): Promise<Answer> {
  const typed = Array.from(terms.join('')).filter((character) => han.test(character));
  const isTraditional = typed.some((character) => !isSimplified(character));
  if (isTraditional || typed.some(mayBeTraditional)) {
    const simplified = await simplify(terms, index);
    if (simplified.join() !== terms.join()) {
      const found = await ways.answer(simplified.join(' '), ways.asTyped);
      // Characters that are simplified as well are converted only if that leads to the very words.
      if (isTraditional || (found.form === undefined && leadsOn({ ...found, related: [] }))) {
        return { ...found, query, form: found.form ?? simplified.join(' ') };
      }
    }
  }
  const loosely = findLoosely(terms.join(' '), await index.all());
  if (loosely.length > 0) return { ...noAnswer(query), exact: loosely };
  const understood = await understand(terms, index, ways);
  return { ...noAnswer(query), ...tellWholeWords(understood, understood.form ?? query), query };
}

const han = /\p{Script=Han}/u;

/** Terms in simplified characters: where a character may have several, those with which the term stands somewhere. */
async function simplify(terms: readonly string[], index: SearchIndex): Promise<string[]> {
  const forms = new Map<string, string[]>();
  for (const [traditional = '', simplified = ''] of (await index.traditional()).match(/../gsu) ??
    []) {
    forms.set(traditional, [...(forms.get(traditional) ?? []), simplified]);
  }
  const formsOf = (character: string): string[] => {
    const known = forms.get(character) ?? [];
    return known.length === 0 || isSimplified(character) ? [...known, character] : known;
  };
  const stands = async (words: string): Promise<boolean> => {
    for (const form of alternativesOf(words, index.variants)) {
      if (index.named.some(({ text }) => text.includes(form))) return true;
      if ((await index.find(form)).length > 0) return true;
    }
    return false;
  };
  return Promise.all(
    terms.map(async (term) => {
      const all = combine(Array.from(term, formsOf));
      for (const one of all.length > 1 ? all : []) if (await stands(one)) return one;
      return all[0] ?? term;
    }),
  );
}

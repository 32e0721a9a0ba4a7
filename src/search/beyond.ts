import { type Answer, type SearchIndex, leadsOn, noAnswer } from './answer.ts';
import { isSimplified } from './gb2312.ts';
import { type Ways, understand } from './understand.ts';

export { findExplained } from './explanations.ts';

/**
 * Answers a query that stands nowhere as it was typed: in simplified characters, if it is in traditional ones, else by
 * what may be meant. This and all that it needs is loaded only then.
 */
export async function answerBeyond(
  query: string,
  terms: readonly string[],
  index: SearchIndex,
  ways: Ways,
): Promise<Answer> {
  const unknown = await findUnknown(terms, index);
  const inSimplified = async (): Promise<Answer | undefined> => {
    const simplified = simplify(terms, await index.traditional());
    if (simplified.join() === terms.join()) return undefined;
    const found = await ways.answer(simplified.join(' '), ways.asTyped);
    return { ...found, query, form: found.form ?? simplified.join(' ') };
  };
  // The table of traditional characters is loaded for one that is no simplified character, or at last.
  if (unknown.some((character) => !isSimplified(character))) {
    const found = await inSimplified();
    if (found) return found;
  }
  const meant = { ...noAnswer(query), ...(await understand(terms, index, ways)), query };
  if (!leadsOn(meant) && meant.near.length === 0 && unknown.length > 0) {
    const found = await inSimplified();
    if (found && leadsOn(found)) return found;
  }
  return meant;
}

/** The Han characters of terms that stand in no text. */
async function findUnknown(terms: readonly string[], index: SearchIndex): Promise<string[]> {
  const texts = (await index.all()).map(({ text }) => text);
  return Array.from(terms.join('')).filter(
    (character) =>
      /\p{Script=Han}/u.test(character) && !texts.some((text) => text.includes(character)),
  );
}

/** @param traditional characters, each followed by its simplified one */
function simplify(terms: readonly string[], traditional: string): string[] {
  const pairs = Array.from(traditional);
  return terms.map((term) =>
    Array.from(term, (character) => {
      const at = pairs.indexOf(character);
      return at >= 0 && at % 2 === 0 ? (pairs[at + 1] ?? character) : character;
    }).join(''),
  );
}

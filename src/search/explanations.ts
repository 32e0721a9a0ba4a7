import { type Hit, type SearchIndex, hitOf } from './answer.ts';
import { unpackRecord } from './records.ts';

/**
 * Finds the named things that have every term in what editors explain of them. Their hits show the explanation below
 * the name.
 * @param forms of each term, one of which must stand there
 */
export async function findExplained(
  forms: readonly (readonly string[])[],
  index: SearchIndex,
): Promise<Hit[]> {
  const explanations = (await index.explanations()).split('\n');
  return index.named.flatMap((record, i): Hit[] => {
    const explanation = explanations[i] ?? '';
    if (!forms.every((some) => some.some((form) => explanation.includes(form)))) return [];
    if (forms.every((some) => some.some((form) => record.text.includes(form)))) return [];
    const [name = ''] = record.text.split('\n');
    const place = index.types.findIndex(([type]) => type === record.type);
    // What stands around the words, not all of it.
    const told = (explanation.match(/[^。！？]+[。！？]?/gu) ?? []).filter((part) =>
      forms.some((some) => some.some((form) => part.includes(form))),
    );
    const shown = unpackRecord(
      [
        record.path,
        place,
        record.section ?? 0,
        '',
        `${name}\n`,
        ...told.map((part) => `${part}\n`),
      ],
      index.types,
    );
    return [hitOf(shown, forms.flat())];
  });
}

import { readEach } from '../../text/faults.ts';
import { z } from 'zod';
import {
  type AnchorTree,
  type Where,
  anchorQuotation,
  anchoredFields,
  namesOnePlace,
  placeRule,
  quotationFields,
} from '../../text/anchor.ts';
import { parseYaml } from '../../text/yaml.ts';
import type { Reading } from '../kind.ts';

/** What words in “” are that name no initiative and no document; `mask`, words that are masked. */
const phraseKinds = ['term', 'slogan', 'name', 'mask'] as const;

const entryFields = {
  kind: z.enum(phraseKinds),
  /** What the words mean, in the editor's words, where it is not plain. */
  meaning: z.string().min(1).optional(),
};

/** `content/plans/<plan>/phrases.yaml`: the “” of the text that name no initiative and no document. */
export const phrasesFileSchema = z.array(
  z.strictObject({ ...quotationFields, ...entryFields }).refine(namesOnePlace, placeRule),
);

export const phraseSchema = z.strictObject({
  ...anchoredFields,
  ...entryFields,
  plan: z.string(),
});

export type Phrase = z.infer<typeof phraseSchema>;

/**
 * Reads `phrases.yaml`.
 * @throws PlanError yaml-…, reference-missing, quote-…
 */
export function readPhrases(
  text: string,
  file: string,
  tree: AnchorTree & { plan: { id: string } },
): Reading<Phrase> {
  const { data, lineOf } = parseYaml(text, file, phrasesFileSchema);
  const whereOf = (i: number, id: string): Where => ({ file, line: lineOf([i, 'quote']), id });
  const entries = readEach(data, (entry, i) => ({
    ...anchorQuotation(tree, entry, whereOf(i, entry.quote)),
    plan: tree.plan.id,
  }));
  return {
    entries: [...entries].sort((a, b) => a.span.start - b.span.start),
    claims: entries.map(({ span, quote }, i) => ({ span, where: whereOf(i, quote) })),
    marked: [],
  };
}

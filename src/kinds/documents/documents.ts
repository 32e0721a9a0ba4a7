import { z } from 'zod';
import {
  inSourceOrder,
  namesOnePlace,
  placeRule,
  quotationFields,
  wordsOfSentence,
} from '../../text/anchor.ts';
import { partWith } from '../../text/compose.ts';
import { PlanError, quoteBriefly } from '../../text/errors.ts';
import { readEach } from '../../text/faults.ts';
import { atLeastOne } from '../../text/schema.ts';
import { parseYaml } from '../../text/yaml.ts';
import { type NamedTree, mentionFields, nameFields, readNamed } from '../named.ts';
import type { Reading } from '../kind.ts';
import { joined } from '../../text/say.ts';

/** What a document is, by the word of its title: 法律, 条例, 规划, 纲要, 方案, 意见, 办法, 规程, 标准, 制度. */
const documentKinds = [
  'law',
  'regulation',
  'plan',
  'outline',
  'scheme',
  'opinion',
  'measures',
  'rules',
  'standard',
  'other',
] as const;

/** What the plan does with a document: have it written, have it revised, carry it out, or merely name it. */
export const documentStatuses = ['draft', 'revise', 'implement', 'cited'] as const;

const documentFields = {
  ...nameFields,
  kind: z.enum(documentKinds),
  status: z.enum(documentStatuses),
};
/** What is to be done with the document, as printed: 制定, 颁布实施, 修订. */
const actionField = { action: z.string().min(1).optional() };

/** `documents.yaml`: every law, plan, scheme, opinion, standard that the plan names, in 《》 or described. */
export const documentsFileSchema = z.array(
  z.strictObject({
    ...documentFields,
    mentions: atLeastOne(
      z.strictObject({ ...quotationFields, ...actionField }).refine(namesOnePlace, placeRule),
    ),
  }),
);

export const documentSchema = z.strictObject({
  ...documentFields,
  plan: z.string(),
  mentions: atLeastOne(z.strictObject({ ...mentionFields, ...actionField })),
});

export type PlanDocument = z.infer<typeof documentSchema>;

/**
 * Reads `documents.yaml`.
 * @throws PlanError yaml-…, entry-duplicate, name-clash, reference-missing, quote-…, mention-name, mention-action
 */
export function readDocuments(text: string, file: string, tree: NamedTree): Reading<PlanDocument> {
  const yaml = parseYaml(text, file, documentsFileSchema);
  const read = readNamed(yaml, tree, documentStatuses);
  readEach(read.entries, ({ mentions, id }, i) =>
    readEach(mentions, (mention, j) => {
      const sentence = partWith(tree, mention.span)?.text ?? mention.span.text;
      if (mention.action === undefined || sentence.includes(mention.action)) return;
      throw new PlanError(
        'mention-action',
        { file, line: yaml.lineOf([i, 'mentions', j, 'action']) },
        {
          expected: joined`${id}: ${wordsOfSentence(sentence, mention)}`,
          found: quoteBriefly(mention.action),
        },
      );
    }),
  );
  return { ...read, entries: inSourceOrder(read.entries) };
}

import { z } from 'zod';
import { anchorQuotation, anchoredFields, inSourceOrder } from '../../text/anchor.ts';
import { readEach } from '../../text/faults.ts';
import { atLeastOne } from '../../text/schema.ts';
import { parseYaml } from '../../text/yaml.ts';
import {
  type NamedTree,
  mentionFileSchema,
  mentionSchema,
  nameFields,
  readNamed,
} from '../named.ts';
import type { Reading } from '../kind.ts';
import { told } from '../../text/say.ts';

/** 工程 and 项目; 计划; 活动 and 创建; 政策 and 制度. */
export const initiativeKinds = ['project', 'programme', 'campaign', 'policy', 'other'] as const;

const initiativeFields = {
  ...nameFields,
  kind: z.enum(initiativeKinds),
  /** What it is, in neutral words of the editor's, where the plan itself explains it. */
  summary: z.string().min(1).optional(),
};

/** `initiatives.yaml`: every named programme, project and campaign. `summaryQuote` are the words a summary rests on. */
export const initiativesFileSchema = z.array(
  z
    .strictObject({
      ...initiativeFields,
      summaryQuote: mentionFileSchema.optional(),
      mentions: atLeastOne(mentionFileSchema),
    })
    .refine(
      ({ summary, summaryQuote }) => (summary === undefined) === (summaryQuote === undefined),
      {
        error: told({
          en: '`summary` with `summaryQuote`, the words of the plan that it rests on',
          zh: '写了 `summary` 也写 `summaryQuote`，就是它所依据的原文',
        }),
      },
    ),
);

export const initiativeSchema = z.strictObject({
  ...initiativeFields,
  plan: z.string(),
  summaryQuote: z.strictObject(anchoredFields).optional(),
  mentions: atLeastOne(mentionSchema),
});

export type Initiative = z.infer<typeof initiativeSchema>;

/**
 * Reads `initiatives.yaml`.
 * @throws PlanError yaml-…, entry-duplicate, name-clash, reference-missing, quote-…, mention-name
 */
export function readInitiatives(text: string, file: string, tree: NamedTree): Reading<Initiative> {
  const yaml = parseYaml(text, file, initiativesFileSchema);
  const read = readNamed(yaml, tree, initiativeKinds);
  const initiatives = readEach(read.entries, ({ summaryQuote, ...initiative }, i) => ({
    ...initiative,
    ...(summaryQuote && {
      summaryQuote: anchorQuotation(tree, summaryQuote, {
        file,
        line: yaml.lineOf([i, 'summaryQuote']),
        id: initiative.id,
      }),
    }),
  }));
  return { ...read, entries: inSourceOrder(initiatives) };
}

import { z } from 'zod';
import {
  type AnchorTree,
  anchorQuotation,
  anchoredFields,
  quotationFields,
} from '../../text/anchor.ts';
import { PlanError, quoteBriefly } from '../../text/errors.ts';
import { readEach } from '../../text/faults.ts';
import type { Named } from '../named.ts';
import { parseYaml } from '../../text/yaml.ts';

/**
 * How two tasks belong together, in the editor's judgement: the same measure, the same people, one
 * carries out or checks the other, one completes the other.
 */
export const editedRelations = ['measure', 'audience', 'follow-up', 'complement'] as const;

/** How two tasks belong together by the names they share: computed, not typed. */
export const derivedRelations = ['document', 'initiative', 'meeting'] as const;

const endFields = {
  task: z.int().positive(),
  quote: quotationFields.quote,
  occurrence: quotationFields.occurrence,
};
const endFileSchema = z.strictObject(endFields);
const endSchema = z.strictObject({
  ...endFields,
  sentence: anchoredFields.sentence,
  span: anchoredFields.span,
});

const editedFields = {
  relation: z.enum(editedRelations),
  /** Why, in one sentence of the editor's. */
  reason: z.string().min(1),
};

/** `content/plans/<plan>/links.yaml`: which tasks belong together, with the words on both sides. */
export const linksFileSchema = z.array(
  z.strictObject({ ...editedFields, from: endFileSchema, to: endFileSchema }),
);

/** Two tasks that belong together; `from` is the earlier one. Derived links name what both mention. */
export const linkSchema = z.strictObject({
  plan: z.string(),
  relation: z.enum([...editedRelations, ...derivedRelations]),
  reason: z.string().min(1).optional(),
  shared: z.strictObject({ id: z.string(), name: z.string() }).optional(),
  from: endSchema,
  to: endSchema,
});

export type Link = z.infer<typeof linkSchema>;
type LinkEnd = z.infer<typeof endSchema>;

/**
 * Reads `links.yaml`.
 * @throws PlanError yaml-…, link-self, link-double, reference-missing, quote-…
 */
export function readLinks(
  text: string,
  file: string,
  tree: AnchorTree & { plan: { id: string } },
): Link[] {
  const { data, lineOf } = parseYaml(text, file, linksFileSchema);
  const lineOfKey = new Map<string, number>();
  const links = readEach(data, ({ relation, reason, from, to }, i): Link => {
    const line = lineOf([i]);
    if (from.task === to.task) {
      throw new PlanError(
        'link-self',
        { file, line: lineOf([i, 'to', 'task']) },
        {
          expected: `another task than ${from.task}`,
          found: `task ${to.task}, ${quoteBriefly(to.quote)}`,
        },
      );
    }
    const [first, second] = from.task < to.task ? [from, to] : [to, from];
    const key = [relation, first.task, second.task].join(' ');
    const other = lineOfKey.get(key);
    if (other !== undefined) {
      throw new PlanError(
        'link-double',
        { file, line },
        {
          expected: `tasks ${first.task} and ${second.task} linked once as ${relation}`,
          found: `the link on line ${other}, and this one`,
        },
      );
    }
    lineOfKey.set(key, line);
    const anchor = (side: 'from' | 'to', end: z.infer<typeof endFileSchema>): LinkEnd =>
      anchorQuotation(tree, end, {
        file,
        line: lineOf([i, side, 'quote']),
        id: `link of tasks ${first.task} and ${second.task}`,
      });
    const ends = { from: anchor('from', from), to: anchor('to', to) };
    return {
      plan: tree.plan.id,
      relation,
      reason,
      ...(first === from ? ends : { from: ends.to, to: ends.from }),
    };
  });
  return sortLinks(links);
}

/** The links between all tasks that mention one thing: for each two tasks, by their first mention of it. */
export function deriveLinks(
  relation: (typeof derivedRelations)[number],
  things: readonly Named[],
): Link[] {
  const links = things.flatMap(({ plan, id, name, mentions }) => {
    const ends = new Map<number, LinkEnd>();
    for (const { task, quote, occurrence, sentence, span } of mentions) {
      if (task !== undefined && !ends.has(task)) {
        ends.set(task, { task, quote, occurrence, sentence, span });
      }
    }
    const inOrder = [...ends.values()].sort((a, b) => a.task - b.task);
    return inOrder.flatMap((from, i) =>
      inOrder.slice(i + 1).map((to): Link => ({ plan, relation, shared: { id, name }, from, to })),
    );
  });
  return sortLinks(links);
}

/** Links by the earlier task, then the later, then the words. */
export function sortLinks(links: readonly Link[]): Link[] {
  return [...links].sort(
    (a, b) =>
      a.from.task - b.from.task ||
      a.to.task - b.to.task ||
      a.from.span.start - b.from.span.start ||
      a.to.span.start - b.to.span.start ||
      (a.relation < b.relation ? -1 : 1),
  );
}

import { z } from 'zod';
import {
  type AnchorTree,
  anchoredFields,
  anchorQuotation,
  describePlace,
  quotationFields,
} from '../../text/anchor.ts';
import { PlanError, quoteBriefly } from '../../text/errors.ts';
import { once } from '../../text/extent-index.ts';
import { readEach } from '../../text/faults.ts';
import type { Named } from '../named.ts';
import { parseYaml } from '../../text/yaml.ts';
import { joined } from '../../text/say.ts';

/**
 * How two tasks belong together, in the editor's judgement: the same measure, the same people, one
 * carries out or checks the other, one completes the other.
 */
const editedRelations = ['measure', 'audience', 'follow-up', 'complement'] as const;

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

/** `content/plans/<plan>/relations.yaml`: which tasks belong together, with the words on both sides. */
export const relationsFileSchema = z.array(
  z.strictObject({ ...editedFields, from: endFileSchema, to: endFileSchema }),
);

/**
 * Two tasks that belong together; `from` is the earlier one. Those that are computed name what both mention.
 * @param ties the names of the relations that are computed
 */
export const makeRelationSchema = (ties: readonly string[]) =>
  z.strictObject({
    plan: z.string(),
    relation: z.enum([...editedRelations, ...ties]),
    reason: z.string().min(1).optional(),
    shared: z.strictObject({ id: z.string(), name: z.string() }).optional(),
    from: endSchema,
    to: endSchema,
  });

export type Relation = z.infer<ReturnType<typeof makeRelationSchema>>;
type RelationEnd = z.infer<typeof endSchema>;

/**
 * Reads `relations.yaml`.
 * @throws PlanError yaml-…, relation-self, relation-double, reference-missing, quote-…
 */
export function readRelations(
  text: string,
  file: string,
  tree: AnchorTree & { plan: { id: string } },
): Relation[] {
  const { data, lineOf } = parseYaml(text, file, relationsFileSchema);
  const lineOfKey = new Map<string, number>();
  const relations = readEach(data, ({ relation, reason, from, to }, i): Relation => {
    const line = lineOf([i]);
    if (from.task === to.task) {
      throw new PlanError(
        'relation-self',
        { file, line: lineOf([i, 'to', 'task']) },
        {
          expected: { en: `another task than ${from.task}`, zh: `第${from.task}项以外的任务` },
          found: joined`${describePlace({ task: to.task })}, ${quoteBriefly(to.quote)}`,
        },
      );
    }
    const [first, second] = from.task < to.task ? [from, to] : [to, from];
    const key = [relation, first.task, second.task].join(' ');
    const other = lineOfKey.get(key);
    if (other !== undefined) {
      throw new PlanError(
        'relation-double',
        { file, line },
        {
          expected: {
            en: `tasks ${first.task} and ${second.task} related once as ${relation}`,
            zh: `第${first.task}、${second.task}项任务的 ${relation} 关系写一次`,
          },
          found: {
            en: `the relation on line ${other}, and this one`,
            zh: `第 ${other} 行和这里各写了一次`,
          },
        },
      );
    }
    lineOfKey.set(key, line);
    const anchor = (side: 'from' | 'to', end: z.infer<typeof endFileSchema>): RelationEnd =>
      anchorQuotation(tree, end, {
        file,
        line: lineOf([i, side, 'quote']),
        id: {
          en: `relation of tasks ${first.task} and ${second.task}`,
          zh: `第${first.task}、${second.task}项任务的关系`,
        },
      });
    const ends = { from: anchor('from', from), to: anchor('to', to) };
    return {
      plan: tree.plan.id,
      relation,
      reason,
      ...(first === from ? ends : { from: ends.to, to: ends.from }),
    };
  });
  return sortRelations(relations);
}

/**
 * What more tasks have in common relates no two of them: each would be related to nearly all others. The list of the
 * things that are mentioned has their places.
 */
export const mostTied = 12;

/**
 * The relations between all tasks that mention one thing: for each two tasks, by their first mention of it. None if
 * more than `mostTied` mention it.
 */
export function deriveRelations(relation: string, things: readonly Named[]): Relation[] {
  const relations = things.flatMap(({ plan, id, name, mentions }) => {
    const ends = new Map<number, RelationEnd>();
    for (const { task, quote, occurrence, sentence, span } of mentions) {
      if (task !== undefined && !ends.has(task)) {
        ends.set(task, { task, quote, occurrence, sentence, span });
      }
    }
    if (ends.size > mostTied) return [];
    const inOrder = [...ends.values()].sort((a, b) => a.task - b.task);
    return inOrder.flatMap((from, i) =>
      inOrder
        .slice(i + 1)
        .map((to): Relation => ({ plan, relation, shared: { id, name }, from, to })),
    );
  });
  return sortRelations(relations);
}

/** The relations of each task, in their order. */
export const relationsByTask = once((relations: readonly Relation[]) => {
  const byTask = new Map<number, Relation[]>();
  for (const relation of relations) {
    for (const { task } of [relation.from, relation.to]) {
      const known = byTask.get(task);
      if (known) known.push(relation);
      else byTask.set(task, [relation]);
    }
  }
  return byTask;
});

/** Two tasks that belong together, the earlier first, with all that relates them. */
export type RelatedPair = { from: number; to: number; relations: readonly Relation[] };

/** Every two tasks that belong together, each once, in the order of the relations. */
export function pairRelations(relations: readonly Relation[]): RelatedPair[] {
  const pairs = Map.groupBy(relations, ({ from, to }) => `${from.task} ${to.task}`);
  return [...pairs.values()].flatMap((all) =>
    all[0] ? [{ from: all[0].from.task, to: all[0].to.task, relations: all }] : [],
  );
}

/** Links by the earlier task, then the later, then the words. */
export function sortRelations(relations: readonly Relation[]): Relation[] {
  return [...relations].sort(
    (a, b) =>
      a.from.task - b.from.task ||
      a.to.task - b.to.task ||
      a.from.span.start - b.from.span.start ||
      a.to.span.start - b.to.span.start ||
      (a.relation < b.relation ? -1 : 1),
  );
}

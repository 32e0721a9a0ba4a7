import { overlap, sliceSpan } from '../../text/span.ts';
import { z } from 'zod';
import { inSourceOrder, namesOnePlace, placeRule, quotationFields } from '../../text/anchor.ts';
import type { ParsedPlan } from '../../text/compose.ts';
import { type Claim } from '../../text/anchor.ts';
import { PlanError } from '../../text/errors.ts';
import { readEach } from '../../text/faults.ts';
import { type Span, atLeastOne } from '../../text/schema.ts';
import { parseYaml } from '../../text/yaml.ts';
import type { Reading } from '../kind.ts';
import { around, findRuns, taskAt, wordsOf, noneFor } from '../name-ledger.ts';
import { type NamedTree, mentionFields, nameFields, readNamed } from '../named.ts';

/** `lead`, it answers for the task; `support`, it takes part. */
export const responsibleRoles = ['lead', 'support'] as const;

const roleField = { role: z.enum(responsibleRoles) };

/** `responsible.yaml`: which body is responsible for a task, as printed: （责任单位：基教科）. */
export const responsibleFileSchema = z.array(
  z.strictObject({
    ...nameFields,
    mentions: atLeastOne(
      z.strictObject({ ...quotationFields, ...roleField }).refine(namesOnePlace, placeRule),
    ),
  }),
);

export const responsibleSchema = z.strictObject({
  ...nameFields,
  plan: z.string(),
  mentions: atLeastOne(z.strictObject({ ...mentionFields, ...roleField })),
});

export type ResponsibleBody = z.infer<typeof responsibleSchema>;

/**
 * Reads `responsible.yaml`.
 * @throws PlanError yaml-…, entry-duplicate, name-clash, reference-missing, quote-…, mention-name
 */
export function readResponsible(
  text: string,
  file: string,
  tree: NamedTree,
): Reading<ResponsibleBody> {
  const yaml = parseYaml(text, file, responsibleFileSchema);
  const read = readNamed(yaml, tree, responsibleRoles);
  return { ...read, entries: inSourceOrder(read.entries) };
}

/** What stands before the bodies: 责任单位：, 牵头部门：, 主办：, 配合处室：. */
export const bodyLabel =
  /(?:责任|负责|牵头|主办|主管|承办|协办|配合|参与|参加|协同|协助|实施|落实)(?:单位|部门|处室|科室|机构)(?:及[^：:（）()]{1,6})?[：:]/u;

/** A document is no body. */
export const titled = /《[^》]*》?/gu;

/** What is said of a body behind its name: （牵头）, 等, which may stand before the next label too. */
const behind = new RegExp(
  `[（(](?:牵头|负责|配合|主办|协办)[）)]|等(?=[、，,；;。）)《\\s]|${bodyLabel.source}|$)`,
  'gu',
);

/** What may stand between bodies. */
const between = /^[、，,；;。.\s和与及（）()“”》]*$/u;

/** A list of bodies: after a bracket or by itself, to the end of its sentence or to what is in brackets no more. */
export const listed = new RegExp(
  `(?<=^|[（(])${bodyLabel.source}(?:[^（）()]|[（(][^（）()]*[）)])*`,
  'gu',
);

/**
 * Proves that no body that a plan prints as responsible is forgotten: in every list of bodies, what no entry
 * names is a label or stands between names.
 * @param claims the names in the mentions of `responsible.yaml`
 * @throws PlanError ledger-responsible for words that nobody speaks for
 */
export function proveResponsible(tree: ParsedPlan, claims: readonly Claim[]): void {
  const left = findRuns(tree, listed).flatMap((run) => wordsLeft(run, claims));
  readEach(left, (words) => {
    const task = taskAt(tree, words);
    throw new PlanError(
      'ledger-responsible',
      { file: tree.plan.source, line: words.line },
      {
        expected: wordsOf(words.text, task, {
          en: 'in a mention of responsible.yaml',
          zh: '写进 responsible.yaml 的 mentions',
        }),
        found: noneFor(around(tree, words)),
      },
    );
  });
}

/** The stretches of a list of bodies that are no label and in no claim. */
function wordsLeft(run: Span, claims: readonly Claim[]): Span[] {
  const characters = Array.from(run.text);
  const known = [
    ...[bodyLabel, behind, titled].flatMap((pattern) =>
      Array.from(run.text.matchAll(new RegExp(pattern, 'gu')), ({ 0: found, index }) => {
        return sliceSpan({ ...run, start: 0 }, index, found);
      }),
    ),
    ...claims
      .filter(({ span }) => overlap(span, run))
      .map(({ span }) => ({ start: span.start - run.start, end: span.end - run.start })),
  ];
  for (const { start, end } of known) characters.fill('、', Math.max(0, start), end);
  const left = characters.join('');
  return Array.from(left.matchAll(/[^、，,；;]+/gu), ({ 0: text, index }) =>
    sliceSpan({ ...run, text: left }, index, text),
  ).filter(({ text }) => !between.test(text));
}

import { z } from 'zod';
import {
  type AnchorTree,
  type Claim,
  type Where,
  anchoredFields,
  anchorQuotation,
  nearestHint,
} from '../../text/anchor.ts';
import { PlanError, quoteBriefly } from '../../text/errors.ts';
import type { ParsedPlan } from '../../text/compose.ts';
import { ExtentIndex, once } from '../../text/extent-index.ts';
import { Faults, readEach } from '../../text/faults.ts';
import { idSchema } from '../../text/schema.ts';
import { parseYaml, refuseRepeated } from '../../text/yaml.ts';
import { joined, told } from '../../text/say.ts';
import { idIn } from '../references.ts';
import { alsoOn } from '../../text/phrases.ts';

/** The groups in the order in which readers ask for them: families first. */
export const audienceGroups = [
  'family',
  'learner',
  'educator',
  'institution',
  'government',
] as const;

const audienceFields = {
  /** The tail of an address. */
  code: idSchema,
  name: z.string().min(1),
  group: z.enum(audienceGroups),
  definition: z.string().min(1),
  /** Codes of others that a reader of this one should see too: a rural teacher is a teacher. */
  see: z.array(idSchema).default([]),
};

/** `content/vocabulary/audiences.yaml`: whom a plan may concern. */
export const audienceListSchema = z.array(
  z.strictObject({
    ...audienceFields,
    /** Words of plans that mean it: by them a draft proposes whom a task concerns. */
    words: z.array(z.string().min(1)).default([]),
  }),
);

/** An audience of the controlled list; `order` is its place there, from 0. */
export const audienceSchema = z.strictObject({
  ...audienceFields,
  order: z.int().nonnegative(),
});

/**
 * What the words make of an audience: `beneficiary`, who is taught, supported, equipped or served;
 * `performer`, who is to act; `supervised`, who is inspected, evaluated, regulated or managed; `affected`,
 * whom rules, plans, examinations or reforms are about, where the words say none of these. The first two
 * are those of StratML (ISO 17469-1), which has no others.
 */
export const audienceRoles = ['beneficiary', 'performer', 'supervised', 'affected'] as const;

/** Whether the quoted words name the audience, or the editor infers it. */
const audienceBases = ['explicit', 'inferred'] as const;

const { part: _part, section: _section, task: _task, ...quoteFields } = anchoredFields;

const entryFields = {
  task: z.int().positive(),
  code: idIn('audiences'),
  role: z.enum(audienceRoles),
  basis: z.enum(audienceBases),
  /** Why the editor infers it. */
  why: z.string().min(1).optional(),
};

/** `content/plans/<plan>/audiences.yaml`: whom each task concerns, with the words that say so. */
export const concernsFileSchema = z.array(
  z
    .strictObject({
      ...entryFields,
      quote: quoteFields.quote,
      occurrence: quoteFields.occurrence,
    })
    .refine(({ basis, why }) => (basis === 'inferred') === (why !== undefined), {
      error: told({
        en: '`why` with basis inferred, and with no other',
        zh: 'basis 是 inferred 时写 `why`，不是就不写',
      }),
    }),
);

/** An audience that words of a task concern. */
export const concernSchema = z.strictObject({
  ...quoteFields,
  ...entryFields,
  plan: z.string(),
});

export type Audience = z.infer<typeof audienceSchema>;

/** An audience with the words that mean it, which are for drafts and are not published. */
export type ListedAudience = z.infer<typeof audienceListSchema>[number];
export type Concern = z.infer<typeof concernSchema>;

/**
 * Reads the controlled list of audiences, as plans are published with it.
 * @throws PlanError yaml-…, entry-duplicate, reference-missing
 */
export function readAudienceList(text: string, file: string): Audience[] {
  return readListedAudiences(text, file).map(({ words: _words, ...audience }, order) => {
    return { ...audience, order };
  });
}

/**
 * Reads the controlled list of audiences, with the words that mean each.
 * @throws PlanError yaml-…, entry-duplicate, reference-missing
 */
export function readListedAudiences(text: string, file: string): ListedAudience[] {
  const yaml = parseYaml(text, file, audienceListSchema);
  const faults = new Faults();
  faults.attempt(() => refuseRepeated(yaml, 'code'));
  const { data, lineOf } = yaml;
  const codes = data.map(({ code }) => code);
  faults.attempt(() =>
    readEach(data, ({ code, see }, i) =>
      readEach(see, (other, j) => {
        if (other !== code && codes.includes(other)) return;
        throw new PlanError(
          'reference-missing',
          { file, line: lineOf([i, 'see', j]) },
          {
            expected: joined`${code}: ${{ en: 'the code of another audience', zh: '另一个受众的代码' }}`,
            found: quoteBriefly(other),
          },
        );
      }),
    ),
  );
  faults.throwFound();
  return data;
}

/**
 * Reads a plan's `audiences.yaml`.
 * @param list the controlled list
 * @returns concerns in the order of the source
 * @throws PlanError yaml-…, audience-…, reference-missing, quote-…
 */
export function readConcerns(
  text: string,
  file: string,
  tree: AnchorTree & { plan: { id: string } },
  list: readonly Audience[],
): Concern[] {
  const { data, lineOf } = parseYaml(text, file, concernsFileSchema);
  const codes = list.map(({ code }) => code);
  const lineOfKey = new Map<string, number>();
  const concerns = readEach(data, (entry, i): Concern => {
    const where = (key: string): Where => ({
      file,
      line: lineOf([i, key]),
      id: {
        en: `${entry.code} of task ${entry.task}`,
        zh: `第${entry.task}项任务的 ${entry.code}`,
      },
    });
    if (!codes.includes(entry.code)) {
      throw new PlanError('audience-unknown', where('code'), {
        expected: {
          en: `a code of the list of audiences for task ${entry.task}`,
          zh: `第${entry.task}项任务的受众，用受众表里的代码`,
        },
        found: joined`${quoteBriefly(entry.code)}${nearestHint(codes, entry.code)}`,
      });
    }
    const anchored = anchorQuotation(tree, entry, where('quote'));
    const key = [entry.code, entry.role, anchored.span.start, anchored.span.end].join(' ');
    const other = lineOfKey.get(key);
    if (other !== undefined) {
      throw new PlanError('audience-double', where('quote'), {
        expected: {
          en: `${entry.code} once as ${entry.role} for these words of task ${entry.task}`,
          zh: `第${entry.task}项任务的这段文字，${entry.code} 以 ${entry.role} 的身份写一次`,
        },
        found: alsoOn(entry.quote, other),
      });
    }
    lineOfKey.set(key, lineOf([i]));
    return { ...anchored, plan: tree.plan.id };
  });
  return sortConcerns(concerns);
}

/**
 * Proves that no task of a plan is without an audience.
 * @param claims the words of its concerns
 * @throws PlanError audience-leftover, with the line of the task
 */
export function proveConcerned(tree: ParsedPlan, claims: readonly Claim[]): void {
  const byPlace = new ExtentIndex(claims, ({ span }) => [span]);
  const left = tree.tasks.filter(({ title, sentences }) =>
    [title, ...sentences].every((part) => byPlace.overlapping(part).length === 0),
  );
  readEach(left, ({ n, title }) => {
    throw new PlanError(
      'audience-leftover',
      { file: tree.plan.source, line: title.line },
      {
        expected: {
          en: `an entry of audiences.yaml for task ${n}`,
          zh: `第${n}项任务在 audiences.yaml 里有一个条目`,
        },
        found: {
          en: `none for ${quoteBriefly(title.text)}`,
          zh: `没有条目写到${quoteBriefly(title.text)}`,
        },
      },
    );
  });
}

/** Concerns in the order of the source; of the same words, by code and role. */
function sortConcerns(concerns: readonly Concern[]): Concern[] {
  return [...concerns].sort(
    (a, b) =>
      a.span.start - b.span.start ||
      a.span.end - b.span.end ||
      (`${a.code} ${a.role}` < `${b.code} ${b.role}` ? -1 : 1),
  );
}

/** The sentences whose words concern an audience, each once, in the order of the source; `sentence` is none in a heading. */
export function sentencesFor(
  concerns: readonly Concern[],
  code: string,
): [Concern, ...Concern[]][] {
  const own = concerns.filter((concern) => concern.code === code);
  const placeOf = ({ task, sentence, span }: Concern): string =>
    `${task} ${sentence ?? `at ${span.start}`}`;
  return [...Map.groupBy(own, placeOf).values()] as [Concern, ...Concern[]][];
}

/** The concerns of each task, in their order. */
export const concernsByTask = once((concerns: readonly Concern[]) =>
  Map.groupBy(concerns, ({ task }) => task),
);

/** The audiences that a plan concerns, each once. */
export function codesOf(concerns: readonly Concern[]): string[] {
  return [...new Set(concerns.map(({ code }) => code))];
}

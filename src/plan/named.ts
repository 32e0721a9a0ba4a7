import { z } from 'zod';
import {
  type AnchorTree,
  type Claim,
  type Where,
  anchorQuotation,
  anchoredFields,
  describePlace,
  inSourceOrder,
  namesOnePlace,
  placeRule,
  quotationFields,
  quotationSchema,
} from './anchor.ts';
import { partWith } from './compose.ts';
import { PlanError, quoteBriefly } from './errors.ts';
import { type Span, atLeastOne, idSchema, spanSchema } from './schema.ts';
import { type YamlFile, parseYaml, refuseRepeated } from './yaml.ts';

/** What a document is, by the word of its title: 法律, 条例, 规划, 纲要, 方案, 意见, 办法, 规程, 标准, 制度. */
export const documentKinds = [
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

/** 工程 and 项目; 计划; 活动 and 创建; 政策 and 制度. */
export const initiativeKinds = ['project', 'programme', 'campaign', 'policy', 'other'] as const;

/** `planned`, to be held this year; `standing`, meets regularly; `cited`, was held. */
export const meetingStatuses = ['planned', 'standing', 'cited'] as const;

const nameFields = {
  /** Unique in its file: the tail of an address. */
  id: idSchema,
  /** As the plan prints it, without the marks around it. */
  name: z.string().min(1),
  /** Other names the plan prints for the same thing. */
  aliases: z.array(z.string().min(1)).default([]),
  /** A word of the editor's, where the plan's words leave a question. */
  note: z.string().min(1).optional(),
};

const mentionFileSchema = quotationSchema.refine(namesOnePlace, placeRule);

/** A mention in its place; `name` is the stretch of it that is the name or an alias. */
const mentionFields = { ...anchoredFields, name: spanSchema };
export const mentionSchema = z.strictObject(mentionFields);

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
        error: '`summary` with `summaryQuote`, the words of the plan that it rests on',
      },
    ),
);

export const initiativeSchema = z.strictObject({
  ...initiativeFields,
  plan: z.string(),
  summaryQuote: z.strictObject(anchoredFields).optional(),
  mentions: atLeastOne(mentionSchema),
});

const meetingFields = { ...nameFields, status: z.enum(meetingStatuses) };

/** `meetings.yaml`: meetings and congresses, held, to be held, or standing. */
export const meetingsFileSchema = z.array(
  z.strictObject({ ...meetingFields, mentions: atLeastOne(mentionFileSchema) }),
);

export const meetingSchema = z.strictObject({
  ...meetingFields,
  plan: z.string(),
  mentions: atLeastOne(mentionSchema),
});

export type PlanDocument = z.infer<typeof documentSchema>;
export type Initiative = z.infer<typeof initiativeSchema>;
export type Meeting = z.infer<typeof meetingSchema>;
/** A mention; of a document, with what is to be done with it. */
export type Mention = z.infer<typeof mentionSchema> & { action?: string | undefined };

/** What documents, initiatives and meetings have in common. */
export type Named = Pick<PlanDocument, 'id' | 'plan' | 'name' | 'aliases' | 'note'> & {
  mentions: [Mention, ...Mention[]];
};

type Tree = AnchorTree & { plan: { id: string } };

/** Things read from a file, in the order of the source, and the name in each mention. */
export type NamedFile<Entry> = { entries: Entry[]; names: Claim[] };

/**
 * Reads `documents.yaml`.
 * @throws PlanError yaml-…, entry-duplicate, name-clash, reference-missing, quote-…, mention-name, mention-action
 */
export function readDocuments(text: string, file: string, tree: Tree): NamedFile<PlanDocument> {
  const yaml = parseYaml(text, file, documentsFileSchema);
  const read = readNamed(yaml, tree, documentStatuses);
  read.entries.forEach(({ mentions, id }, i) =>
    mentions.forEach((mention, j) => {
      const sentence = partWith(tree, mention.span)?.text ?? mention.span.text;
      if (mention.action === undefined || sentence.includes(mention.action)) return;
      throw new PlanError(
        'mention-action',
        { file, line: yaml.lineOf([i, 'mentions', j, 'action']) },
        {
          expected: `${id}: words of ${quoteBriefly(sentence, 60)}, ${describePlace(mention)}`,
          found: quoteBriefly(mention.action),
        },
      );
    }),
  );
  return { ...read, entries: inSourceOrder(read.entries) };
}

/**
 * Reads `initiatives.yaml`.
 * @throws PlanError yaml-…, entry-duplicate, name-clash, reference-missing, quote-…, mention-name
 */
export function readInitiatives(text: string, file: string, tree: Tree): NamedFile<Initiative> {
  const yaml = parseYaml(text, file, initiativesFileSchema);
  const { entries, names } = readNamed(yaml, tree, initiativeKinds);
  const initiatives = entries.map(({ summaryQuote, ...initiative }, i) => ({
    ...initiative,
    ...(summaryQuote && {
      summaryQuote: anchorQuotation(tree, summaryQuote, {
        file,
        line: yaml.lineOf([i, 'summaryQuote']),
        id: initiative.id,
      }),
    }),
  }));
  return { names, entries: inSourceOrder(initiatives) };
}

/**
 * Reads `meetings.yaml`.
 * @throws PlanError yaml-…, entry-duplicate, name-clash, reference-missing, quote-…, mention-name
 */
export function readMeetings(text: string, file: string, tree: Tree): NamedFile<Meeting> {
  const yaml = parseYaml(text, file, meetingsFileSchema);
  const { entries, names } = readNamed(yaml, tree, meetingStatuses);
  return { names, entries: inSourceOrder(entries) };
}

type FileEntry = Pick<Named, 'id' | 'name' | 'aliases'> & {
  mentions: [z.infer<typeof quotationSchema>, ...z.infer<typeof quotationSchema>[]];
};

type Anchored<Entry extends FileEntry> = Omit<Entry, 'mentions'> & {
  plan: string;
  mentions: [Entry['mentions'][number] & Mention, ...(Entry['mentions'][number] & Mention)[]];
};

function readNamed<Entry extends FileEntry>(
  yaml: YamlFile<Entry[]>,
  tree: Tree,
  groups: readonly string[],
): NamedFile<Anchored<Entry>> {
  refuseRepeated(yaml, 'id', groups);
  refuseClashes(yaml);
  const { data, file, lineOf } = yaml;
  const names: Claim[] = [];
  const entries = data.map((entry, i): Anchored<Entry> => {
    const mentions = entry.mentions.map((mention: Entry['mentions'][number], j) => {
      const where = { file, line: lineOf([i, 'mentions', j, 'quote']), id: entry.id };
      const anchored = anchorQuotation(tree, mention, where);
      const name = findName(entry, anchored.span, where);
      names.push({ span: name, where });
      return { ...anchored, name };
    });
    return { ...entry, plan: tree.plan.id, mentions: mentions as Anchored<Entry>['mentions'] };
  });
  return { entries, names };
}

function refuseClashes({ data, file, lineOf }: YamlFile<readonly FileEntry[]>): void {
  const lineOfName = new Map<string, number>();
  data.forEach((entry, i) => {
    [entry.name, ...entry.aliases].forEach((name, j) => {
      const line = lineOf(j === 0 ? [i, 'name'] : [i, 'aliases', j - 1]);
      const other = lineOfName.get(name);
      if (other !== undefined) {
        throw new PlanError(
          'name-clash',
          { file, line },
          {
            expected: `${entry.id}: a name that no other entry has`,
            found: `${quoteBriefly(name)}, also on line ${other}`,
          },
        );
      }
      lineOfName.set(name, line);
    });
  });
}

/** The longest name of a thing that stands in its mention. */
function findName({ id, name, aliases }: FileEntry, quote: Span, where: Where): Span {
  const [found] = [name, ...aliases]
    .filter((candidate) => quote.text.includes(candidate))
    .sort((a, b) => b.length - a.length);
  if (found === undefined) {
    throw new PlanError('mention-name', where, {
      expected: `${id}: words with ${[name, ...aliases].map((one) => quoteBriefly(one)).join(' or ')}`,
      found: quoteBriefly(quote.text, 60),
    });
  }
  const start = quote.start + Array.from(quote.text.slice(0, quote.text.indexOf(found))).length;
  return { ...quote, start, end: start + Array.from(found).length, text: found };
}

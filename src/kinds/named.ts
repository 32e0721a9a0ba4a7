import { sliceSpan } from '../text/span.ts';
import { z } from 'zod';
import {
  type AnchorTree,
  type Claim,
  type Where,
  anchorQuotation,
  anchoredFields,
  namesOnePlace,
  placeRule,
  quotationSchema,
} from '../text/anchor.ts';
import { PlanError, quoteBriefly } from '../text/errors.ts';
import { Faults, readEach } from '../text/faults.ts';
import { type Span, idSchema, spanSchema } from '../text/schema.ts';
import { type YamlFile, refuseRepeated } from '../text/yaml.ts';
import { nameStrings } from '../words/strings.ts';
import type { ListItem, MarkRule, Reading, SearchThing } from './kind.ts';
import { joined } from '../text/say.ts';
import { alsoOn } from '../text/phrases.ts';

export const nameFields = {
  /** Unique in its file: the tail of an address. */
  id: idSchema,
  /** As the plan prints it, without the marks around it. */
  name: z.string().min(1),
  /** Other names the plan prints for the same thing. */
  aliases: z.array(z.string().min(1)).default([]),
  /** A word of the editor's, where the plan's words leave a question. */
  note: z.string().min(1).optional(),
};

export const mentionFileSchema = quotationSchema.refine(namesOnePlace, placeRule);

/** A mention in its place; `name` is the stretch of it that is the name or an alias. */
export const mentionFields = { ...anchoredFields, name: spanSchema };
export const mentionSchema = z.strictObject(mentionFields);

/** A mention of a named thing. */
export type Mention = z.infer<typeof mentionSchema>;

const namedSchema = z.strictObject({ ...nameFields, plan: z.string() });

/** What all named things have in common: documents, initiatives, meetings, bodies. */
export type Named = z.infer<typeof namedSchema> & {
  mentions: [Mention, ...Mention[]];
};

export type NamedTree = AnchorTree & { plan: { id: string } };

type FileEntry = Pick<Named, 'id' | 'name' | 'aliases'> & {
  mentions: [z.infer<typeof quotationSchema>, ...z.infer<typeof quotationSchema>[]];
};

type Anchored<Entry extends FileEntry> = Omit<Entry, 'mentions'> & {
  plan: string;
  mentions: [Entry['mentions'][number] & Mention, ...(Entry['mentions'][number] & Mention)[]];
};

/**
 * Reads the things of a file, finds their mentions, and the name in each, which it claims.
 * @param groups the ids of the groups in which the page of the list shows them
 * @throws PlanError entry-duplicate, name-clash, reference-missing, quote-…, mention-name
 */
export function readNamed<Entry extends FileEntry>(
  yaml: YamlFile<Entry[]>,
  tree: NamedTree,
  groups: readonly string[],
): Reading<Anchored<Entry>> {
  const faults = new Faults();
  faults.attempt(() => refuseRepeated(yaml, 'id', groups));
  faults.attempt(() => refuseClashes(yaml));
  const { data, file, lineOf } = yaml;
  const names: Claim[] = [];
  const entries = faults.attempt(() =>
    readEach(data, (entry, i): Anchored<Entry> => {
      const mentions = readEach(entry.mentions, (mention: Entry['mentions'][number], j) => {
        const where = { file, line: lineOf([i, 'mentions', j, 'quote']), id: entry.id };
        const anchored = anchorQuotation(tree, mention, where);
        const name = findName(entry, anchored.span, where);
        names.push({ span: name, where });
        return { ...anchored, name };
      });
      return { ...entry, plan: tree.plan.id, mentions: mentions as Anchored<Entry>['mentions'] };
    }),
  );
  faults.throwFound();
  return { entries: entries ?? [], claims: names, marked: names };
}

function refuseClashes({ data, file, lineOf }: YamlFile<readonly FileEntry[]>): void {
  const lineOfName = new Map<string, number>();
  readEach(data, (entry, i) =>
    readEach([entry.name, ...entry.aliases], (name, j) => {
      const line = lineOf(j === 0 ? [i, 'name'] : [i, 'aliases', j - 1]);
      const other = lineOfName.get(name);
      if (other !== undefined) {
        throw new PlanError(
          'name-clash',
          { file, line },
          {
            expected: joined`${entry.id}: ${{ en: 'a name that no other entry has', zh: '别的条目没有的名称' }}`,
            found: alsoOn(name, other),
          },
        );
      }
      lineOfName.set(name, line);
    }),
  );
}

/** The longest name of a thing that stands in its mention. */
function findName({ id, name, aliases }: FileEntry, quote: Span, where: Where): Span {
  const [found] = [name, ...aliases]
    .filter((candidate) => quote.text.includes(candidate))
    .sort((a, b) => b.length - a.length);
  if (found === undefined) {
    const names = [name, ...aliases].map((one) => quoteBriefly(one));
    throw new PlanError('mention-name', where, {
      expected: joined`${id}: ${{
        en: `words with ${names.join(' or ')}`,
        zh: `含有${names.join('或')}的文字`,
      }}`,
      found: quoteBriefly(quote.text, 60),
    });
  }
  return sliceSpan(quote, quote.text.indexOf(found), found);
}

/** How the name of a thing is marked where the plan mentions it. */
export const nameMark: MarkRule<Named> = {
  class: 'cited',
  spans: ({ mentions }) => mentions.map(({ name }) => name),
};

/** A named thing as its list shows it. */
export function showNamed<Thing extends Named>(
  thing: Thing,
  {
    label,
    summary,
    remarkOf = () => undefined,
  }: {
    label?: string | undefined;
    summary?: string | undefined;
    remarkOf?: (mention: Thing['mentions'][number]) => string | undefined;
  } = {},
): ListItem {
  const { id, name, note, mentions } = thing;
  // A name that ends with what it is needs no label.
  const says = label?.split('、').some((word) => name.endsWith(word));
  return {
    id,
    name,
    printed: printedName(thing),
    label: says ? undefined : label,
    text: undefined,
    remarks: [summary, note].flatMap((words) => (words ? [nameStrings.editors(words)] : [])),
    places: mentions.map((mention: Thing['mentions'][number]) => ({
      ...mention,
      remark: remarkOf(mention),
    })),
    isQuoted: true,
  };
}

/** The name of a thing where the plan prints it whole. */
export function printedName({
  name,
  mentions,
}: Pick<Named, 'name' | 'mentions'>): Span | undefined {
  return mentions.find((mention) => mention.name.text === name)?.name;
}

/** What search finds of a named thing; `about` is a short text on it. */
export function nameThing({ id, name, aliases, note, mentions }: Named, about = note): SearchThing {
  return { id, texts: [name, ...aliases, about], place: mentions[0] };
}

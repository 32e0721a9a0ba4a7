import type { z } from 'zod';
import type { Table } from '../tables/table.ts';
import type { Claim, Place } from '../text/anchor.ts';
import type { ParsedPlan } from '../text/compose.ts';
import type { Message } from '../text/say.ts';
import type { Span } from '../text/schema.ts';
import type { File } from '../text/yaml.ts';
import type { Audience } from './audiences/audiences.ts';

/**
 * A kind of annotation: everything that the site must know to read it, prove it, mark it, list it, find it
 * and publish it. No part may be left out; `null` says that the kind has none.
 */
export type Kind<
  Name extends string,
  Schema extends z.ZodType,
  Path extends string,
  Words extends KindWords = KindWords,
> = {
  /** The key of its entries in a plan's tree, and in plan.json. */
  name: Name;
  /** The file beside `plan.yaml` in which editors write it, without `.yaml`. */
  file: string;
  /** What is in that file. */
  fileSchema: z.ZodType;
  /** An entry in the tree. */
  schema: Schema;
  /** The kinds whose entries its reader looks at: they stand before it in the registry. */
  needs: readonly string[];
  /**
   * Reads the file.
   * @throws PlanError, PlanErrors: all faults of the file
   */
  read: (file: File, context: ReadContext) => Reading<z.infer<Schema>>;
  /** Makes the entries anew from those of the file and those of all kinds; for entries that are computed. */
  derive: ((own: readonly z.infer<Schema>[], context: ReadContext) => z.infer<Schema>[]) | null;
  /** What of the text may not be forgotten, and who speaks for it. */
  ledger: Ledger | null;
  /** How it relates the tasks that mention one entry. Entries are named things. */
  tie: Tie | null;
  mark: MarkRule<z.infer<Schema>> | null;
  list: List<z.infer<Schema>, Path> | null;
  search: SearchRule<z.infer<Schema>> | null;
  /** Its rows as open data. */
  table: Table<any> | null;
  /** Its words file, whole. */
  words: Words;
};

/** What every kind says in words: what its file is for and what its fields mean. The rest is its own. */
export type KindWords = { fileWords: FileWords };

/** What a file of the editor's is for, and what its fields mean, by their paths: `[].mentions[].quote`. */
export type FileWords = { title: string; about: string; fields: Readonly<Record<string, string>> };

/** A kind, whatever its entries are: `any`, since some parts give entries and others take them. */
export type AnyKind = Kind<string, z.ZodType<any>, string>;

/** Says what a kind is. Its name and the path of its list are kept as types. */
export function defineKind<
  const Name extends string,
  Schema extends z.ZodType,
  Words extends KindWords,
  const Path extends string = never,
>(kind: Kind<Name, Schema, Path, Words>): Kind<Name, Schema, Path, Words> {
  return kind;
}

/** Is told what an editor should look at, and what is published all the same. */
export type TellDoubt = (
  where: { file: string; line: number },
  what: { expected: Message; found: Message },
) => void;

/** What a reader may look at beside its file. */
export type ReadContext = {
  tell?: TellDoubt | undefined;
  /** Whether what is missing here waits for review: with it all was read, and nothing was at fault. */
  isProven?: boolean | undefined;
  plan: ParsedPlan;
  /** The controlled list of audiences; undefined if it is at fault. */
  audiences: readonly Audience[] | undefined;
  /** The entries of a kind that was read before; none if the plan has no file of it. */
  entriesOf: <Schema extends z.ZodType>(
    kind: Pick<Kind<string, Schema, string>, 'name' | 'schema'>,
  ) => readonly z.infer<Schema>[];
};

/** What a file says: entries in the order of the source. */
export type Reading<Entry> = {
  entries: Entry[];
  /** The words that it accounts for in a ledger. */
  claims: readonly Claim[];
  /** The words that pages mark: they may nest, and not cross. */
  marked: readonly Claim[];
};

/** A proof that nothing of its sort is left over in the text. It is made if no speaker's file is at fault. */
type Ledger = {
  /** The kinds that speak for it. */
  speakers: readonly string[];
  /**
   * @param claimsOf the claims of a kind, by its name; undefined if the plan has no file of it
   * @param audiences the controlled list; undefined if it is at fault
   * @throws PlanError ledger-…
   */
  prove: (
    plan: ParsedPlan,
    claimsOf: (kind: string) => readonly Claim[] | undefined,
    audiences?: readonly Audience[],
  ) => void;
};

/** What relates tasks that mention one thing: its name in the data, and in words. */
type Tie = { relation: string; label: string };

/** How words of an entry are marked in their sentence, as links to the entry. */
export type MarkRule<Entry> = {
  class: string;
  spans: (entry: Entry) => readonly Pick<Span, 'start' | 'end'>[];
  /** Whether the words are the place of the entry on the page of its task, and have its id. */
  isAnchor?: true;
  /** Whether the entry is told beside the sentence. */
  isBeside?: true;
};

/** The page that lists a kind, and how readers are led to it. */
export type List<Entry, Path extends string> = {
  /** The last part of its address. */
  path: Path;
  /** Readers are led to lists in this order. */
  rank: number;
  /** Whether an entry has a page of its own below, or an anchor on the page. */
  entries: 'pages' | 'anchors';
  count: (entries: readonly Entry[]) => number;
  name: string;
  /** How much there is, in a few words. */
  counted: (n: number) => string;
  /** What stands on it; `null` if its page is more than a list, and made by itself. */
  page: ListPage<Entry> | null;
};

type ListPage<Entry> = {
  lead: (n: number) => string;
  description: (plan: string, n: number) => string;
  /** Another list that readers may look for here, and the words before its name. */
  elsewhere: { before: string; path: string } | null;
  /** The groups in their order, each with its anchor. */
  groups: readonly { id: string; title: string }[];
  /** The id of the group of an entry. */
  groupOf: (entry: Entry) => string;
  show: (entry: Entry) => ListItem;
};

/** An entry as a list shows it. */
export type ListItem = {
  id: string;
  /** What it is called: the plan's own words, if `printed` is given. */
  name: string;
  printed: Span | undefined;
  /** What it is, in a word. */
  label: string | undefined;
  /** The editor's text about it. */
  text: string | undefined;
  /** The editor's remarks, in smaller type. */
  remarks: readonly string[];
  /** Where the plan speaks of it, and a word on each place. */
  places: readonly (ListPlace & { remark: string | undefined })[];
  /** Whether the sentences are shown, or only where they stand. */
  isQuoted: boolean;
};

type ListPlace = Place & { sentence?: number | undefined; span: Span };

/** What search finds of a kind. */
type SearchRule<Entry> = {
  /** The name of its group of results in addresses, and in words. */
  type: string;
  label: string;
  things: (entries: readonly Entry[], context: { audiences: readonly Audience[] }) => SearchThing[];
};

/** Something with a name: `texts` are its name and short texts about it. */
export type SearchThing = {
  /** The id that its list gives it. */
  id: string;
  texts: readonly (string | undefined)[];
  place: { task?: number | undefined; section?: number | undefined };
  /** What editors say of it: found by its own words, when they are sought there. */
  explanation?: string | undefined;
};

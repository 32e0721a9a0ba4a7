import type { ParsedPlan } from '../text/compose.ts';
import type { Span } from '../text/schema.ts';
import {
  code,
  place,
  plan,
  quotation,
  required,
  text,
  toSections,
  toTasks,
} from '../tables/columns.ts';
import { type Subject, type Table, defineTable } from '../tables/table.ts';
import { type Placed, placeIn } from './mention-columns.ts';

/** Words of a plan, of what kind they are, and what an editor says that they mean. */
type Meaning<Kind extends string> = Placed & {
  plan: string;
  span: Span;
  kind: Kind;
  meaning?: string | undefined;
};

type Row<Kind extends string> = { entry: Meaning<Kind>; place: Placed };

/** What the table, and columns of its own, are called and told to be. */
type Words = Record<
  'title' | 'description' | 'quotation' | 'kindTitle' | 'meaningTitle' | 'meaningDescription',
  string
>;

/**
 * A table of the words of a plan that a kind explains: a row a place.
 * @param list of the plan that it is made of, and what it is called
 * @param kindNames what the codes of its kinds mean
 */
export function defineMeanings<List extends string, Kind extends string>(
  list: List,
  subject: Subject,
  words: Words,
  kindNames: Record<Kind, string>,
): Table<ParsedPlan & Record<List, readonly Meaning<Kind>[]>> {
  return defineTable<ParsedPlan & Record<List, readonly Meaning<Kind>[]>, Row<Kind>>({
    name: list,
    subject,
    title: words.title,
    description: words.description,
    key: ['start', 'end'],
    lists: [list],
    references: [toSections, toTasks],
    rows: (tree) =>
      (tree[list] as readonly Meaning<Kind>[]).map((entry) => ({
        entry,
        place: placeIn(tree, entry),
      })),
    columns: [
      plan(({ entry }) => entry.plan),
      ...place<Row<Kind>>((row) => row.place),
      ...quotation<Row<Kind>>(words.quotation, ({ entry }) => entry.span),
      required(code('kind', words.kindTitle, kindNames, ({ entry }) => entry.kind)),
      text('meaning', words.meaningTitle, words.meaningDescription, ({ entry }) => entry.meaning),
    ],
  });
}

import { mentionWords } from './words.ts';
import type { Place } from '../text/anchor.ts';
import type { Mention } from './named.ts';
import type { ParsedPlan } from '../text/compose.ts';
import type { Column } from '../tables/csv.ts';
import { id, integer, list, place, plan, quotation, required, text } from '../tables/columns.ts';

/** Where a quotation stands; of one in a task, the section too. */
export type Placed = Place & { sentence?: number | undefined };

export function placeIn({ tasks }: Pick<ParsedPlan, 'tasks'>, where: Placed): Placed {
  const { part, section, task, sentence } = where;
  return {
    part,
    section: task === undefined ? section : tasks[task - 1]?.section,
    task,
    sentence,
  };
}

/** What a thing is mentioned in: a row for each of its mentions. */
type Mentioned = {
  id: string;
  plan: string;
  mentions: readonly (Placed & Pick<Mention, 'span'>)[];
};

export type MentionRow<Thing extends Mentioned> = {
  thing: Thing;
  /** Which of its mentions, from 1. */
  n: number;
  mention: Thing['mentions'][number];
  place: Placed;
};

/** Every mention of every thing, in the order of their file. */
export function listMentions<Thing extends Mentioned>(
  tree: Pick<ParsedPlan, 'tasks'>,
  things: readonly Thing[],
): MentionRow<Thing>[] {
  return things.flatMap((thing) =>
    thing.mentions.map((mention: Thing['mentions'][number], i) => ({
      thing,
      n: i + 1,
      mention,
      place: placeIn(tree, mention),
    })),
  );
}

/** Which thing, which mention of it, and where that stands. */
export const aboutMention = <Row extends MentionRow<Mentioned>>(what: string): Column<Row>[] => [
  id(mentionWords.id(what), ({ thing }) => thing.id),
  plan(({ thing }) => thing.plan),
  required(integer('mention', mentionWords.mentionTitle, mentionWords.mention(what), ({ n }) => n)),
  ...place<Row>((row) => row.place),
  ...quotation<Row>(mentionWords.quotation(what), ({ mention }) => mention.span),
];

type NamedRow = MentionRow<
  Mentioned & { name: string; aliases: readonly string[]; mentions: readonly Mention[] }
>;

/** How a thing is called, and how this mention calls it. */
export const aboutName = <Row extends NamedRow>(what: string): Column<Row>[] => [
  required(
    integer(
      'nameStart',
      mentionWords.nameStartTitle,
      mentionWords.nameStartDescription,
      ({ mention }) => mention.name.start,
    ),
  ),
  required(
    integer(
      'nameEnd',
      mentionWords.nameEndTitle,
      mentionWords.nameEndDescription,
      ({ mention }) => mention.name.end,
    ),
  ),
  required(
    text(
      'printed',
      mentionWords.printedTitle,
      mentionWords.printedDescription,
      ({ mention }) => mention.name.text,
    ),
  ),
  required(
    text('name', mentionWords.nameTitle, mentionWords.name(what), ({ thing }) => thing.name),
  ),
  list(
    'aliases',
    mentionWords.aliasesTitle,
    mentionWords.aliasesDescription,
    ({ thing }) => thing.aliases,
  ),
];

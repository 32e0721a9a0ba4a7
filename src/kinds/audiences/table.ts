import { audiencesTableWords } from './words.ts';
import type { ParsedPlan } from '../../text/compose.ts';
import type { Audience, Concern } from './audiences.ts';
import { nameStrings } from '../../words/strings.ts';
import { basisNames } from './words.ts';
import {
  code,
  integer,
  list,
  plan,
  quotation,
  required,
  sentence,
  task,
  text,
  toTasks,
} from '../../tables/columns.ts';
import { defineTable } from '../../tables/table.ts';

type AudienceRow = { concern: Concern; audience: Audience };

export const audiences = defineTable<
  ParsedPlan & { audiences: readonly Audience[]; concerns: readonly Concern[] },
  AudienceRow
>({
  name: 'audiences',
  subject: 'relations',
  title: nameStrings.audiences,
  description: audiencesTableWords.description,
  key: ['code', 'role', 'start', 'end'],
  lists: ['audiences', 'concerns'],
  references: [toTasks],
  rows: ({ audiences: all, concerns }) =>
    concerns.flatMap((concern) =>
      all.flatMap((audience) => (audience.code === concern.code ? [{ concern, audience }] : [])),
    ),
  columns: [
    plan(({ concern }) => concern.plan),
    required(task(({ concern }) => concern.task, audiencesTableWords.task)),
    required(
      text(
        'code',
        audiencesTableWords.codeTitle,
        audiencesTableWords.codeDescription,
        ({ audience }) => audience.code,
      ),
    ),
    required(
      text(
        'name',
        audiencesTableWords.nameTitle,
        audiencesTableWords.nameDescription,
        ({ audience }) => audience.name,
      ),
    ),
    required(
      integer(
        'order',
        audiencesTableWords.orderTitle,
        audiencesTableWords.orderDescription,
        ({ audience }) => audience.order,
      ),
    ),
    required(
      code(
        'group',
        audiencesTableWords.groupTitle,
        nameStrings.audienceGroup,
        ({ audience }) => audience.group,
      ),
    ),
    required(
      text(
        'definition',
        audiencesTableWords.definitionTitle,
        audiencesTableWords.definitionDescription,
        ({ audience }) => audience.definition,
      ),
    ),
    list(
      'see',
      audiencesTableWords.seeTitle,
      audiencesTableWords.seeDescription,
      ({ audience }) => audience.see,
    ),
    required(
      code(
        'role',
        audiencesTableWords.roleTitle,
        nameStrings.audienceRole,
        ({ concern }) => concern.role,
      ),
    ),
    required(
      code('basis', audiencesTableWords.basisTitle, basisNames, ({ concern }) => concern.basis),
    ),
    text(
      'why',
      audiencesTableWords.whyTitle,
      audiencesTableWords.whyDescription,
      ({ concern }) => concern.why,
    ),
    sentence(({ concern }) => concern.sentence),
    ...quotation<AudienceRow>(audiencesTableWords.quotation, ({ concern }) => concern.span),
  ],
});

import type { ParsedPlan } from '../../text/compose.ts';
import type { Audience, Concern } from './audiences.ts';
import { nameStrings } from '../../words/strings.ts';
import { basisNames } from '../../words/kind-names.ts';
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
  description: '各项任务的相关人群与单位，一行是任务里的一处与一类人、学校或部门。',
  key: ['code', 'role', 'start', 'end'],
  lists: ['audiences', 'concerns'],
  references: [toTasks],
  rows: ({ audiences: all, concerns }) =>
    concerns.flatMap((concern) =>
      all.flatMap((audience) => (audience.code === concern.code ? [{ concern, audience }] : [])),
    ),
  columns: [
    plan(({ concern }) => concern.plan),
    required(task(({ concern }) => concern.task, '，即任务网址里的数字')),
    required(
      text(
        'code',
        '代码',
        '这一类的代码，即网址的最后一段，发布以后不改。',
        ({ audience }) => audience.code,
      ),
    ),
    required(text('name', '名称', '这一类的名称，编者所定。', ({ audience }) => audience.name)),
    required(
      integer(
        'order',
        '次序',
        '这一类在受控词表里的次序，从 0 数起。',
        ({ audience }) => audience.order,
      ),
    ),
    required(code('group', '类', nameStrings.audienceGroup, ({ audience }) => audience.group)),
    required(
      text('definition', '界定', '这一类包括谁，编者所定。', ({ audience }) => audience.definition),
    ),
    list('see', '另见', '看了这一类还该看的其他各类，用代码，', ({ audience }) => audience.see),
    required(code('role', '角色', nameStrings.audienceRole, ({ concern }) => concern.role)),
    required(code('basis', '依据', basisNames, ({ concern }) => concern.basis)),
    text('why', '理由', '编者为什么这样推断；引文写明的则空。', ({ concern }) => concern.why),
    sentence(({ concern }) => concern.sentence),
    ...quotation<AudienceRow>('与这一类有关的原文。', ({ concern }) => concern.span),
  ],
});

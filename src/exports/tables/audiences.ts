import type { Audience, Concern } from '../../plan/audiences.ts';
import { audienceGroupNames, basisNames, roleNames } from '../kind-names.ts';
import { code, plan, quotation, required, sentence, task, text, toTasks } from './columns.ts';
import { defineTable } from './table.ts';

type AudienceRow = { concern: Concern; audience: Audience };

export const audiences = defineTable<AudienceRow>({
  name: 'audiences',
  subject: 'relations',
  title: '受众',
  description: '各项任务关系到谁：一行是任务里的一处与一种受众。',
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
    required(text('code', '代码', '受众的代码，发布以后不改。', ({ audience }) => audience.code)),
    required(text('name', '名称', '受众的名称，编者所定。', ({ audience }) => audience.name)),
    required(code('group', '类', audienceGroupNames, ({ audience }) => audience.group)),
    required(
      text(
        'definition',
        '界定',
        '这种受众包括谁，编者所定。',
        ({ audience }) => audience.definition,
      ),
    ),
    required(code('role', '角色', roleNames, ({ concern }) => concern.role)),
    required(code('basis', '依据', basisNames, ({ concern }) => concern.basis)),
    text('why', '理由', '编者为什么这样推断；引文写明的则空。', ({ concern }) => concern.why),
    sentence(({ concern }) => concern.sentence),
    ...quotation<AudienceRow>('关系到这种受众的原文。', ({ concern }) => concern.span),
  ],
});

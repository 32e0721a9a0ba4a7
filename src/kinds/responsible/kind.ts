import * as allWords from './words.ts';
import { defineKind } from '../kind.ts';
import { nameMark, nameThing, showNamed } from '../named.ts';
import {
  type ResponsibleBody,
  proveResponsible,
  readResponsible,
  responsibleFileSchema,
  responsibleRoles,
  responsibleSchema,
} from './responsible.ts';
import { responsible as table } from './table.ts';
import { responsibleWords as words } from './words.ts';

/** Who leads anything stands among those who lead, and with all its places. */
const roleOf = ({ mentions }: ResponsibleBody) =>
  mentions.some(({ role }) => role === 'lead') ? 'lead' : 'support';

/** Which body is responsible for a task. */
export const responsible = defineKind({
  name: 'responsible',
  file: 'responsible',
  fileSchema: responsibleFileSchema,
  schema: responsibleSchema,
  needs: [],
  read: ({ text, file }, { plan }) => readResponsible(text, file, plan),
  derive: null,
  ledger: {
    speakers: ['responsible'],
    prove: (plan, claimsOf) => {
      const claims = claimsOf('responsible');
      if (claims) proveResponsible(plan, claims);
    },
  },
  // One body answers for many tasks that have nothing else in common.
  tie: null,
  mark: nameMark,
  list: {
    path: 'responsible',
    rank: 7,
    entries: 'anchors',
    count: (entries) => entries.length,
    name: words.name,
    counted: words.counted,
    page: {
      lead: words.lead,
      description: words.description,
      elsewhere: null,
      groups: responsibleRoles.map((id) => ({ id, title: words.groups[id] })),
      groupOf: roleOf,
      show: (body) => showNamed(body, { remarkOf: (mention) => words.role[mention.role] }),
    },
  },
  search: {
    type: 'responsible',
    label: words.name,
    things: (entries) => entries.map((e) => nameThing(e)),
  },
  table,
  words: allWords,
});

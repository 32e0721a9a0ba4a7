import * as words from './words.ts';
import { meetingsWords } from './words.ts';
import { defineKind } from '../kind.ts';
import { nameMark, nameThing, showNamed } from '../named.ts';
import { meetingSchema, meetingStatuses, meetingsFileSchema, readMeetings } from './meetings.ts';
import { meetings as table } from './table.ts';

/** Meetings held, to be held, or standing. */
export const meetings = defineKind({
  name: 'meetings',
  file: 'meetings',
  fileSchema: meetingsFileSchema,
  schema: meetingSchema,
  needs: [],
  read: ({ text, file }, { plan }) => readMeetings(text, file, plan),
  derive: null,
  ledger: null,
  tie: { relation: 'meeting', label: meetingsWords.label },
  mark: nameMark,
  list: {
    path: 'meetings',
    rank: 5,
    entries: 'anchors',
    count: (entries) => entries.length,
    name: meetingsWords.meetings,
    counted: meetingsWords.counted,
    page: {
      lead: meetingsWords.meetingsLead,
      description: meetingsWords.meetingsDescription,
      elsewhere: null,
      groups: meetingStatuses.map((id) => ({ id, title: meetingsWords.meetingStatus[id] })),
      groupOf: ({ status }) => status,
      show: (meeting) => showNamed(meeting),
    },
  },
  search: {
    type: 'meeting',
    label: meetingsWords.label2,
    things: (entries) => entries.map((e) => nameThing(e)),
  },
  table,
  words,
});

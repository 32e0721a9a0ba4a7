import * as words from './words.ts';
import { targetsWords } from './words.ts';
import { strings } from '../../words/strings.ts';
import { defineKind } from '../kind.ts';
import { printTarget } from './printed.ts';
import { targets as table } from './table.ts';
import { readTargets } from './read-targets.ts';
import { targetSchema, targetsFileSchema } from './targets.ts';

/** Every numeric commitment or indicator. Its numbers are balanced with the other numerals. */
export const targets = defineKind({
  name: 'targets',
  file: 'targets',
  fileSchema: targetsFileSchema,
  schema: targetSchema,
  needs: [],
  read: ({ text, file }, { plan, tell, isProven }) => {
    const read = readTargets(text, file, plan, { tell, isProven });
    const claims = read.map(({ entry, whereOf }) => ({
      span: entry.quantity,
      where: whereOf('quote'),
    }));
    return { entries: read.map(({ entry }) => entry), claims, marked: claims };
  },
  derive: null,
  ledger: null,
  tie: null,
  mark: { class: 'figure', spans: ({ quantity }) => [quantity], isAnchor: true },
  list: {
    path: 'targets',
    rank: 1,
    entries: 'pages',
    count: (entries) => entries.length,
    name: strings.targets,
    counted: (n) => strings.targetsTitle(n),
    page: null,
  },
  search: {
    type: 'target',
    label: targetsWords.label,
    things: (entries) =>
      entries.map((target) => ({
        id: target.id,
        texts: [`${printTarget(target).text} ${target.indicator}`, target.span.text],
        place: target,
      })),
  },
  table,
  words,
});

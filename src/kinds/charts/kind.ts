import * as words from './words.ts';
import { defineKind } from '../kind.ts';
import { targets } from '../targets/kind.ts';
import { chartSchema, chartsFileSchema, readCharts } from './charts.ts';

/** Which targets each chart shows. Charts are published as drawings and files of their own. */
export const charts = defineKind({
  name: 'charts',
  file: 'charts',
  fileSchema: chartsFileSchema,
  schema: chartSchema,
  needs: ['targets'],
  read: ({ text, file }, { plan, entriesOf }) => ({
    entries: readCharts(text, file, { plan: plan.plan.id, targets: entriesOf(targets) }),
    claims: [],
    marked: [],
  }),
  derive: null,
  ledger: null,
  tie: null,
  mark: null,
  list: null,
  search: null,
  table: null,
  words,
});

import { expect, test } from 'vitest';
import { draftPlan } from '../../../src/draft/draft.ts';
import {
  type Gold,
  floors,
  inFormOfGold,
  pairsOf,
  score,
  vocabulary,
} from '../../support/draft-scores.ts';
import { firstPlan } from '../../support/first-plan.ts';

const { targets, documents, initiatives, meetings, concerns } = firstPlan;

const drafted = draftPlan(firstPlan, () => undefined, { audiences: vocabulary, earlier: [] });

const byName = (things: readonly { name: string }[], kindOf: (i: number) => string) =>
  Object.fromEntries(things.map(({ name }, i) => [name, kindOf(i)]));

/** What the editors have, in the form of the gold. */
const gold: Partial<Gold> = {
  targets: targets.map(({ qualifier, normalised, unit }) =>
    [...(qualifier ? [qualifier] : []), normalised, unit].join(' '),
  ),
  documents: byName(documents, (i) => documents[i]?.kind ?? ''),
  initiatives: byName(initiatives, (i) => initiatives[i]?.kind ?? ''),
  meetings: byName(meetings, (i) => meetings[i]?.status ?? ''),
  audiences: [...new Map(concerns.map(({ task, code, role }) => [`${task} ${code}`, role]))].map(
    (entry) => entry.join(' '),
  ),
};

/** Names that the editors cut otherwise are not counted as found. */
const ofTheFirst = { ...floors, initiatives: { precision: 0.95, recall: 0.92, kind: 0.9 } };

test.each(Object.keys(gold) as (keyof Gold)[])(
  'a draft of the first plan proposes its %s',
  (kind) => {
    const {
      precision,
      recall,
      kind: right,
      missed,
      wrong,
    } = score(pairsOf(kind, [{ gold, proposed: inFormOfGold(drafted) }]));
    const told = `missed: ${missed.join('; ')}\nwrong: ${wrong.join('; ')}`;
    expect(precision, told).toBeGreaterThanOrEqual(ofTheFirst[kind].precision);
    expect(recall, told).toBeGreaterThanOrEqual(ofTheFirst[kind].recall);
    // Who is served and who acts is more often a matter of judgement there than in excerpts.
    expect(right, told).toBeGreaterThanOrEqual(kind === 'audiences' ? 0.65 : ofTheFirst[kind].kind);
  },
);

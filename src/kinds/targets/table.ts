import { targetsTableWords } from './words.ts';
import type { ParsedPlan } from '../../text/compose.ts';
import type { Target } from './targets.ts';
import { strings } from '../../words/strings.ts';
import {
  code,
  decimal,
  id,
  integer,
  place,
  plan,
  quotation,
  remark,
  required,
  text,
  toSections,
  toTasks,
} from '../../tables/columns.ts';
import { type Placed, placeIn } from '../mention-columns.ts';
import { defineTable } from '../../tables/table.ts';

type TargetRow = { target: Target; place: Placed };

export const targets = defineTable<ParsedPlan & { targets: readonly Target[] }, TargetRow>({
  name: 'targets',
  subject: 'figures',
  title: targetsTableWords.title,
  description: targetsTableWords.description,
  key: ['id'],
  lists: ['targets'],
  references: [toSections, toTasks, { column: 'of', table: 'targets', to: 'id' }],
  rows: (plan) => plan.targets.map((target) => ({ target, place: placeIn(plan, target) })),
  columns: [
    id(targetsTableWords.id, ({ target }) => target.id),
    plan(({ target }) => target.plan),
    ...place<TargetRow>((row) => row.place),
    ...quotation<TargetRow>(targetsTableWords.quotation, ({ target }) => target.span),
    required(
      integer(
        'numberStart',
        targetsTableWords.numberStartTitle,
        targetsTableWords.numberStartDescription,
        ({ target }) => target.quantity.start,
      ),
    ),
    required(
      integer(
        'numberEnd',
        targetsTableWords.numberEndTitle,
        targetsTableWords.numberEndDescription,
        ({ target }) => target.quantity.end,
      ),
    ),
    required(
      text(
        'number',
        targetsTableWords.numberTitle,
        targetsTableWords.numberDescription,
        ({ target }) => target.quantity.text,
      ),
    ),
    required(
      decimal(
        'value',
        targetsTableWords.valueTitle,
        targetsTableWords.valueDescription,
        ({ target }) => target.value,
      ),
    ),
    decimal(
      'upTo',
      targetsTableWords.upToTitle,
      targetsTableWords.upToDescription,
      ({ target }) => target.upTo,
    ),
    required(
      integer(
        'decimals',
        targetsTableWords.decimalsTitle,
        targetsTableWords.decimalsDescription,
        ({ target }) => target.decimals,
      ),
    ),
    required(
      decimal(
        'multiplier',
        targetsTableWords.multiplierTitle,
        targetsTableWords.multiplierDescription,
        ({ target }) => target.multiplier,
      ),
    ),
    required(
      decimal(
        'normalised',
        targetsTableWords.normalisedTitle,
        targetsTableWords.normalisedDescription,
        ({ target }) => target.normalised,
      ),
    ),
    text(
      'unit',
      targetsTableWords.unitTitle,
      targetsTableWords.unitDescription,
      ({ target }) => target.unit,
    ),
    text(
      'qualifier',
      targetsTableWords.qualifierTitle,
      targetsTableWords.qualifierDescription,
      ({ target }) => target.qualifier,
    ),
    required(
      code('kind', targetsTableWords.kindTitle, strings.targetKind, ({ target }) => target.kind),
    ),
    text(
      'of',
      targetsTableWords.ofTitle,
      targetsTableWords.ofDescription,
      ({ target }) => target.of,
    ),
    text(
      'addsTo',
      targetsTableWords.addsToTitle,
      targetsTableWords.addsToDescription,
      ({ target }) => target.addsTo,
    ),
    required(
      text(
        'indicator',
        targetsTableWords.indicatorTitle,
        targetsTableWords.indicatorDescription,
        ({ target }) => target.indicator,
      ),
    ),
    text(
      'indicatorId',
      targetsTableWords.indicatorIdTitle,
      targetsTableWords.indicatorIdDescription,
      ({ target }) => target.indicatorId,
    ),
    text(
      'label',
      targetsTableWords.labelTitle,
      targetsTableWords.labelDescription,
      ({ target }) => target.label,
    ),
    text(
      'beneficiary',
      strings.target.beneficiary,
      targetsTableWords.beneficiaryDescription,
      ({ target }) => target.beneficiary,
    ),
    text(
      'scope',
      strings.target.scope,
      targetsTableWords.scopeDescription,
      ({ target }) => target.scope,
    ),
    code('side', targetsTableWords.sideTitle, strings.targetSide, ({ target }) => target.side),
    remark(({ target }) => target.note),
  ],
});

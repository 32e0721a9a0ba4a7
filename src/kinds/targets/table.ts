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
  title: '数字目标',
  description: '一行是一个数字目标：原文怎样写，数值、单位、限定词是什么，数的是什么。',
  key: ['id'],
  lists: ['targets'],
  references: [toSections, toTasks, { column: 'of', table: 'targets', to: 'id' }],
  rows: (plan) => plan.targets.map((target) => ({ target, place: placeIn(plan, target) })),
  columns: [
    id('数字的编号，发布以后不改。', ({ target }) => target.id),
    plan(({ target }) => target.plan),
    ...place<TargetRow>((row) => row.place),
    ...quotation<TargetRow>('写明这个数字的原文。', ({ target }) => target.span),
    required(
      integer(
        'numberStart',
        '数的起点',
        '数字连同单位在原文中的起点。',
        ({ target }) => target.quantity.start,
      ),
    ),
    required(
      integer(
        'numberEnd',
        '数的终点',
        '数字连同单位在原文中的终点。',
        ({ target }) => target.quantity.end,
      ),
    ),
    required(text('number', '数', '数字连同单位，照原文。', ({ target }) => target.quantity.text)),
    required(
      decimal(
        'value',
        '数值',
        '原文所印的数，未乘万、亿；范围取下限。',
        ({ target }) => target.value,
      ),
    ),
    decimal('upTo', '上限', '范围的上限，完整数值；不是范围则空。', ({ target }) => target.upTo),
    required(
      integer('decimals', '小数位', '原文印到小数点后几位。', ({ target }) => target.decimals),
    ),
    required(
      decimal(
        'multiplier',
        '倍数',
        '万为 10000，亿为 100000000，没有则为 1。',
        ({ target }) => target.multiplier,
      ),
    ),
    required(
      decimal('normalised', '完整数值', '数值乘以倍数。', ({ target }) => target.normalised),
    ),
    text('unit', '单位', '原文的单位；百分数为 %。', ({ target }) => target.unit),
    text(
      'qualifier',
      '限定词',
      '限定这个数的词，照原文；没有则空。',
      ({ target }) => target.qualifier,
    ),
    required(code('kind', '类别', strings.targetKind, ({ target }) => target.kind)),
    text('of', '所属', '其中数的总数，或增减的基数，用编号。', ({ target }) => target.of),
    text(
      'addsTo',
      '合成',
      '原文提到但没有给出数字的总体，由同名的各数相加而成。',
      ({ target }) => target.addsTo,
    ),
    required(text('indicator', '指标', '数的是什么，编者概括。', ({ target }) => target.indicator)),
    text('label', '简称', '指标的简称，编者概括；没有另拟的空着。', ({ target }) => target.label),
    required(
      text(
        'beneficiary',
        strings.target.beneficiary,
        '数字涉及谁或什么，编者概括。',
        ({ target }) => target.beneficiary,
      ),
    ),
    text(
      'scope',
      strings.target.scope,
      '数的是哪些单位的，照原文；其中数与增长随总数。原文没有写明则空。',
      ({ target }) => target.scope,
    ),
    code('side', '支援中的一方', strings.targetSide, ({ target }) => target.side),
    remark(({ target }) => target.note),
  ],
});

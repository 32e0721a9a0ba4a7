import type { Concern } from '../kinds/audiences/audiences.ts';
import type { Numeral } from '../kinds/numerals/numerals.ts';
import type { Note } from '../kinds/notes/notes.ts';
import type { Phrase } from '../kinds/phrases/phrases.ts';

/** What codes mean that only the data show; those that pages show too are in strings.ts. */
export const numeralKindNames: Record<Numeral['kind'], string> = {
  'masked-year': '有遮字的年份',
  year: '年份',
  date: '日期',
  name: '名称的一部分',
  'age-range': '年龄段',
  horizon: '规划期限',
  session: '届次',
  abbreviation: '缩略语',
  slogan: '口号',
  ordinal: '序数',
  other: '其他',
};

export const phraseKindNames: Record<Phrase['kind'], string> = {
  term: '术语',
  slogan: '口号',
  name: '名称的一部分',
  mask: '遮去的字',
};

export const basisNames: Record<Concern['basis'], string> = {
  explicit: '引文写明',
  inferred: '编者推断',
};

export const maskedThingNames: Record<NonNullable<Note['masks']>, string> = {
  year: '年份',
  city: '城市',
  'plan-period': '五年规划的期次',
  name: '名称',
  other: '其他',
};

/** Every code with its meaning, for the description of a column. */
export function listKinds(names: Record<string, string>): string {
  return Object.entries(names)
    .map(([kind, name]) => `${kind} ${name}`)
    .join('，');
}

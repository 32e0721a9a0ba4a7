import type { Target } from '../plan/targets.ts';

/** The kinds of targets in Chinese. */
export const targetKindNames: Record<Target['kind'], string> = {
  absolute: '独立的数',
  total: '总数',
  part: '其中数',
  growth: '增长',
  decline: '下降',
  share: '占比',
  budget: '资金',
};

/** Every kind with its name, for the description of a column. */
export function listKinds(names: Record<string, string>): string {
  return Object.entries(names)
    .map(([kind, name]) => `${kind} ${name}`)
    .join('，');
}

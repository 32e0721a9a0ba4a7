import { statedFacts } from '../text/compose.ts';
import type { Plan } from '../text/schema.ts';
import { noDate } from './zip.ts';

/**
 * The day that stands for the last change of a file where its format demands one: the one that the plan is
 * signed with, or that its date line states, `2022-04-04T00:00:00Z`. Without one it is the first day that ZIP knows, 1980-01-01, which nobody takes for a
 * fact. Not the day of the build: the same plan would give another file each day.
 */
export function statedDate(plan: Pick<Plan, 'dateLine' | 'preface' | 'front' | 'closing'>): string {
  const [, year, month, day] =
    /(?<!\d)(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})(?!\d)/u.exec(
      statedFacts(plan).dated?.text ?? [plan.dateLine ?? []].flat()[0]?.text ?? '',
    ) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isDate = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return `${isDate ? date.toISOString().slice(0, 10) : noDate}T00:00:00Z`;
}

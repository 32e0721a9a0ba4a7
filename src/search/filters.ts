import type { Hit } from './answer.ts';
import type { AudienceTasks } from './pagefind-index.ts';
import type { RecordTypes } from './records.ts';

export const filterNames = ['type', 'section', 'audience'] as const;
type FilterName = (typeof filterNames)[number];

/** The filters of an address: a type, the number of a section, the code of an audience. */
export type Filters = Partial<Record<FilterName, string>>;

export function readFilters(address: URLSearchParams): Filters {
  return Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = address.get(name);
      return value ? [[name, value]] : [];
    }),
  );
}

/** The hits that all filters let pass. Only a task is meant for an audience. */
export function filterHits(
  hits: readonly Hit[],
  { type, section, audience }: Filters,
  audiences: readonly AudienceTasks[],
): Hit[] {
  const tasks = new Set(audiences.find(([code]) => code === audience)?.[2]);
  return hits.filter(
    ({ record }) =>
      (type === undefined || record.type === type) &&
      (section === undefined || String(record.section) === section) &&
      (audience === undefined || (record.type === 'task' && tasks.has(taskNumber(record.path)))),
  );
}

/** What a filter offers: a value and how many hits it would leave, the other filters being as they are. */
export type Choice<Value> = { value: Value; count: number };

export type Choices = {
  all: Record<FilterName, number>;
  type: (Choice<string> & { name: string })[];
  section: Choice<string>[];
  audience: (Choice<string> & { name: string })[];
};

/** The choices that would leave something, and the chosen one always: it must be possible to undo it. */
export function countChoices(
  hits: readonly Hit[],
  filters: Filters,
  audiences: readonly AudienceTasks[],
  sections: number,
  types: RecordTypes,
): Choices {
  const without = (name: FilterName): Hit[] => {
    const { [name]: _chosen, ...others } = filters;
    return filterHits(hits, others, audiences);
  };
  const [byType, bySection, byAudience] = [
    without('type'),
    without('section'),
    without('audience'),
  ];
  const offered = <Option extends Choice<string>>(name: FilterName, options: Option[]): Option[] =>
    options.filter(({ value, count }) => count > 0 || filters[name] === value);
  // Audiences choose among tasks: of one task there is no choice.
  const tasks = byAudience.filter(({ record }) => record.type === 'task').length;
  const choosable = tasks > 1 ? audiences : audiences.filter(([code]) => code === filters.audience);
  return {
    all: { type: byType.length, section: bySection.length, audience: byAudience.length },
    type: offered(
      'type',
      types.map(([type, name]) => ({
        value: type,
        name,
        count: byType.filter(({ record }) => record.type === type).length,
      })),
    ),
    section: offered(
      'section',
      Array.from({ length: sections }, (_, i) => ({
        value: String(i + 1),
        count: bySection.filter(({ record }) => record.section === i + 1).length,
      })),
    ),
    audience: offered(
      'audience',
      choosable.map(([code, name]) => ({
        value: code,
        name,
        count: filterHits(byAudience, { audience: code }, audiences).length,
      })),
    ),
  };
}

function taskNumber(path: string): number {
  return Number(path.split('/')[2]);
}

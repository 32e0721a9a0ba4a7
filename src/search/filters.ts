import type { Hit } from './answer.ts';
import type { AudienceTasks } from './pagefind-index.ts';
import type { PackedSection, RecordTypes } from './records.ts';

export const filterNames = ['type', 'section', 'group', 'audience'] as const;
type FilterName = (typeof filterNames)[number];

/** The filters of an address: a type, the number of a section, of a group in a section (`3.2`), the code of an audience. */
export type Filters = Partial<Record<FilterName, string>>;

export function readFilters(address: URLSearchParams): Filters {
  return Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = address.get(name);
      return value ? [[name, value]] : [];
    }),
  );
}

/** The lists that filters choose from. */
type Lists = { audiences: readonly AudienceTasks[]; sections: readonly PackedSection[] };

/** The hits that all filters let pass. Only a task is meant for an audience, and stands in a group. */
export function filterHits(
  hits: readonly Hit[],
  { type, section, group, audience }: Filters,
  { audiences, sections }: Lists,
): Hit[] {
  const tasks = new Set(audiences.find(([code]) => code === audience)?.[2]);
  const [inSection, inGroup] = (group ?? '').split('.').map(Number);
  const [, , ...groups] = sections[(inSection ?? 0) - 1] ?? [];
  const grouped = new Set(groups[(inGroup ?? 0) - 1]?.[2]);
  return hits.filter(
    ({ record }) =>
      (type === undefined || record.type === type) &&
      (section === undefined || String(record.section) === section) &&
      (group === undefined || (record.type === 'task' && grouped.has(taskNumber(record.path)))) &&
      (audience === undefined || (record.type === 'task' && tasks.has(taskNumber(record.path)))),
  );
}

/** What a filter offers: a value and how many hits it would leave, the other filters being as they are. */
export type Choice<Value> = { value: Value; count: number };

export type Choices = {
  all: Record<FilterName, number>;
  type: (Choice<string> & { name: string })[];
  section: Choice<string>[];
  group: (Choice<string> & { name: string })[];
  audience: (Choice<string> & { name: string })[];
};

/** The choices that would leave something, and the chosen one always: it must be possible to undo it. */
export function countChoices(
  hits: readonly Hit[],
  filters: Filters,
  lists: Lists,
  types: RecordTypes,
): Choices {
  const { audiences, sections } = lists;
  const without = (name: FilterName): Hit[] => {
    const { [name]: _chosen, ...others } = filters;
    return filterHits(hits, others, lists);
  };
  const [byType, bySection, byGroup, byAudience] = [
    without('type'),
    without('section'),
    without('group'),
    without('audience'),
  ];
  const offered = <Option extends Choice<string>>(name: FilterName, options: Option[]): Option[] =>
    options.filter(({ value, count }) => count > 0 || filters[name] === value);
  // Audiences choose among tasks: of one task there is no choice.
  const tasks = byAudience.filter(({ record }) => record.type === 'task').length;
  const choosable = tasks > 1 ? audiences : audiences.filter(([code]) => code === filters.audience);
  return {
    all: {
      type: byType.length,
      section: bySection.length,
      group: byGroup.length,
      audience: byAudience.length,
    },
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
      sections.map((_, i) => ({
        value: String(i + 1),
        count: bySection.filter(({ record }) => record.section === i + 1).length,
      })),
    ),
    group: offered(
      'group',
      sections.flatMap(([, , ...groups], i) =>
        groups.map(([numeral, name], g) => {
          const value = `${i + 1}.${g + 1}`;
          const count = filterHits(byGroup, { group: value }, lists).length;
          return { value, name: [numeral, name].join(' '), count };
        }),
      ),
    ),
    audience: offered(
      'audience',
      choosable.map(([code, name]) => ({
        value: code,
        name,
        count: filterHits(byAudience, { audience: code }, lists).length,
      })),
    ),
  };
}

function taskNumber(path: string): number {
  return Number(path.split('/')[2]);
}

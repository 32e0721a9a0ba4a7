import type { Audience } from '../kinds/audiences/audiences.ts';
import type { AnyKind, SearchThing } from '../kinds/kind.ts';
import { kinds } from '../kinds/registry.ts';
import { type PlanTree, entriesOf } from '../kinds/tree.ts';
import type { Term } from '../site/glossary.ts';
import type { GuideOutline } from '../site/guides.ts';
import { guidePath, listedPath, termPath } from '../urls.ts';
import { searchStrings } from '../words/strings.ts';
import {
  type RecordTypes,
  type SearchRecord,
  joinTexts,
  planRecords,
  textTypes,
} from './records.ts';

/** What a site says beside its plans: in no plan's tree, but found with each of them. */
type Editorial = {
  guides: readonly GuideOutline[];
  terms: readonly Term[];
  audiences: readonly Audience[];
};

const found = (kinds as readonly AnyKind[]).flatMap((kind) =>
  kind.search && kind.list ? [{ kind, list: kind.list, search: kind.search }] : [],
);

/** Everything that search finds: the text, what each kind names, and what the site explains. */
export const recordTypes: RecordTypes = [
  ...textTypes.map((type) => [type, searchStrings.type[type]] as const),
  ...found.map(({ search }) => [search.type, search.label] as const),
  ...(['term', 'guide'] as const).map((type) => [type, searchStrings.type[type]] as const),
];

/**
 * The named things of a plan and of the site. `sentences` are a name and short texts about it, which do not
 * follow one upon another; `path` may end with an anchor. What editors explain at
 * length travels apart: it would cost more than the plan's text.
 */
export function namedRecords(
  tree: PlanTree,
  { guides, terms, audiences }: Editorial,
): SearchRecord[] {
  const { plan, tasks } = tree;
  const sectionOf = ({ task, section }: SearchThing['place']): number | undefined =>
    section ?? tasks.find(({ n }) => n === task)?.section;
  const text = planRecords(tree).flatMap(({ sentences }) => sentences.join(''));
  const isUsed = ({ term, aliases }: Term): boolean =>
    [term, ...aliases].some((word) => text.some((part) => part.includes(word)));
  const record = (
    type: string,
    path: string,
    { texts, place, explanation }: Omit<SearchThing, 'id'>,
  ): SearchRecord => ({
    path,
    type,
    section: sectionOf(place),
    idPrefix: '',
    sentences: joinTexts(texts),
    ...(explanation === undefined ? {} : { explanation: joinTexts([explanation]).join('').trim() }),
  });
  return [
    ...found.flatMap(({ kind, list, search }) =>
      search
        .things(entriesOf(tree, kind), { audiences })
        .map((thing) => record(search.type, listedPath(plan.id, list, thing.id), thing)),
    ),
    ...terms.filter(isUsed).map(({ id, term, aliases, definition }) =>
      record('term', termPath(id), {
        texts: [term, ...aliases],
        place: {},
        explanation: definition,
      }),
    ),
    ...guides.map(({ id, title, description, headings, paragraphs }) =>
      record('guide', guidePath(id), {
        texts: [title, description, ...headings],
        place: {},
        explanation: paragraphs.join('\n'),
      }),
    ),
  ];
}

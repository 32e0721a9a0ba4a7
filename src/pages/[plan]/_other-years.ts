import { sameThing } from '../../comparison/names.ts';
import { type Elsewhere, nameBeside } from '../../comparison/pairs.ts';
import { comparisonStrings as words } from '../../comparison/words.ts';
import type { AnyKind } from '../../kinds/kind.ts';
import type { ListName } from '../../kinds/lists.ts';
import type { Named } from '../../kinds/named.ts';
import { kinds } from '../../kinds/registry.ts';
import { type PlanTree, entriesOf } from '../../kinds/tree.ts';
import { getNearPlans } from '../../queries.ts';
import { listedUrl } from '../../urls.ts';

/**
 * Where the plans nearest in time name the things of a list, by their ids; of a list whose entries are no named things,
 * none.
 */
export async function findElsewhere(
  tree: PlanTree,
  path: ListName,
): Promise<Map<string, Elsewhere>> {
  const kind = (kinds as readonly AnyKind[]).find(({ list }) => list?.path === path);
  const { list = null, tie = null } = kind ?? {};
  if (!kind || !list || !tie) return new Map();
  const { near, hasMore } = await getNearPlans(tree.plan.id);
  const named = (one: PlanTree): readonly Named[] => entriesOf(one, kind);
  return new Map(
    named(tree).map((thing) => [
      thing.id,
      {
        found: near.flatMap((other) => {
          const same = named(other).find((candidate) => sameThing(thing, candidate));
          if (!same) return [];
          const href = listedUrl(other.plan.id, list, same.id);
          return [{ name: nameBeside(other.plan), href, said: words.places(same.mentions.length) }];
        }),
        hasMore,
      },
    ]),
  );
}

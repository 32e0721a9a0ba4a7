import type { Loader, LoaderContext } from 'astro/loaders';
import { settings } from '../settings.ts';
import { follow } from './follow.ts';
import { type SiteContent, loadSite } from './read-site.ts';

/** An entry of a collection before its schema has seen it. */
type Entry = { id: string; data: Record<string, unknown> };

/** The entries that each collection takes from a site's content. Ids are the tails of addresses, where there are any. */
const entriesOf = {
  site: ({ site }: SiteContent): Entry[] => [{ id: 'site', data: site }],
  audiences: ({ audiences }: SiteContent): Entry[] =>
    audiences.map((data) => ({ id: data.code, data })),
  terms: ({ terms }: SiteContent): Entry[] => terms.map((data) => ({ id: data.id, data })),
  changes: ({ changes }: SiteContent): Entry[] => changes.map((data) => ({ id: data.id, data })),
  corrections: ({ corrections }: SiteContent): Entry[] =>
    corrections.map((data) => ({ id: data.plan, data })),
  comparisons: ({ decisions }: SiteContent): Entry[] =>
    decisions.map((data) => ({ id: `${data.earlier}/${data.later}`, data })),
  plans: ({ plans }: SiteContent): Entry[] => plans.map((data) => ({ id: data.plan.id, data })),
};

/**
 * Loads one collection of a site. It throws what loadSite throws: file() would log the error of a
 * parser and build on with what it had cached.
 */
export function siteLoader(collection: keyof typeof entriesOf): Loader {
  const fill = async ({ store, parseData }: LoaderContext): Promise<void> => {
    const entries = entriesOf[collection](loadSite(settings.root));
    store.clear();
    for (const { id, data } of entries) store.set({ id, data: await parseData({ id, data }) });
  };
  return {
    name: `jihua-${collection}`,
    load: (context) => follow(context, () => fill(context)),
  };
}

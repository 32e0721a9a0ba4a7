import type { Loader, LoaderContext } from 'astro/loaders';
import { settings } from '../settings.ts';
import { type SiteContent, readSite } from './read-site.ts';

/** An entry of a collection before its schema has seen it. */
type Entry = { id: string; data: Record<string, unknown> };

/** The entries that each collection takes from a site's content. Ids are the tails of addresses. */
const entriesOf = {
  site: ({ site }: SiteContent): Entry[] => [{ id: 'site', data: site }],
  plans: ({ plans }: SiteContent): Entry[] =>
    plans.map(({ plan }) => ({ id: plan.id, data: plan })),
  sections: ({ plans }: SiteContent): Entry[] =>
    plans.flatMap(({ sections }) =>
      sections.map((data) => ({ id: `${data.plan}/${data.n}`, data })),
    ),
  tasks: ({ plans }: SiteContent): Entry[] =>
    plans.flatMap(({ tasks }) => tasks.map((data) => ({ id: `${data.plan}/${data.n}`, data }))),
  targets: ({ plans }: SiteContent): Entry[] =>
    plans.flatMap(({ targets }) =>
      targets.map((data) => ({ id: `${data.plan}/${data.id}`, data })),
    ),
  numerals: ({ plans }: SiteContent): Entry[] =>
    plans.flatMap(({ numerals }) =>
      numerals.map((data) => ({ id: `${data.plan}/${data.span.start}`, data })),
    ),
  charts: ({ plans }: SiteContent): Entry[] =>
    plans.flatMap(({ charts }) => charts.map((data) => ({ id: `${data.plan}/${data.id}`, data }))),
};

/**
 * Loads one collection of a site. It throws what readSite throws: file() would log the error of a
 * parser and build on with what it had cached.
 */
export function siteLoader(collection: keyof typeof entriesOf): Loader {
  const fill = async ({ store, parseData }: LoaderContext): Promise<void> => {
    const entries = entriesOf[collection](readSite(settings.root));
    store.clear();
    for (const { id, data } of entries) store.set({ id, data: await parseData({ id, data }) });
  };
  return {
    name: `jihua-${collection}`,
    load: async (context) => {
      await fill(context);
      const { watcher, logger } = context;
      if (!watcher) return;
      const folders = ['content', 'seeds'].map((name) => `${settings.root}/${name}/`);
      watcher.add(folders);
      watcher.on('change', (path) => {
        if (!folders.some((folder) => path.startsWith(folder))) return;
        fill(context).catch((error: unknown) => logger.error(String(error)));
      });
    },
  };
}

import type { LoaderContext } from 'astro/loaders';
import { findFaults } from '../text/faults.ts';
import { settings } from '../settings.ts';

/** The folders that editors write into, as paths begin that lie in them. */
export const writtenFolders = ['content', 'seeds'].map((name) => `${settings.root}/${name}/`);

/**
 * Fills a collection, and in a server that serves while editors write fills it anew whenever a file of theirs
 * changes, comes or goes. There, faults of the content leave the collection as it was: `devServer` tells them.
 * @throws what `fill` throws, in a build
 */
export async function follow(
  { watcher, logger }: Pick<LoaderContext, 'watcher' | 'logger'>,
  fill: () => Promise<void>,
): Promise<void> {
  if (!watcher) return await fill();
  const refill = async (): Promise<void> => {
    try {
      await fill();
    } catch (error) {
      if (findFaults(error).length === 0) logger.error(String(error));
    }
  };
  watcher.add(writtenFolders);
  watcher.on('all', (_event, path) => {
    if (writtenFolders.some((folder) => `${path}/`.startsWith(folder))) void refill();
  });
  await refill();
}

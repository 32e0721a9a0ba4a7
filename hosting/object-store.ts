// node hosting/object-store.ts DIST REMOTE: uploads a built site to an object store, with the headers of each file.
// REMOTE is one of rclone's: `oss:bucket`, `cos:bucket-1250000000/plans`, `s3:bucket`. `--prune` removes what is no more
// of the site: do that a day later, for a page that someone has open asks for the scripts that it was made with.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { fileHeaders } from './headers.ts';

const { values, positionals } = parseArgs({
  options: { prune: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [dist, remote] = positionals;
if (dist === undefined || remote === undefined || !remote.includes(':')) {
  throw new Error('Usage: node hosting/object-store.ts DIST REMOTE:BUCKET[/PATH] [--prune]');
}
if (!existsSync(join(dist, '404.html'))) {
  throw new Error(`expected a built site; found ${dist}, which has no 404.html`);
}

function rclone(args: string[], input = ''): void {
  const { status, error } = spawnSync('rclone', args, {
    input,
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`rclone ended with ${status}`);
}

const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !/\.(?:gz|br)$/u.test(entry.name))
  .map((entry) => relative(dist, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  .sort();

if (values.prune) {
  const patterns = files.map((file) => `/${file.replace(/[\\*?[\]{}]/gu, '\\$&')}\n`);
  rclone(['delete', '--exclude-from', '-', remote], patterns.join(''));
} else {
  // Pages come last: none may ask for what is not there yet.
  const isPage = (file: string): boolean => file.endsWith('.html');
  for (const part of [files.filter((file) => !isPage(file)), files.filter(isPage)]) {
    const groups = Map.groupBy(part, (file) =>
      Object.entries(fileHeaders(file))
        .map(([name, value]) => `${name}: ${value}`)
        .join('\n'),
    );
    for (const [headers, names] of groups) {
      const upload = headers.split('\n').flatMap((header) => ['--header-upload', header]);
      rclone(
        ['copy', '--checksum', '--files-from-raw', '-', ...upload, dist, remote],
        `${names.join('\n')}\n`,
      );
    }
  }
}

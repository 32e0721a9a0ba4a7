import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { shareSite } from '../support/shared-sites.ts';

const run = (command: string, ...args: string[]): { status: number | null; output: string } => {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  return { status, output: stdout + stderr };
};

test('every file is formatted', () => {
  expect(run('prettier', '--check', '.')).toMatchObject({ status: 0 });
});

test('no file, export or package is left that nothing uses', () => {
  const { status, output } = run('knip');
  expect(status, output).toBe(0);
});

test('every type holds, at its strictest', async () => {
  // A build writes the types of the content too; both at once would read half a file.
  await shareSite('built');
  const { status, output } = run('astro', 'check');
  expect(status, output).toBe(0);
});

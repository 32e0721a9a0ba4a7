import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { tmpdir } from 'node:os';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { takeTurn, writeOutput } from '../../src/commands/output-folder.ts';
import { project, readText } from '../support/site.ts';
import { type Message, say } from '../../src/text/say.ts';

const folder = join(tmpdir(), `output-folder-${process.pid}`);
const out = join(folder, 'dist');
const said: string[] = [];
const tell = (message: Message): void => void said.push(say(message));

/** Writes what every site has, and its name. */
function writeSite(into: string, name: string): void {
  for (const file of ['404.html', 'icon.svg', 'llms.txt', 'search/pagefind.js']) {
    mkdirSync(dirname(join(into, file)), { recursive: true });
    writeFileSync(join(into, file), '');
  }
  writeFileSync(join(into, 'index.html'), name);
}
const build = (name: string): Promise<void> =>
  writeOutput(out, async (into) => writeSite(into, name), tell);
const fail = (): Promise<void> =>
  writeOutput(out, () => Promise.reject(new Error('wrong input')), tell);
const site = (): string => readText(out, 'index.html');

const remove = (): void => rmSync(folder, { recursive: true, force: true });
beforeEach(() => {
  remove();
  mkdirSync(folder, { recursive: true });
  said.length = 0;
});
afterAll(remove);

describe('a site takes the place of the earlier one', () => {
  test('and leaves nothing beside it', async () => {
    await build('one');
    await build('two');
    expect(site()).toBe('two');
    expect(readdirSync(folder)).toEqual(['dist']);
    expect(readdirSync(out)).toContain('404.html');
  });

  test('only when it is whole', async () => {
    await build('one');
    const half = writeOutput(
      out,
      async (into) => {
        writeSite(into, 'two');
        throw new Error('wrong input');
      },
      tell,
    );
    await expect(half).rejects.toThrow('wrong input');
    expect(site()).toBe('one');
    expect(readdirSync(folder)).toEqual(['dist']);
  });
});

test('a site that cannot be put in its place leaves the earlier one there', async () => {
  await build('one');
  // Nothing was written: there is nothing to rename.
  await expect(writeOutput(out, async () => undefined, tell)).rejects.toThrow(
    `${out} cannot be written and is as it was; nothing was published (ENOENT`,
  );
  expect(site()).toBe('one');
  expect(readdirSync(folder)).toEqual(['dist']);
});

describe('what is no earlier site is not touched', () => {
  test.each<[string, () => void]>([
    ['a folder with work of people', () => write('dist/plan.yaml')],
    ['another site', () => (write('dist/index.html'), write('dist/404.html'))],
    ['an earlier site in a checkout', () => (writeSite(out, 'one'), write('dist/.git/HEAD'))],
    ['a file', () => write('dist')],
    ['a symbolic link that leads nowhere', () => symlinkSync(join(folder, 'none'), out)],
    ['a folder beside it that a build would clear', () => write('dist.work/thesis.txt')],
    ['a file beside it that is no lock', () => write('dist.lock')],
  ])('%s', async (_case, prepare) => {
    prepare();
    const before = readdirSync(folder, { recursive: true }).sort();
    let began = false;
    const writing = writeOutput(out, async () => void (began = true), tell);
    await expect(writing).rejects.toThrow(/expected .*; found /u);
    expect(began).toBe(false);
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(before);
  });

  test('an empty folder is taken', async () => {
    mkdirSync(out);
    await build('one');
    expect(site()).toBe('one');
  });

  function write(file: string): void {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), 'mine');
  }
});

describe('after death at any instant the next build, also one that is refused, finds a good site', () => {
  const work = `${out}.work`;
  const states: [string, () => void, string][] = [
    ['while it wrote', () => writeSite(join(work, 'next'), 'half'), 'one'],
    [
      'between the two renames',
      () => {
        writeSite(join(work, 'next'), 'two');
        renameSync(out, join(work, 'old'));
      },
      'one',
    ],
    [
      'before the old site was removed',
      () => {
        mkdirSync(work);
        renameSync(out, join(work, 'old'));
        writeSite(out, 'two');
      },
      'two',
    ],
    ['before it wrote', () => mkdirSync(work), 'one'],
  ];
  test.each(states)('%s', async (_case, die, name) => {
    writeSite(out, 'one');
    die();
    // The id of a process that has ended.
    writeFileSync(`${out}.lock`, String(spawnSync('true').pid));
    await expect(fail()).rejects.toThrow('wrong input');
    expect(site()).toBe(name);
    expect(readdirSync(folder)).toEqual(['dist']);
    await build('three');
    expect(site()).toBe('three');
  });
});

describe('two builds at a time', () => {
  test('the second says that it waits, and goes on when the first has ended', async () => {
    const order: string[] = [];
    let end = (): void => {};
    const ended = new Promise<void>((resolve) => (end = resolve));
    const first = writeOutput(
      out,
      async (into) => {
        await ended;
        writeSite(into, 'one');
        order.push('one');
      },
      tell,
    );
    const second = writeOutput(
      out,
      async (into) => {
        writeSite(into, 'two');
        order.push('two');
      },
      (message) => {
        tell(message);
        end();
      },
    );
    await Promise.all([first, second]);
    expect(order).toEqual(['one', 'two']);
    expect(said.join()).toContain(`process ${process.pid}`);
    expect(site()).toBe('two');
  });

  test('a build of another process keeps it waiting until that ends, however it does', async () => {
    const other = spawn('cat');
    writeFileSync(`${out}.lock`, String(other.pid));
    const release = await takeTurn(`${out}.lock`, () => other.kill('SIGKILL'));
    expect(other.killed).toBe(true);
    expect(readText(`${out}.lock`)).toBe(String(process.pid));
    release();
    expect(existsSync(`${out}.lock`)).toBe(false);
    if (other.exitCode === null && other.signalCode === null) await once(other, 'exit');
  });

  test('a lock that its process died before writing is taken over', async () => {
    const lock = join(folder, 'x.lock');
    writeFileSync(lock, '');
    const before = new Date(Date.now() - 10_000);
    utimesSync(lock, before, before);
    const release = await takeTurn(lock, tell);
    expect(readText(lock)).toBe(String(process.pid));
    expect(said).toEqual([]);
    release();
    expect(existsSync(lock)).toBe(false);
  });

  test('a lock of our own id that we do not hold is that of an earlier container', async () => {
    writeFileSync(`${out}.lock`, String(process.pid));
    await build('one');
    expect(said).toEqual([]);
  });
});

describe('a folder that cannot be written', () => {
  /** Builds as someone who is not root, whom no permission would stop. */
  const buildAsOther = () =>
    spawnSync(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        `import { writeOutput } from ${JSON.stringify(join(project, 'src/commands/output-folder.ts'))};
         import { mkdirSync } from 'node:fs';
         await writeOutput(${JSON.stringify(out)}, async (into) => mkdirSync(into), () => {}).catch(({ name, message }) => console.log(name, message));`,
      ],
      { encoding: 'utf8', ...(process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}) },
    );

  test.each([
    ['the folder around it', folder, /^CommandError .*dist\.lock cannot be written; nothing was/u],
    [
      'the folder itself',
      out,
      /^CommandError .*dist cannot be replaced and is as it was \(EACCES/u,
    ],
  ])('%s: the truth is told, and the earlier site stays', (_case, readOnly, says) => {
    writeSite(out, 'one');
    chmodSync(folder, 0o777);
    chmodSync(readOnly, 0o555);
    expect(buildAsOther().stdout).toMatch(says);
    expect(site()).toBe('one');
    chmodSync(readOnly, 0o755);
    expect(readdirSync(folder)).toEqual(['dist']);
  });
});

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { serveSite } from '../../src/commands/serve.ts';
import { builtSite, project, runBuild } from '../support/site.ts';
import { askUntil, startSession } from './webdriver.ts';

/**
 * `npm run browsers`: reads and searches in WebKit (Debian: webkit2gtk-driver, in a display such as Xvfb gives),
 * and proves by pictures that no figure is set so that it reads as another. Not part of `npm test`.
 */
const folder = join(project, '.cache', 'browsers', 'webkit');
mkdirSync(folder, { recursive: true });
/** A built site; without one it is built first. */
let [, , site] = process.argv;
if (site === undefined) {
  site = builtSite;
  const { code, stderr } = runBuild(['--out', site]);
  if (code !== 0) throw new Error(stderr);
}
const { server, url } = await serveSite(site);
const session = await startSession(['WebKitWebDriver', '--port=4555'], 4555, {
  browserName: 'MiniBrowser',
  'webkitgtk:browserOptions': {
    binary: '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
    args: ['--automation'],
  },
});
const faults: string[] = [];
const check = (isRight: boolean, what: string): void => {
  process.stdout.write(`${isRight ? 'ok  ' : 'FAIL'} ${what}\n`);
  if (!isRight) faults.push(what);
};
const picture = async (name: string): Promise<Uint8Array> => {
  const png = await session.picture();
  writeFileSync(join(folder, `${name}.png`), png);
  return png;
};

try {
  for (const path of ['', '20xx/', '20xx/tasks/1/', '20xx/targets/', 'search/']) {
    await session.open(url + path);
    const overflow = await session.run<number>(
      'return document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    check(overflow === 0, `/${path} is no wider than its window`);
    await picture(path.replaceAll('/', '-') || 'home');
  }

  // Each figure is drawn as it stands on the page, and once more with nothing done to its spacing: the ink must be alike.
  await session.open(`${url}20xx/tasks/1/`);
  const count = await session.run<number>('return document.querySelectorAll("a.figure").length');
  for (let i = 0; i < count; i += 1) {
    const draw = async (style: string): Promise<Buffer> => {
      const box = await session.run<{
        x: number;
        y: number;
        width: number;
        height: number;
        ratio: number;
      }>(`
        const figure = document.querySelectorAll('a.figure')[${i}];
        for (const part of [figure, ...figure.querySelectorAll('*')]) {
          part.setAttribute('style', ${JSON.stringify(style)});
        }
        figure.scrollIntoView({ block: 'center' });
        const { x, y, width, height } = figure.getBoundingClientRect();
        return { x, y, width, height, ratio: devicePixelRatio };
      `);
      return sharp(await session.picture())
        .extract({
          left: Math.floor(box.x * box.ratio),
          top: Math.floor(box.y * box.ratio),
          width: Math.ceil(box.width * box.ratio),
          height: Math.ceil(box.height * box.ratio),
        })
        .flatten()
        .greyscale()
        .raw()
        .toBuffer();
    };
    const text = await session.run<string>(
      `return document.querySelectorAll('a.figure')[${i}].textContent`,
    );
    const [set, plain] = [
      await draw(''),
      await draw('text-autospace: no-autospace; letter-spacing: normal'),
    ];
    const differ =
      set.length !== plain.length ||
      set.filter((value, at) => Math.abs(value - (plain[at] ?? 0)) > 64).length > set.length / 100;
    check(!differ, `${text} is set as it reads`);
  }

  const styles = await session.run<string[]>(
    `return ['.term', '.noted'].map((name) => getComputedStyle(document.querySelector(name) ?? document.body).textDecorationStyle)`,
  );
  check(styles.join() === 'dotted,dashed', `terms and notes are underlined: ${styles.join()}`);

  await session.open(`${url}search/?q=${encodeURIComponent('两免一补')}`);
  const ask = async (): Promise<string | undefined> => {
    const href = await session.run<string>(
      `return document.querySelector('.results [data-group=exact] li > a')?.getAttribute('href') ?? ''`,
    );
    return href || undefined;
  };
  const found = (await askUntil(ask, 100)) ?? '';
  check(/\/tasks\/\d+\/#s\d+$/u.test(found), `search finds a sentence: ${found}`);
  await picture('search-found');
} finally {
  await session.close();
  server.close();
}
if (faults.length > 0) process.exitCode = 1;

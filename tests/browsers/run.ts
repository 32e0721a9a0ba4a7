import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { serveSite } from '../../src/commands/serve.ts';
import { builtSite, project, runBuild } from '../support/site.ts';
import { startFirefox } from './firefox.ts';
import type { Session } from './session.ts';
import { startWebKit } from './webkit.ts';

/**
 * `npm run browsers [site]`: reads and searches in WebKit (Debian: webkit2gtk-driver, in a display such as Xvfb gives)
 * and in Firefox (Debian: firefox-esr), and proves by pictures that no figure is set so that it reads as another. Fails
 * where one of them is missing. Not part of `npm test`.
 */
const browsers: Record<string, () => Promise<Session>> = {
  webkit: startWebKit,
  firefox: startFirefox,
};

/** A built site; without one it is built first. */
let [, , site] = process.argv;
if (site === undefined) {
  site = builtSite;
  const { code, stderr } = runBuild(['--out', site]);
  if (code !== 0) throw new Error(stderr);
}
const { server, url } = await serveSite(site);
const faults: string[] = [];
try {
  for (const [name, start] of Object.entries(browsers)) await tryBrowser(name, start);
} finally {
  server.close();
}
process.stdout.write(faults.length === 0 ? 'all as it should be\n' : `${faults.length} failed\n`);
if (faults.length > 0) process.exitCode = 1;

async function tryBrowser(name: string, start: () => Promise<Session>): Promise<void> {
  const folder = join(project, '.cache', 'browsers', name);
  mkdirSync(folder, { recursive: true });
  const check = (isRight: boolean, what: string): void => {
    process.stdout.write(`${isRight ? 'ok  ' : 'FAIL'} ${name}: ${what}\n`);
    if (!isRight) faults.push(what);
  };
  const keep = (file: string, png: Uint8Array): void => {
    writeFileSync(join(folder, `${file}.png`), png);
  };
  let session: Session | undefined;
  try {
    session = await start();
    check(true, await session.run<string>('return navigator.userAgent'));
    await look(session, check, keep);
    await read(session, check);
    await search(session, check, keep);
  } catch (error) {
    check(false, error instanceof Error ? error.message : String(error));
  } finally {
    await session?.close();
  }
}

type Check = (isRight: boolean, what: string) => void;
type Keep = (file: string, png: Uint8Array) => void;

/** Every type of page is as wide as its window, and no figure is set so that it reads as another. */
async function look(session: Session, check: Check, keep: Keep): Promise<void> {
  for (const path of [
    '',
    '20xx/',
    '20xx/tasks/1/',
    '20xx/targets/',
    '20xx/targets/t1-graduates/',
    '20xx/charts/enrolment/',
    'search/',
  ]) {
    await session.open(url + path);
    const overflow = await session.run<number>(
      'return document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    check(overflow === 0, `/${path} is no wider than its window`);
    keep(path.replaceAll('/', '-') || 'home', await session.picture());
  }
  await session.open(`${url}20xx/tasks/1/`);
  await compareFigures(session, 'a.figure', check);
  const styles = await session.run<string[]>(
    `return ['.term', '.noted'].map((name) => getComputedStyle(document.querySelector(name) ?? document.body).textDecorationStyle)`,
  );
  check(styles.join() === 'dotted,dashed', `terms and notes are underlined: ${styles.join()}`);
  await session.open(`${url}20xx/targets/t1-graduates/`);
  await compareFigures(session, 'main .number, main .figure', check);
}

/** Each figure is drawn as it stands, and once more without space that the engine adds: the ink must be alike. */
async function compareFigures(session: Session, selector: string, check: Check): Promise<void> {
  const figures = `document.querySelectorAll(${JSON.stringify(selector)})`;
  const count = await session.run<number>(`return ${figures}.length`);
  check(count > 2, `${count} figures to compare`);
  for (let i = 0; i < count; i += 1) {
    const draw = async (style: string): Promise<Buffer> => {
      const box = await session.run<{
        x: number;
        y: number;
        width: number;
        height: number;
        ratio: number;
      }>(`
        const figure = ${figures}[${i}];
        for (const part of [figure, ...figure.querySelectorAll('*')]) {
          // By the object model: the content policy lets no style attribute be.
          part.style.cssText = ${JSON.stringify(style)};
        }
        figure.scrollIntoView({ block: 'center' });
        const { x, y, width, height } = figure.getBoundingClientRect();
        return { x, y, width, height, ratio: devicePixelRatio };
      `);
      const ink = async (): Promise<Buffer> =>
        sharp(await session.picture())
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
      // What has just been scrolled into view may still be drawn coarsely.
      for (let before = await ink(); ;) {
        const now = await ink();
        if (now.equals(before)) return now;
        before = now;
      }
    };
    const text = await session.run<string>(`return ${figures}[${i}].textContent`);
    const [set, plain] = [await draw(''), await draw('text-autospace: no-autospace')];
    const differ =
      set.length !== plain.length ||
      set.filter((value, at) => Math.abs(value - (plain[at] ?? 0)) > 64).length > set.length / 100;
    check(!differ, `${text} is set as it reads`);
  }
}

/** From the home page to a task, link by link. */
async function read(session: Session, check: Check): Promise<void> {
  await session.open(url);
  for (const path of ['/20xx/', '/20xx/sections/1/', '/20xx/tasks/1/']) {
    await session.click(`main a[href="${path}"]`);
    const heading = await waitFor(
      session,
      `return location.pathname === '${path}' ? document.querySelector('h1')?.textContent.trim() : ''`,
    );
    check(heading !== '', `a link leads to ${path}: ${heading}`);
  }
}

/** Words that are typed into the header are found, marked where the answer leads, also after a reload, and nowhere else. */
async function search(session: Session, check: Check, keep: Keep): Promise<void> {
  const words = '两免一补';
  const hit = '.results [data-group=exact] li > a';
  const marked = `return 'highlights' in CSS
    ? Array.from(CSS.highlights.get('search') ?? [], String).join()
    : Array.from(document.querySelectorAll('main mark'), (mark) => mark.textContent).join()`;
  await session.open(`${url}20xx/tasks/1/`);
  await session.type('header input[type=search]', words);
  const found = await waitFor(
    session,
    `return document.querySelector('${hit}')?.getAttribute('href') ?? ''`,
  );
  check(/\/tasks\/\d+\/#s\d+$/u.test(found), `search finds a sentence: ${found}`);
  keep('search-header', await session.picture());
  await session.click(hit);
  await waitFor(session, `return location.pathname + location.hash === '${found}' ? 'there' : ''`);
  const onArrival = await waitFor(session, marked);
  check(onArrival.startsWith(words), `the words are marked on arrival: ${onArrival}`);
  keep('marked', await session.picture());
  await session.run('location.reload()');
  const reloaded = await waitFor(session, marked);
  check(reloaded === onArrival, `they are marked after a reload: ${reloaded}`);
  await session.open(`${url}20xx/tasks/1/`);
  await session.open(url + found.slice(1));
  const unasked = await session.run<string>(marked);
  check(unasked === '', `nothing is marked where nobody searched: ${unasked}`);

  await session.open(`${url}search/?q=${encodeURIComponent(words)}`);
  const answered = await waitFor(
    session,
    `return document.querySelector('${hit}')?.getAttribute('href') ?? ''`,
  );
  check(answered === found, `the search page answers alike: ${answered}`);
  keep('search-found', await session.picture());
}

/** What a script gives as soon as that is not empty; empty if it stays so for half a minute. */
async function waitFor(session: Session, script: string): Promise<string> {
  for (let tries = 0; tries < 300; tries += 1) {
    // A page that is being left has nothing to ask.
    const result = await session.run<string | null>(script).catch(() => '');
    if (result) return result;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return '';
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { DomUtils } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import {
  otherTexts,
  planTexts,
  readPages,
  validator,
  weigh,
  withAttribute,
} from '../support/pages.ts';
import { origin, shareSite } from '../support/shared-sites.ts';
import { builtSite, listFiles, project, readText, runBuild, workFolder } from '../support/site.ts';
import { readSite } from '../../src/loaders/read-site.ts';
import { retiredCharts } from '../../src/kinds/charts/charts.ts';
import { firstPaintScript } from '../../src/reading-settings/first-paint.ts';
import { placedSentences } from '../../src/text/compose.ts';
import { sentenceInTextUrl, sentencePath, targetUrl } from '../../src/urls.ts';
import { checkPages } from '../../src/integrations/check-pages.ts';

const { site, plans } = readSite(project);
const tree = plans.find(({ plan }) => plan.id === site.current);
if (!tree) throw new Error(`no plan ${site.current}`);
const sentences = [...placedSentences(tree)];
/** The current plan of this checkout, whatever it is, and its source. */
const { id, source, front } = tree.plan;
const seed = readText(project, source);
const pages = readPages(builtSite);
const page = (file: string) => {
  const found = pages.find((candidate) => candidate.file === file);
  if (!found) throw new Error(`${file} was not built`);
  return found;
};

describe('the text is the source', () => {
  test('the whole text on its page is the seed, byte for byte', () => {
    const article = DomUtils.getElementsByTagName(
      'article',
      page(`${id}/full/index.html`).document.children,
    );
    const inArticle = DomUtils.findAll((e) => 'data-plan-text' in e.attribs, article);
    expect(inArticle.map((element) => DomUtils.textContent(element)).join('')).toBe(seed);
  });

  test('so are the pages of sections and tasks with the overview, put together', () => {
    const parts = new Map<number, string>();
    for (const { file, ...rest } of pages) {
      if (file === `${id}/full/index.html`) continue;
      for (const { start, text } of planTexts({ file, ...rest })) {
        if (text.length > (parts.get(start) ?? '').length) parts.set(start, text);
      }
    }
    let text = '';
    while (text.length < seed.length) {
      // White space between parts, and a title printed twice, stand on the page of the whole text only.
      const part = parts.get(text.length) ?? /^\s+/u.exec(seed.slice(text.length))?.[0];
      const again = front.find(({ start }) => start === text.length)?.text;
      text += part ?? again ?? '';
      expect(part ?? again, seed.slice(text.length, text.length + 20)).toBeDefined();
      if (part === undefined && again === undefined) break;
    }
    expect(text).toBe(seed);
  });

  test.each(pages.map((built) => [built.file, built] as const))(
    'on %s the plan’s words, and nothing else, are marked as such',
    (_file, built) => {
      for (const { start, text } of planTexts(built)) {
        expect(seed.slice(start, start + text.length)).toBe(text);
      }
      for (const text of otherTexts(built)) {
        for (let i = 0; i + 10 <= text.length; i += 1) {
          expect(seed, text).not.toContain(text.slice(i, i + 10));
        }
      }
    },
  );

  test.each(Array.from({ length: tree.tasks.length }, (_, i) => i + 1))(
    'so is the article of task %d, whatever is said of it beside',
    (n) => {
      const article = DomUtils.getElementsByTagName(
        'article',
        page(`${id}/tasks/${n}/index.html`).document.children,
      );
      const isIn = (element: (typeof article)[number], name: string): boolean =>
        element.attribs['class'] === name ||
        (element.parent?.type === 'tag' && isIn(element.parent as typeof element, name));
      const words = DomUtils.findAll((e) => 'data-plan-text' in e.attribs, article)
        .filter((element) => !isIn(element, 'notes') && !isIn(element, 'brief'))
        .map((element) => DomUtils.textContent(element))
        .join('');
      const from = seed.search(new RegExp(`^${n}\\.`, 'mu'));
      expect(seed.startsWith(words, from)).toBe(true);
      expect(seed.slice(from + words.length)).toMatch(
        new RegExp(`^(?:${n + 1}\\.|[一二三四五六七八九十]+、|$)`, 'u'),
      );
    },
  );

  test('the source can be downloaded as it is', () => {
    expect(readText(builtSite, `${id}/data/plan.txt`)).toBe(seed);
  });
});

/** A page of one sentence or one figure. */
const isPassedOn = (file: string): boolean =>
  /\/(?:tasks|sections)\/\d+\/[^/]+\/index|\/general\/\d+\/index|\/targets\/[^/]+\/index/u.test(
    file,
  );

/** A page that is set into pages of others: nobody sends its address. */
const isFramed = (file: string): boolean => file.endsWith('/embed/index.html');

/** The sheet that gives settings a look. */
const [, settingsSheet = ''] = /data-css="([^"]+)"/u.exec(page('settings/index.html').html) ?? [];

describe('every page', () => {
  test.each(pages.map(({ file, html }) => [file, html] as const))(
    '%s is valid HTML',
    async (file, html) => {
      const report = await validator.validateString(html);
      const faults = report.results.flatMap(({ messages }) =>
        messages.map(
          ({ ruleId, message, line, column }) => `${line}:${column} ${ruleId} ${message}`,
        ),
      );
      expect(faults, file).toEqual([]);
    },
  );

  test('has no style attribute, one script file and one more where a page is worked with, no other script but data and what applies settings, and a policy that allows its own style only', () => {
    for (const { file, html, document } of pages) {
      const styles = DomUtils.getElementsByTagName('style', document.children);
      expect(html, file).not.toMatch(/\sstyle=|\son[a-z]+=/u);
      const data = /<script type="application\/ld\+json">[^<]*<\/script>/gu;
      // The same on every page, and in the policy of hosts.
      const applied = `<script data-css="${settingsSheet}">${firstPaintScript}</script>`;
      expect(html.includes(applied), file).toBe(!isFramed(file));
      const scripts =
        html
          .replace(data, '')
          .replace(applied, '')
          .match(/<script[^>]*>[^<]*/gu) ?? [];
      // Pages to be set into other sites have none.
      const isWorkedWith =
        /^(?:404\.html|[^/]+\/print\/index\.html)$/u.test(file) ||
        // A drawing on a card is no more than a picture.
        /<svg class="(?!card")|<term-filter|class="slips[ "]/u.test(html);
      expect(scripts.length, file).toBe(isFramed(file) ? 0 : isWorkedWith ? 2 : 1);
      for (const script of scripts) {
        expect(script, file).toMatch(/^<script type="module" src="\/_astro\/[^"]+\.js">$/u);
      }
      const policy = /http-equiv="content-security-policy" content="([^"]*)"/u.exec(html)?.[1];
      expect(policy, file).toContain("default-src 'none'");
      expect(policy, file).not.toMatch(/unsafe-inline|'unsafe-eval|https?:/u);
      for (const style of styles) {
        const hash = createHash('sha256').update(DomUtils.textContent(style)).digest('base64');
        expect(policy, file).toContain(`'sha256-${hash}'`);
      }
    }
  });

  test('asks for nothing of its style that browsers of 2020 do not know', () => {
    for (const { file, html } of pages) {
      const css = /<style>([^]*?)<\/style>/u.exec(html)?.[1] ?? '';
      expect(css.length, file).toBeGreaterThan(1000);
      expect(css, file).not.toMatch(
        /@layer|light-dark\(|color-mix\(|subgrid|[{;}]\s*&|\((?:width|height)\s*[<>]|:lang\(|float:inline|[;{]inset-/u,
      );
      // A selector that is not known takes the whole rule with it: `:has` stands in rules of its own.
      for (const [rule] of css.matchAll(/[^{}]*:has\([^{}]*(?=\{)/gu)) {
        expect(
          rule
            .replace(/:nth-child\([^)]*\)/gu, '')
            .split(/,(?![^(]*\))/u)
            .every((selector) => selector.includes(':has(')),
          rule,
        ).toBe(true);
      }
    }
  });

  test('has one main heading, and headings that skip no level', () => {
    for (const { file, document } of pages.filter((built) => !isFramed(built.file))) {
      const levels = DomUtils.findAll((e) => /^h[1-6]$/u.test(e.name), document.children).map((e) =>
        Number(e.name.slice(1)),
      );
      expect(
        levels.filter((level) => level === 1),
        file,
      ).toHaveLength(1);
      levels.forEach((level, i) =>
        expect(level, file).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1),
      );
    }
  });

  test('has a title and a description of its own', () => {
    const own = pages.filter(({ file }) => !isFramed(file));
    const titles = own.map(({ html }) => /<title>(.*?)<\/title>/su.exec(html)?.[1]);
    expect(new Set(titles).size).toBe(own.length);
    for (const { file, html } of own)
      expect(html, file).toMatch(/<meta name="description" content=".+?"/su);
  });
});

// 家长，共 12 项任务、22 句: the link, and what is counted after it.
const promises = pages
  .filter(({ file }) => file.startsWith('guides/'))
  .flatMap(({ file, html }) =>
    Array.from(
      html.matchAll(
        /<a href="\/([^"]+\/audiences\/[^"]+)">[^<]*<\/a>，共 (\d+) 项任务、(\d+) 句/gu,
      ),
      ([, path = '', tasks, sentences]) => ({ file, path, tasks, sentences }),
    ),
  );

describe.runIf(promises.length > 0)('a guide that promises every sentence for an audience', () => {
  test.each(promises.map((promise) => [promise.path, promise] as const))(
    'counts what is on %s',
    (path, { tasks, sentences }) => {
      const { document } = page(`${path}index.html`);
      const [main] = DomUtils.getElementsByTagName('main', document.children);
      const count = (name: string): string =>
        String(DomUtils.getElementsByTagName(name, main?.children ?? []).length);
      expect(count('blockquote')).toBe(sentences);
      expect(count('h2')).toBe(tasks);
    },
  );
});

test('the script of a reading page weighs at most 3 KB', () => {
  const [script = ''] =
    /(?<=src="\/)_astro\/[^"]+\.js/u.exec(page(`${id}/full/index.html`).html) ?? [];
  expect(brotliCompressSync(readText(builtSite, script)).length).toBeLessThan(3000);
});

test('task pages weigh at most 10 KB each, with the two files they ask for', () => {
  for (const task of tree.tasks) {
    const { bytes, files } = weigh(page(`${id}/tasks/${task.n}/index.html`));
    expect(files, String(task.n)).toBe(3);
    expect(bytes, String(task.n)).toBeLessThanOrEqual(10 * 1024);
  }
});

describe('every sentence has an address without a hash', () => {
  test.each(
    sentences.map((placed, i) => {
      const { task, section, group, sentence } = placed;
      const place = { task: task?.n, section: section?.n, group: group?.n };
      return [sentencePath(id, place, sentence.n), place, i] as const;
    }),
  )('/%s', (path, place, i) => {
    const built = page(`${path}index.html`);
    const { sentence } = sentences[i] ?? {};
    const [heading] = DomUtils.getElementsByTagName('h1', built.document.children);
    expect(planTexts(built).map(({ start }) => start)).toContain(sentence?.start);
    expect(heading && DomUtils.textContent(heading)).toBe(sentence?.text);
    const contentOf = (name: string): string | undefined =>
      withAttribute(built, 'name').find((meta) => meta.attribs['name'] === name)?.attribs[
        'content'
      ];
    const [title] = DomUtils.getElementsByTagName('title', built.document.children);
    expect(title && DomUtils.textContent(title)).toContain(sentence?.text);
    expect(contentOf('description')?.replace(/&quot;/gu, '"')).toBe(sentence?.text);
    expect(contentOf('robots')).toBeUndefined();
    const article = DomUtils.getElementsByTagName('article', built.document.children);
    const links = DomUtils.getElementsByTagName('a', article);
    const hrefs = links.map((link) => link.attribs['href']);
    expect(hrefs).toContain(sentenceInTextUrl(id, place, sentence?.n ?? 0));
    const linkTo = (rel: string): string | undefined =>
      links.find((link) => link.attribs['rel'] === rel)?.attribs['href'];
    const pathOf = (other: (typeof sentences)[number] | undefined): string | undefined =>
      other &&
      `/${sentencePath(id, { task: other.task?.n, section: other.section?.n, group: other.group?.n }, other.sentence.n)}`;
    expect([linkTo('prev'), linkTo('next')]).toEqual([
      pathOf(sentences[i - 1]),
      pathOf(sentences[i + 1]),
    ]);
    for (const target of tree.targets) {
      const { start, end } = target.quantity;
      const stands = sentence && sentence.start <= start && end <= sentence.end;
      expect(hrefs.includes(targetUrl(id, target.id)), target.id).toBe(stands);
    }
    expect(readText(builtSite, `${path}index.html`)).toContain(`<code>/${path}</code>`);
  });
});

test('pages of one sentence or figure weigh at most 4 KB each, with the icon; the script is that of every page', () => {
  const passedOn = pages.filter(({ file }) => file.startsWith(`${id}/`) && isPassedOn(file));
  expect(passedOn).toHaveLength(sentences.length + tree.targets.length);
  for (const built of passedOn) {
    const { bytes, files } = weigh({
      ...built,
      html: built.html.replace(/<script[^>]* src=[^>]*>/gu, ''),
    });
    expect(files, built.file).toBe(2);
    expect(bytes, built.file).toBeLessThanOrEqual(4 * 1024);
  }
});

test('the number before a sentence leads to its page', () => {
  for (const { n, sentences: own } of tree.tasks) {
    const article = DomUtils.getElementsByTagName(
      'article',
      page(`${id}/tasks/${n}/index.html`).document.children,
    );
    const hrefs = DomUtils.getElementsByTagName('a', article).map((a) => a.attribs['href']);
    for (const { n: s } of own) expect(hrefs).toContain(`/${id}/tasks/${n}/${s}/`);
  }
});

test.each(['sections', 'tasks', 'charts', 'general'])('/%s/ lists what there is', (list) => {
  const { document } = page(`${id}/${list}/index.html`);
  const [main] = DomUtils.getElementsByTagName('main', document.children);
  const hrefs = DomUtils.getElementsByTagName('a', main?.children ?? []).map(
    (a) => a.attribs['href'] ?? '',
  );
  const own = listFiles(builtSite, 'index.html').filter((file) =>
    new RegExp(`^${id}/${list}/[^/]+/index\\.html$`, 'u').test(file),
  );
  expect(own.length).toBeGreaterThan(0);
  const unlisted = tree.charts.filter(({ listed }) => listed === false).map((chart) => chart.id);
  const elsewhere = [...unlisted, ...Object.keys(retiredCharts)];
  for (const file of own.filter((name) => !elsewhere.includes(name.split('/').at(-2) ?? '')))
    expect(hrefs).toContain(`/${file.replace('index.html', '')}`);
});

test('previous and next lead through every task in order', () => {
  const visited: string[] = [];
  for (let path: string | undefined = `/${id}/tasks/1/`; path !== undefined;) {
    visited.push(path);
    const links = withAttribute(page(`${path.slice(1)}index.html`), 'rel');
    path = links.find((link) => link.name === 'a' && link.attribs['rel'] === 'next')?.attribs[
      'href'
    ];
  }
  expect(visited).toEqual(
    Array.from({ length: tree.tasks.length }, (_, i) => `/${id}/tasks/${i + 1}/`),
  );
});

test('no file names the machine that built it, and without a public origin there is no sitemap', () => {
  const files = listFiles(builtSite);
  for (const file of files)
    expect(readText(builtSite, file), file).not.toMatch(/localhost|127\.0/u);
  expect(files).not.toContain('sitemap.xml');
  expect(readText(builtSite, 'robots.txt')).toBe('User-agent: *\nAllow: /\n');
});

test('every page names icons that are there, and no address', () => {
  const files = listFiles(builtSite);
  expect(files).toContain('favicon.ico');
  for (const { file, html } of pages) {
    const [, icon = ''] = /<link rel="icon" href="\/([^"]+)"/u.exec(html) ?? [];
    expect(files, file).toContain(icon);
    // Numbers of the plan are no telephone numbers.
    expect(html, file).toContain('<meta name="format-detection" content="telephone=no">');
  }
});

/** What the head of a page tells programs for chat, by the name of the property or of microdata. */
function previewOf(built: (typeof pages)[number]): Map<string, string> {
  const said = ['property', 'itemprop'].flatMap((kind) =>
    withAttribute(built, kind).map(
      ({ attribs }) => [attribs[kind] ?? '', attribs['content'] ?? attribs['href'] ?? ''] as const,
    ),
  );
  // No property stands twice.
  expect(new Set(said.map(([name]) => name)).size, built.file).toBe(said.length);
  return new Map(said);
}
/** Pages that are passed on: each has a picture of its own. */
const isPictured = (file: string): boolean =>
  file === 'index.html' ||
  plans.some(({ plan }) => {
    const [start, path = ''] = [file.slice(0, plan.id.length + 1), file.slice(plan.id.length + 1)];
    const own = /^(?:index|(?:sections|tasks|general)\/\d.*\/index|targets\/.+\/index)\.html$/u;
    return start === `${plan.id}/` && own.test(path) && !isFramed(file);
  });

test('every page tells what a preview shows of it, with a picture of its own where it is passed on', () => {
  const files = listFiles(builtSite);
  const pictures = new Set<string>();
  for (const built of pages.filter(({ file }) => !isFramed(file))) {
    const { file } = built;
    const said = previewOf(built);
    const [title] = DomUtils.getElementsByTagName('title', built.document.children);
    const picture = said.get('image') ?? '';
    // Without an origin there is no absolute address, and Open Graph knows no other.
    expect([...said.keys()], file).not.toContain('og:image');
    expect(picture.slice(0, 1), file).toBe('/');
    expect(files, file).toContain(picture.slice(1));
    if (isPictured(file)) {
      expect(picture).toBe(`/${file.replace('index.html', 'preview.png')}`);
      pictures.add(readFileSync(`${builtSite}${picture}`, 'base64'));
    }
    expect(said.get('og:title'), file).not.toBe('');
    expect(title && DomUtils.textContent(title)).toContain(said.get('og:title'));
    expect(said.get('name')).toBe(said.get('og:title'));
    expect(said.get('og:description'), file).not.toBe('');
    expect(said.get('description')).toBe(said.get('og:description'));
    expect(said.get('og:site_name')).toBe(site.name);
    expect(said.get('og:type')).toBe(file === 'index.html' ? 'website' : 'article');
  }
  const wanted =
    1 +
    plans.flatMap((each) => [
      each.plan,
      ...each.sections,
      ...each.tasks,
      ...each.targets,
      ...placedSentences(each),
    ]).length;
  expect(pages.filter(({ file }) => isPictured(file))).toHaveLength(wanted);
  // No two pages show the same picture.
  expect(pictures.size).toBe(wanted);
  expect(files.filter((file) => file.endsWith('preview.png'))).toHaveLength(wanted);
});

test('every address is promised in public/permalinks.txt', async () => {
  const promised = readText(project, 'public/permalinks.txt').trimEnd().split('\n');
  expect(await checkPages(builtSite, { base: '/' })).toEqual(promised);
});

/** Pages that stand for one that is not there, or lead on to what took its place. */
const standIns = [
  '404.html',
  'offline/index.html',
  ...pages.filter(({ html }) => html.includes('http-equiv="refresh"')).map(({ file }) => file),
];

test('a second build is the same to the byte, and one for a base path stays under it', async () => {
  const again = `${workFolder}/again`;
  expect(runBuild(['--out', again])).toMatchObject({ code: 0 });
  const files = listFiles(builtSite);
  expect(listFiles(again)).toEqual(files);
  for (const file of files) expect(readText(again, file), file).toBe(readText(builtSite, file));

  const based = await shareSite('based');
  expect(based.code).toBe(0);
  expect(based.stdout).not.toContain('sitemap');
  // A script that loads another names it by its address, and is named by its content.
  const unhashed = (names: string[]): string[] =>
    names.map((name) => name.replace(/(?<=[./])[\w-]{6}(?:\w\w)?(?=\.(?:js|bin)$)/u, '')).sort();
  // These need the public origin.
  const isOfOrigin = (name: string): boolean =>
    ['sitemap.xml', 'feed.xml'].includes(name) || name.endsWith('qr.svg');
  expect(unhashed(listFiles(based.out)).filter((name) => !isOfOrigin(name))).toEqual(
    unhashed(files),
  );
  const addressOf = (file: string): string => `${origin}/a/b/${file.replace('index.html', '')}`;
  const basedPages = readPages(based.out);
  for (const built of basedPages) {
    const links = withAttribute(built, 'href');
    const isCanonical = (link: (typeof links)[number]): boolean =>
      link.attribs['rel'] === 'canonical';
    expect(links.filter(isCanonical).map((link) => link.attribs['href'])).toEqual(
      // What is set into other pages stands for the page that it shows.
      built.file === '404.html' ? [] : [addressOf(built.file.replace('embed/index', 'index'))],
    );
    if (isFramed(built.file)) continue;
    const said = previewOf(built);
    const own = `${origin}/a/b/${built.file.replace('index.html', 'preview.png')}`;
    if (isPictured(built.file)) expect(said.get('og:image')).toBe(own);
    expect(said.get('og:image'), built.file).toMatch(
      /^https:\/\/example\.org\/a\/b\/.*preview\.png$/u,
    );
    expect(said.get('image')).toBe(said.get('og:image'));
    expect(said.get('og:url')).toBe(built.file === '404.html' ? undefined : addressOf(built.file));
    for (const link of links.filter((other) => !isCanonical(other))) {
      expect(link.attribs['href'], built.file).toMatch(/^(?:#|\/a\/b\/)/u);
    }
  }

  // What only a public address makes possible weighs too.
  for (const task of tree.tasks) {
    const built = basedPages.find(({ file }) => file === `${id}/tasks/${task.n}/index.html`);
    if (!built) throw new Error(`task ${task.n} was not built`);
    const { bytes, files: count } = weigh(built, { folder: based.out, base: '/a/b/' });
    expect(count, String(task.n)).toBe(3);
    expect(bytes, String(task.n)).toBeLessThanOrEqual(10 * 1024);
  }

  const listed = readText(based.out, 'sitemap.xml').match(/(?<=<loc>)[^<]*/gu) ?? [];
  const isSentence = (file: string): boolean =>
    file.startsWith(`${id}/`) &&
    /^[^/]+\/(?:general|(?:tasks|sections)\/\d+)\/\w+\/index\.html$/u.test(file);
  const wanted = basedPages
    .map(({ file }) => file)
    .filter((file) => !standIns.includes(file) && !isFramed(file) && !isSentence(file));
  const framed = basedPages.filter(({ file }) => isFramed(file));
  const others = framed.length + sentences.length + standIns.length;
  expect(wanted.length).toBe(basedPages.length - others);
  // The address that is printed to be copied is whole.
  const [first] = basedPages.filter(({ file }) => file === `${id}/tasks/1/1/index.html`);
  expect(first?.html).toContain(`<code>${origin}/a/b/${id}/tasks/1/1/</code>`);
  const inEach = ['', ...site.languages.map((language) => `${language}/`)].flatMap((folder) =>
    wanted.map((file) => addressOf(folder + file)),
  );
  expect([...listed].sort()).toEqual(inEach.sort());
  expect(readText(based.out, 'robots.txt')).toContain(`Sitemap: ${origin}/a/b/sitemap.xml`);
});

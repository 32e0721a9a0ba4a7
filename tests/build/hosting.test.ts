import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { type Server, createServer } from 'node:http';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commonHeaders, fileHeaders, isCompressible, policyOf } from '../../hosting/headers.ts';
import { readSite } from '../../src/loaders/read-site.ts';
import { findProgram, launchBrowser } from '../support/browser.ts';
import { typeQueries } from '../support/search-page.ts';
import { builtSite, listFiles, project, readText, workFolder } from '../support/site.ts';

const { site, plans } = readSite(project);
const tree = plans.find(({ plan }) => plan.id === site.current);
if (!tree) throw new Error(`no plan ${site.current}`);
const { id } = tree.plan;

// Debian keeps it where only root looks.
const nginx =
  findProgram(['nginx']) ?? ['/usr/sbin/nginx', '/usr/local/sbin/nginx'].find(existsSync);
if (nginx === undefined) {
  process.stdout.write('no nginx on this machine: hosting/nginx.conf is read, and not tried\n');
}

const files = listFiles(builtSite);
/** One file of each kind: of each ending, and those that are treated apart. */
const kinds = [
  ...new Map(files.map((file) => [extname(file), file])).values(),
  'index.html',
  `${id}/tasks/1/index.html`,
  `${id}/tasks/1/1/embed/index.html`,
  ...files.filter((file) => file.startsWith('_astro/')).slice(0, 1),
  `${id}/search/manifest.json`,
  `${id}/search/pagefind-entry.json`,
];

test('every kind of file that a site has is known to hosts', () => {
  const unknown = kinds.filter(
    (file) =>
      fileHeaders(file)['Content-Type'] === 'application/octet-stream' &&
      !/\/search\/|^search\/|\.bin$/u.test(file),
  );
  expect(unknown).toEqual([]);
});

/** A port that is free now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

describe.runIf(nginx !== undefined)('nginx with our sample', () => {
  const work = join(workFolder, 'nginx');
  const conf = join(work, 'nginx.conf');
  const control = (...args: string[]): void => {
    const { status, stderr } = spawnSync(nginx ?? '', ['-p', work, '-c', conf, ...args], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`nginx ${args.join(' ')}: ${stderr}`);
  };
  let root = '';
  let based = '';

  beforeAll(async () => {
    rmSync(work, { recursive: true, force: true });
    mkdirSync(join(work, 'temp'), { recursive: true });
    // As the page on hosting says, for a whole host and under a path.
    for (const args of [[join(work, 'whole')], [join(work, 'under'), 'www/plans']]) {
      const { status, stderr } = spawnSync('sh', ['hosting/release.sh', builtSite, ...args], {
        cwd: project,
        encoding: 'utf8',
      });
      if (status !== 0) throw new Error(stderr);
    }
    spawnSync('node', ['hosting/compress.ts', join(work, 'whole/www/search')], { cwd: project });
    const sample = readText(project, 'hosting/nginx.conf');
    const ports = [await freePort(), await freePort()] as const;
    const serverAt = (port: number, home: string): string =>
      sample
        .slice(sample.indexOf('\nserver {'))
        .replace('listen 80;', `listen 127.0.0.1:${port};`)
        .replace('root /srv/jihua/www;', `root ${join(work, home, 'www')};`);
    const temps = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
    writeFileSync(
      conf,
      `${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes 1;
pid ${join(work, 'nginx.pid')};
error_log ${join(work, 'error.log')};
events {}
http {
access_log off;
${temps.map((name) => `${name}_temp_path ${join(work, 'temp', name)};`).join('\n')}
${sample.slice(0, sample.indexOf('\nserver {'))}
${serverAt(ports[0], 'whole')}
${serverAt(ports[1], 'under').replace('error_page 404 /404.html', 'error_page 404 /plans/404.html')}
}
`,
    );
    // It returns when it listens.
    control();
    [root, based] = ports.map((port) => `http://127.0.0.1:${port}`) as [string, string];
  });
  afterAll(() => control('-s', 'stop'));

  const ask = (address: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(address, {
      method,
      redirect: 'manual',
      headers: { 'Accept-Encoding': 'gzip', ...headers },
    });

  test.each(kinds)(
    'serves /%s with its type, caching, policy and the common headers',
    async (file) => {
      const path = file.replace(/(?:^|(?<=\/))index\.html$/u, '');
      const answer = await ask(`${root}/${path}`);
      if (file === '404.html') return expect(answer.status).toBe(404);
      expect(answer.status).toBe(200);
      const expected = {
        ...fileHeaders(file),
        ...commonHeaders,
        'Content-Security-Policy': policyOf(file) ?? null,
      };
      for (const [name, value] of Object.entries(expected)) {
        expect(answer.headers.get(name), name).toBe(value);
      }
      const isLong = statSync(join(builtSite, file)).size > 1000;
      if (isLong) {
        expect(answer.headers.get('Content-Encoding')).toBe(isCompressible(file) ? 'gzip' : null);
      }
      const body = Buffer.from(await answer.arrayBuffer());
      expect(body.equals(readFileSync(join(builtSite, file)))).toBe(true);
      const etag = answer.headers.get('ETag') ?? '';
      expect(etag).not.toBe('');
      const again = await ask(`${root}/${path}`, { 'If-None-Match': etag });
      expect(again.status).toBe(304);
      expect(again.headers.get('Cache-Control')).toBe(expected['Cache-Control']);
    },
  );

  test('sends what was compressed before as it is, and plain text to who wants no other', async () => {
    const compressed = join(work, 'whole/www/search/index.html.gz');
    const answer = await ask(`${root}/search/`);
    expect(answer.headers.get('Content-Length')).toBe(String(statSync(compressed).size));
    expect(answer.headers.get('Vary')).toContain('Accept-Encoding');
    const plain = await ask(`${root}/search/`, { 'Accept-Encoding': 'identity' });
    expect(plain.headers.get('Content-Encoding')).toBeNull();
    expect(await plain.text()).toBe(readText(builtSite, 'search/index.html'));
  });

  test.each(['none', `${id}/tasks/1/。`, '_astro/none.js', '404.html', `${id}/data/none.csv`])(
    'answers /%s with status 404 and the page that helps on, which nobody may keep',
    async (path) => {
      const answer = await ask(`${root}/${encodeURI(path)}`);
      expect(answer.status).toBe(404);
      expect(answer.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
      expect(answer.headers.get('Cache-Control')).toBe('no-cache');
      expect(answer.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'self'");
      expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(await answer.text()).toBe(readText(builtSite, '404.html'));
    },
  );

  test('leads from a folder without its slash to it by its path alone, query and all', async () => {
    const proxied = { 'X-Forwarded-Proto': 'https', Host: 'plans.example.org' };
    for (const [path, to] of [
      [`/${id}`, `/${id}/`],
      ['/search?q=a', '/search/?q=a'],
    ] as const) {
      const answer = await ask(root + path, proxied);
      expect([answer.status, answer.headers.get('Location')]).toEqual([301, to]);
    }
    const under = await ask(`${based}/plans`);
    expect([under.status, under.headers.get('Location')]).toEqual([301, '/plans/']);
  });

  test('takes nothing from anyone', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      expect((await ask(`${root}/`, {}, method)).status).toBe(405);
    }
  });

  test('serves a site under a base path, and its page for what is not there', async () => {
    expect((await ask(`${based}/plans/`)).status).toBe(200);
    expect((await ask(`${based}/plans/${id}/`)).status).toBe(200);
    const style = await ask(`${based}/plans/_astro/${readdirSync(join(builtSite, '_astro'))[0]}`);
    expect(style.headers.get('Cache-Control')).toContain('immutable');
    const missing = await ask(`${based}/plans/none`);
    expect(missing.status).toBe(404);
    expect(await missing.text()).toBe(readText(builtSite, '404.html'));
  });

  test('reaches all that the page of a plan links to', async () => {
    const html = readText(builtSite, id, 'index.html');
    const links = new Set(
      Array.from(html.matchAll(/\s(?:href|src)="(\/[^"#]*)/gu), ([, link = '']) => link),
    );
    expect(links.size).toBeGreaterThan(20);
    for (const link of links) expect((await ask(root + link)).status, link).toBe(200);
  });

  test('lets search run, and only pages made for it be framed by others', async () => {
    const [words = ''] = /\p{Script=Han}{2}/u.exec(readText(builtSite, id, 'tasks/1.md')) ?? [];
    const other: Server = createServer((_, response) => {
      response
        .setHeader('Content-Type', 'text/html')
        .end(
          ['tasks/1/1/embed/', 'tasks/1/']
            .map((path) => `<iframe src="${root}/${id}/${path}"></iframe>`)
            .join(''),
        );
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      await page.goto(`${root}/search/`, { waitUntil: 'networkidle' });
      const [shown] = await typeQueries(page, [words]);
      expect(shown?.exact.length).toBeGreaterThan(0);
      expect(complaints).toEqual([]);
      const port = typeof address === 'object' && address ? address.port : 0;
      await page.goto(`http://localhost:${port}/`, { waitUntil: 'load' });
      expect(
        page
          .frames()
          .slice(1)
          .map((frame) => frame.url()),
      ).toEqual([`${root}/${id}/tasks/1/1/embed/`, 'chrome-error://chromewebdata/']);
    } finally {
      await browser.close();
      other.close();
    }
  });
});

import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { makeSite, project } from '../support/site.ts';

/** A page, as often as it takes until it is as wanted: the server follows files in its own time. */
const until = (check: () => Promise<void>): Promise<void> =>
  vi.waitFor(check, { timeout: 120_000, interval: 200 });

describe('npm run dev, on a site with a fault', () => {
  const root = makeSite('dev-server');
  const glossary = join(root, 'content/glossary');
  const stray = join(root, 'content/stray.yaml');
  let server: ChildProcess;
  let address = '';
  let said = '';

  const get = async (path: string): Promise<{ status: number; text: string }> => {
    const response = await fetch(address + path, { headers: { accept: 'text/html' } });
    return { status: response.status, text: await response.text() };
  };

  beforeAll(async () => {
    writeFileSync(stray, 'a: 1\n');
    server = spawn('node', [join(project, 'node_modules/.bin/astro'), 'dev', '--port', '0'], {
      cwd: project,
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        NO_COLOR: '1',
        ASTRO_TELEMETRY_DISABLED: '1',
        JIHUA_LANG: 'en',
        JIHUA_ROOT: root,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    await new Promise<void>((resolve, reject) => {
      const hear = (chunk: Buffer): void => {
        said += chunk.toString();
        const found = /http:\/\/localhost:\d+\//u.exec(said);
        if (!found || address !== '') return;
        [address] = found;
        resolve();
      };
      server.stdout?.on('data', hear);
      server.stderr?.on('data', hear);
      server.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
    });
  });

  afterAll(() => {
    server.removeAllListeners('exit');
    server.kill('SIGKILL');
    rmSync(root, { recursive: true });
  });

  test('starts, and tells the fault in the page and once in the terminal', async () => {
    for (const path of ['', '20xx/tasks/3/', 'glossary/']) {
      const { status, text } = await get(path);
      expect(status).toBe(500);
      expect(text).toContain('content/stray.yaml:1');
    }
    expect(said.split('content/stray.yaml:1')).toHaveLength(2);
  });

  test('serves the page as soon as the fault is mended, and sees new and deleted files', async () => {
    rmSync(stray);
    await until(async () => expect((await get('20xx/tasks/3/')).status).toBe(200));
    const term = join(glossary, 'new-term.mdx');
    writeFileSync(term, '---\nterm: 继续加大\n---\n\n编者为检查而写的一个词。\n');
    await until(async () =>
      expect((await get('glossary/')).text).toContain('编者为检查而写的一个词'),
    );
    rmSync(term);
    await until(async () =>
      expect((await get('glossary/')).text).not.toContain('编者为检查而写的一个词'),
    );
  });

  test('has search indexes of the content as it is', async () => {
    const manifest = await fetch(`${address}20xx/search/manifest.json`);
    expect(manifest.headers.get('content-type')).toContain('application/json');
    expect(await manifest.text()).toContain('统筹城乡教育协调发展');
    expect((await fetch(`${address}search/pagefind.js`)).status).toBe(200);
  });
});

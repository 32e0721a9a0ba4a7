import { type IncomingMessage, type RequestOptions, request } from 'node:http';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveSite } from '../../src/commands/serve.ts';
import { workFolder } from '../support/site.ts';

const folder = join(workFolder, 'serve');
let served: Awaited<ReturnType<typeof serveSite>>;

beforeAll(async () => {
  mkdirSync(join(folder, 'tasks'), { recursive: true });
  writeFileSync(join(folder, '404.html'), 'not there');
  writeFileSync(join(folder, 'index.html'), 'home');
  writeFileSync(join(folder, 'tasks', 'index.html'), '0123456789');
  served = await serveSite(folder, { base: '/a/b/' });
});
afterAll(() => {
  served.server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the server answers; the path goes out as it is, which fetch would not let it. */
async function ask(
  path: string,
  options: RequestOptions = {},
): Promise<{ status: number | undefined; body: string; headers: IncomingMessage['headers'] }> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(served.url);
    request({ host: '127.0.0.1', port, path, agent: false, ...options }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (text: string) => (body += text));
      response.on('end', () => {
        resolve({ status: response.statusCode, body, headers: response.headers });
      });
    })
      .on('error', reject)
      .end();
  });
}

describe('the local server', () => {
  test.each([
    'bytes=8-2',
    'bytes=-5',
    'bytes=0-0',
    'bytes=2-4',
    'bytes=99-',
    'bytes=5-99999999999999999999',
    'bytes=99999999999999999999-1',
    'bytes=1-2,4-3',
    'bytes=a-b',
    'bytes=',
    'lines=1-2',
    '-',
  ])('answers “Range: %s” with the whole file, and goes on', async (range) => {
    const answer = await ask('/a/b/tasks/', { headers: { Range: range } });
    expect(answer).toMatchObject({ status: 200, body: '0123456789' });
    expect(answer.headers['content-range']).toBeUndefined();
    expect(await ask('/a/b/')).toMatchObject({ status: 200, body: 'home' });
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'])('refuses %s', async (method) => {
    const answer = await ask('/a/b/', { method });
    expect(answer).toMatchObject({ status: 405, body: '' });
    expect(answer.headers.allow).toBe('GET, HEAD');
  });

  test('answers HEAD without a body', async () => {
    const { status, body, headers } = await ask('/a/b/tasks/', { method: 'HEAD' });
    expect({ status, body, length: headers['content-length'] }).toEqual({
      status: 200,
      body: '',
      length: '10',
    });
  });

  test('serves under its base, and nothing beside it', async () => {
    expect(served.url).toMatch(/^http:\/\/localhost:\d+\/a\/b\/$/u);
    for (const path of ['/', '/tasks/', '/a/', '/a/bc/', '/a/b/../../tasks/', '/a/b/..%2f..%2f']) {
      expect(await ask(path), path).toMatchObject({ status: 404, body: 'not there' });
    }
  });

  test.each(['/a/b/%', '/a/b/%ff/', '/a/b/%00', '/a/b/none/', `/a/b/${'x'.repeat(5000)}`])(
    'says of %s that it is not there',
    async (path) => {
      expect(await ask(path)).toMatchObject({ status: 404, body: 'not there' });
    },
  );
});

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { type Server, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { importPlan } from '../../src/commands/import.ts';
import { listen } from '../../src/commands/serve.ts';
import { writeAll } from '../../src/commands/write-all.ts';
import { Conflict, PlanChanges, startEntry } from '../../src/desk/changes.ts';
import { readEntries } from '../../src/desk/entries.ts';
import { type Field, deskKinds } from '../../src/desk/fields.ts';
import { makeDesk } from '../../src/desk/server.ts';
import { readState } from '../../src/desk/state.ts';
import { makeSmallPlan } from '../support/small-plan.ts';
import { readText, workFolder } from '../support/site.ts';

const root = join(workFolder, 'desk-unit');
const plan = 'content/plans/2027';

const targets = `# 数字
- id: t1-schools # 学校
  task: 1
  quote: 新建学校12所
  value: 12
  unit: 所
  indicator: 新建学校
  kind: absolute
  review: pending
  proposed: 有单位“所”
`;

beforeEach(async () => {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(join(root, 'content'), { recursive: true });
  const source = join(root, 'plan.txt');
  writeFileSync(source, '工作计划\n一、条件\n1.学位。新建学校12所。\n2.教师。贯彻《教师法》。\n');
  await importPlan([source, '--id', '2027', '--root', root]);
  writeFileSync(join(root, 'content/site.yaml'), 'name: 甲\ndescription: 乙\ncurrent: "2027"\n');
  writeFileSync(join(root, plan, 'targets.yaml'), targets);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const written = (): string => readText(root, plan, 'targets.yaml');
const version = (): string => readState(root, '2027').versions['targets'] ?? '';
const changes = (): PlanChanges => new PlanChanges(root, '2027', writeAll);

describe('the entries of a file', () => {
  const tree = makeSmallPlan('1.学位。新建学校12所。', '2.教师。贯彻《教师法》。');

  test('have their state, their lines and the places of what they quote', () => {
    const [entry] = readEntries(tree, 'targets', targets);
    expect(entry).toMatchObject({ path: [0], state: 'pending', why: '有单位“所”', lines: [2, 10] });
    expect(entry?.places.map(tree.cut)).toEqual(['新建学校12所']);
  });

  test('are mentions, too, that wait by themselves', () => {
    const text =
      '- id: a\n  mentions:\n    - { task: 2, quote: 教师法 }\n    - { task: 2, quote: 贯彻, review: refused }\n';
    const found = readEntries(tree, 'documents', text);
    expect(found.map(({ path, state }) => [path.join('.'), state])).toEqual([
      ['0', 'accepted'],
      ['0.mentions.1', 'refused'],
    ]);
    expect(found[0]?.places.map(tree.cut)).toEqual(['教师法', '贯彻']);
  });

  test('are shown without a place if their words are not there, and not at all if nothing can be read', () => {
    expect(readEntries(tree, 'targets', targets.replace('12所', '13所'))[0]?.places).toEqual([]);
    expect(readEntries(tree, 'targets', '- id: [\n')).toEqual([]);
  });
});

describe('the form of a kind', () => {
  const every = (fields: readonly Field[]): Field[] =>
    fields.flatMap((field) => [field, ...every(field.fields ?? [])]);

  test.each(deskKinds())('$file: its choices have Chinese names', ({ fields }) => {
    for (const { name, choices } of every(fields)) {
      for (const { value, title } of choices ?? []) {
        expect(title, `${name}: ${value}`).toMatch(/\p{Script=Han}/u);
      }
    }
  });

  test('knows which fields name entries of other lists, and which kinds speak for the same words', () => {
    const kinds = deskKinds();
    const refers = kinds.flatMap(({ file, fields }) =>
      every(fields).flatMap(({ name, refersTo }) =>
        refersTo ? [`${file} ${name} ${refersTo}`] : [],
      ),
    );
    expect(refers).toEqual([
      'targets of targets',
      'charts targets targets',
      'charts targets targets',
      'audiences code audiences',
    ]);
    const instead = kinds.flatMap(({ file, instead }) =>
      instead.length > 0 ? [[file, instead]] : [],
    );
    expect(instead).toEqual([
      ['targets', ['numerals']],
      ['numerals', ['targets']],
      ['documents', ['initiatives', 'phrases']],
      ['initiatives', ['documents', 'phrases']],
      ['phrases', ['documents', 'initiatives']],
    ]);
  });
});

describe('what an editor does', () => {
  test('is written: accepted, refused, changed', () => {
    const own = changes();
    own.edit('targets', version(), [0], { decision: 'refuse' });
    expect(written()).toBe(targets.replace('review: pending', 'review: refused'));
    own.edit('targets', version(), [0], {
      decision: 'accept',
      changes: [{ path: ['label'], value: '学校' }],
    });
    expect(written()).toBe(
      targets
        .replace('  kind', '  label: 学校\n  kind')
        .replace('  review: pending\n  proposed: 有单位“所”\n', ''),
    );
    expect(readState(root, '2027').faults).toEqual([]);
  });

  test('is taken back, step by step, to the last byte', () => {
    const before = `\ufeff${targets.replaceAll('\n', '\r\n')}`;
    writeFileSync(join(root, plan, 'targets.yaml'), before);
    const own = changes();
    own.edit('targets', version(), [0], { decision: 'accept' });
    const accepted = written();
    expect(accepted).toBe(before.replace(/ {2}review[^]*$/u, ''));
    own.add('phrases', '', { task: 2, quote: '教师法', kind: 'term' });
    expect(readText(root, plan, 'phrases.yaml')).toContain('- task: 2\n  quote: 教师法\n');
    own.undo();
    expect(readState(root, '2027').versions['phrases']).toBe('');
    expect(written()).toBe(accepted);
    own.undo();
    expect(written()).toBe(before);
    expect(own.canUndo).toBe(false);
  });

  test('adds a mention to an entry, whose other bytes stay', () => {
    const own = changes();
    const law = { id: 'law', name: '教师法', kind: 'law', status: 'implement' };
    own.add('documents', '', { ...law, mentions: [{ task: 2, quote: '《教师法》' }] });
    const before = readText(root, plan, 'documents.yaml');
    const seen = readState(root, '2027').versions['documents'] ?? '';
    own.addMention('documents', seen, 0, { task: 2, quote: '教师法' });
    expect(readText(root, plan, 'documents.yaml')).toBe(
      `${before.trimEnd()}\n    - task: 2\n      quote: 教师法\n`,
    );
    expect(() => own.addMention('documents', seen, 0, { task: 2, quote: '教师法' })).toThrow(
      Conflict,
    );
    own.undo();
    expect(readText(root, plan, 'documents.yaml')).toBe(before);
  });

  test('is refused if the file was changed elsewhere', () => {
    const [own, seen] = [changes(), version()];
    writeFileSync(join(root, plan, 'targets.yaml'), `${targets}# 别人写的\n`);
    expect(() => own.edit('targets', seen, [0], { decision: 'accept' })).toThrow(Conflict);
    own.edit('targets', version(), [0], { decision: 'accept' });
    writeFileSync(join(root, plan, 'targets.yaml'), targets);
    expect(() => own.undo()).toThrow(Conflict);
    expect(written()).toBe(targets);
  });

  test.each(['../../site', 'plan', 'targets.yaml', ''])(
    'reaches no file but annotations: %j',
    (file) => {
      expect(() => changes().edit(file, '', [0], { decision: 'accept' })).toThrow(RangeError);
      expect(() => changes().add(file, '', { id: 'a' })).toThrow(RangeError);
    },
  );

  test('begins with what the words say', () => {
    const start = (file: string, words: string) => {
      const text = readText(root, 'seeds/2027.txt');
      const at = Array.from(text.slice(0, text.indexOf(words))).length;
      return startEntry(root, '2027', file, { start: at, end: at + words.length }, new Set());
    };
    expect(start('documents', '《教师法》')).toEqual({
      id: 'jiao-shi-fa',
      name: '教师法',
      mentions: [{ task: 2, quote: '《教师法》' }],
    });
    expect(start('targets', '12所')).toMatchObject({
      task: 1,
      quote: '12所',
      value: 12,
      unit: '所',
    });
    // Of a figure all is quoted, and what is counted is named.
    expect(start('targets', '12')).toMatchObject({
      id: 'xin-jian-xue-xiao',
      quote: '12所',
      value: 12,
      indicator: '新建学校',
      kind: 'absolute',
    });
    expect(start('numerals', '12')).toEqual({ task: 1, quote: '12' });
    expect(() => start('numerals', '工作计划')).toThrow(RangeError);
  });
});

describe('the server of the desk', () => {
  const token = 'secret';
  const files = new Map([['/', { type: 'text/html', content: 'the page' }]]);
  let server: Server;
  const ask = async (
    path: string,
    {
      body,
      headers = {},
      method = body === undefined ? 'GET' : 'POST',
    }: {
      body?: unknown;
      headers?: Record<string, string>;
      method?: string;
    } = {},
  ): Promise<{ status: number; body: string; headers: NodeJS.Dict<string | string[]> }> => {
    server = createServer(
      makeDesk(token, { root, files, write: writeAll, preview: Promise.resolve(undefined) }),
    );
    const port = await listen(server, 0);
    try {
      return await new Promise((resolve, reject) => {
        const sent = request(
          {
            host: '127.0.0.1',
            port,
            path,
            method,
            agent: false,
            headers: {
              'x-desk-token': token,
              'content-type': 'application/json',
              ...Object.fromEntries(
                Object.entries(headers).map(([key, value]) => [
                  key,
                  value.replace('PORT', `${port}`),
                ]),
              ),
            },
          },
          (response) => {
            let said = '';
            response.setEncoding('utf8').on('data', (words: string) => (said += words));
            response.on('end', () =>
              resolve({ status: response.statusCode ?? 0, body: said, headers: response.headers }),
            );
          },
        );
        sent.on('error', reject).end(body === undefined ? undefined : JSON.stringify(body));
      });
    } finally {
      server.close();
    }
  };
  const accept = () => ({
    do: 'edit',
    file: 'targets',
    version: version(),
    path: [0],
    decision: 'accept',
    changes: [],
  });

  test('listens to this machine only', async () => {
    const own = createServer();
    await listen(own, 0);
    expect((own.address() as AddressInfo).address).toBe('127.0.0.1');
    own.close();
  });

  test('writes for who knows the token, and answers with the plan as it is then', async () => {
    const answer = await ask('/plans/2027', { body: accept() });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    const { state } = JSON.parse(answer.body) as { state: ReturnType<typeof readState> };
    expect(state.entries.map((entry) => entry.state)).toEqual(['accepted']);
    expect(written()).not.toContain('review');
  });

  test.each<[string, Record<string, string>]>([
    ['a name that was made to lead here', { host: 'example.org' }],
    ['a name with another port', { host: '127.0.0.1:1' }],
    ['a page of another origin', { origin: 'https://example.org' }],
    ['a page of another server of this machine', { origin: 'http://localhost:1' }],
    ['a page without an origin', { origin: 'null' }],
    ['one who does not know the token', { 'x-desk-token': 'guessed' }],
    ['one who has none', { 'x-desk-token': '' }],
  ])('refuses %s, and writes nothing', async (_who, headers) => {
    expect((await ask('/plans/2027', { body: accept(), headers })).status).toBe(403);
    expect((await ask('/plans/2027', { method: 'OPTIONS', headers })).status).toBe(403);
    expect(written()).toBe(targets);
  });

  test('answers by both names of this machine', async () => {
    for (const host of ['127.0.0.1:PORT', 'localhost:PORT']) {
      const headers = { host, origin: `http://${host}` };
      expect((await ask('/', { headers })).body).toBe('the page');
      expect((await ask('/site', { headers })).status).toBe(200);
    }
  });

  test.each([
    ['/plans/2027', { ...{ do: 'edit' }, file: '../../site' }, 400],
    [
      '/plans/2027',
      { do: 'edit', file: '../../site', version: '', path: [0], decision: 'accept', changes: [] },
      400,
    ],
    ['/plans/2027', { do: 'start', file: 'targets', start: 0, end: 3, taken: [] }, 400],
    ['/plans/2027', { do: 'remove' }, 400],
    ['/plans/2027', 'x'.repeat(1_000_001), 400],
    ['/plans/..%2f..%2fcontent', { do: 'look' }, 404],
    ['/plans/../../seeds/2027.txt', { do: 'look' }, 404],
    ['/../package.json', undefined, 404],
    ['/plans/2027', undefined, 405],
  ])('has nothing at %s for %j', async (path, body, status) => {
    expect((await ask(path, { body })).status).toBe(status);
    expect(written()).toBe(targets);
  });

  test('takes JSON only: no form of a page can send it', async () => {
    const answer = await ask('/plans/2027', {
      body: accept(),
      headers: { 'content-type': 'text/plain' },
    });
    expect(answer.status).toBe(400);
    expect(written()).toBe(targets);
  });

  test('tells that a file was changed elsewhere, and shows it as it is', async () => {
    const body = { ...accept(), version: 'another' };
    const answer = JSON.parse((await ask('/plans/2027', { body })).body) as object;
    expect(answer).toMatchObject({
      conflict: 'targets',
      state: { entries: [{ state: 'pending' }] },
    });
    expect(written()).toBe(targets);
  });
});

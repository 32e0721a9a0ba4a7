import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { checkGuides } from '../../src/loaders/guide-loader.ts';
import { loadSite } from '../../src/loaders/read-site.ts';
import { readVocabulary } from '../../src/loaders/read-vocabulary.ts';
import { Faults, findFaults } from '../../src/text/faults.ts';
import { limits } from '../../src/text/limits.ts';
import { annotatedSite, readText, workFolder } from '../support/site.ts';

const root = join(workFolder, 'content-files');
const plan = 'content/plans/annotated';
const targets = `${plan}/targets.yaml`;
const guide = 'content/guides/about.mdx';
const term = 'content/glossary/general-only.mdx';
const seed = 'seeds/annotated.txt';

const remove = (): void => rmSync(root, { recursive: true, force: true });
beforeEach(() => {
  remove();
  cpSync(annotatedSite, root, { recursive: true, filter: (path) => !path.includes('.cache') });
});
afterAll(remove);

const path = (file: string): string => join(root, file);
const write = (file: string, content: string | Uint8Array): void =>
  writeFileSync(path(file), content);
const append = (file: string, text: string): void => write(file, readText(root, file) + text);
const linesOf = (file: string): number => readText(root, file).split('\n').length;

/** Every fault of a site, as the build tells it. */
function faultsOf(): string[] {
  const faults = new Faults();
  const content = faults.attempt(() => loadSite(root));
  faults.attempt(() => checkGuides(root, content));
  faults.attempt(() => readVocabulary(root, content?.plans));
  try {
    faults.throwFound();
    return [];
  } catch (error) {
    return findFaults(error).map(({ message }) => message);
  }
}

test('the site that is spoilt here is right', () => {
  expect(faultsOf()).toEqual([]);
});

/** Files of every sort that editors write. */
const sorts = [
  'content/site.yaml',
  'content/vocabulary/audiences.yaml',
  `${plan}/plan.yaml`,
  targets,
  `${plan}/notes.yaml`,
  guide,
  term,
];

describe.each(sorts)('%s', (file) => {
  const only = (message: RegExp): void => {
    const told = faultsOf().filter((fault) => fault.startsWith(file));
    expect(told).toHaveLength(1);
    expect(told[0]?.slice(file.length)).toMatch(message);
  };

  test('that is not UTF-8', () => {
    const bytes = Buffer.from(readText(root, file));
    write(file, Buffer.concat([bytes, Buffer.from([0x23, 0xb9, 0xa4, 0x0a])]));
    only(new RegExp(`^:${linesOf(file) - 1}: file-encoding: expected UTF-8; found `, 'u'));
  });

  test('that holds half a surrogate pair', () => {
    write(file, Buffer.concat([Buffer.from([0x23, 0xed, 0xa0, 0x80, 0x0a]), Buffer.from('')]));
    only(/^:1: file-encoding: /u);
  });

  test('that holds a control character', () => {
    append(file, '\n# \u0007\n');
    only(new RegExp(`^:${linesOf(file) - 1}: file-character: expected .*; found U\\+0007$`, 'u'));
  });

  test('that is a folder', () => {
    unlinkSync(path(file));
    mkdirSync(path(file));
    only(/^:1: file-unreadable: expected a file that can be read; found a folder$/u);
  });

  test('that is a link to nowhere', () => {
    unlinkSync(path(file));
    symlinkSync('none', path(file));
    only(/^:1: file-unreadable: expected .*; found a link that leads nowhere$/u);
  });

  test('that is a link to itself', () => {
    unlinkSync(path(file));
    symlinkSync(path(file), path(file));
    only(/^:1: file-unreadable: expected .*; found a link that leads to itself$/u);
  });

  test('that is a device', () => {
    unlinkSync(path(file));
    symlinkSync('/dev/zero', path(file));
    only(/^:1: file-unreadable: expected .*; found a device or a pipe$/u);
  });

  test('that is larger than any needs to be', () => {
    const line = linesOf(file);
    append(file, '#'.repeat(limits.fileBytes));
    only(
      new RegExp(
        `^:${line}: file-size: expected at most 4000000 bytes; found more, from this`,
        'u',
      ),
    );
  });

  test('that is a link to a file is read', () => {
    renameSync(path(file), path('moved'));
    symlinkSync(path('moved'), path(file));
    expect(faultsOf()).toEqual([]);
  });

  test.each(['\r', '\r\n'])('whose lines end with %j is read, and its lines are counted', (end) => {
    write(file, readText(root, file).replaceAll('\n', end));
    expect(faultsOf()).toEqual([]);
    append(file, `${end}# \u0007${end}`);
    const lines = readText(root, file).split(end).length;
    only(new RegExp(`^:${lines - 1}: file-character: `, 'u'));
  });

  test('that begins with a byte order mark is read', () => {
    write(file, `\ufeff${readText(root, file)}`);
    expect(faultsOf()).toEqual([]);
  });
});

describe('YAML', () => {
  const told = (text: string): string[] => {
    write(`${plan}/notes.yaml`, text);
    return faultsOf().map((fault) => fault.replace(`${plan}/`, ''));
  };
  const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]'];
  for (let i = 0; i < 8; i += 1) {
    const [one, next] = ['abcdefghi'[i], 'abcdefghi'[i + 1]];
    bomb.push(`${next}: &${next} [${Array.from({ length: 9 }, () => `*${one}`).join()}]`);
  }

  test.each<[string, string, string]>([
    ['aliases that multiply', `${bomb.join('\n')}\n`, '2: yaml-syntax'],
    ['an alias of nothing', '# 甲\n- id: a\n  text: *none\n', '3: yaml-syntax'],
    ['an alias of what holds it', '\n- &a [ *a ]\n', '2: yaml-value'],
    ['a tag of one’s own', '\n- !mine { id: a }\n', '2: yaml-syntax'],
    ['a tag that would run code', '\n- !!js/function "function () {}"\n', '2: yaml-syntax'],
    ['a tag that makes no text', '\n\n- id: !!binary aGk=\n', '3: yaml-value'],
    ['an escaped control character', '\n- id: "a\\x07"\n', '2: file-character'],
    ['half a surrogate pair, escaped', '\n- id: a\n  title: "甲\\ud800"\n', '3: file-character'],
    ['such a key', '\n- "i\\0d": a\n', '2: file-character'],
    ['lists nested without end', `\n${'['.repeat(50_000)}\n`, '2: yaml-syntax'],
  ])('%s', (_case, text, says) => {
    const faults = told(text);
    expect(faults[0]).toMatch(new RegExp(`^notes\\.yaml:${says}: expected .+; found .+$`, 'u'));
    for (const fault of faults) expect(fault).toMatch(/^[^\n]+$/u);
  });
});

describe('a source', () => {
  const sign = (bytes: Uint8Array): void => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    write(
      `${plan}/plan.yaml`,
      readText(root, plan, 'plan.yaml').replace(/^sha256: .*$/mu, `sha256: ${sha256}`),
    );
  };
  const writeSeed = (bytes: Uint8Array): void => {
    write(seed, bytes);
    sign(bytes);
  };

  test.each(['\n', '\r', '\r\n'])(
    'whose lines end with %j has its faults on the right line',
    (end) => {
      const text = Buffer.from(readText(root, seed).trimEnd().replaceAll('\n', end));
      const lines = text.toString().split(end).length;
      writeSeed(Buffer.concat([text, Buffer.from(`${end}\u0007`)]));
      expect(faultsOf()).toContain(
        `${seed}:${lines + 1}: seed-character: expected text, tabs and line ends; found U+0007`,
      );
      writeSeed(Buffer.concat([text, Buffer.from(end), Buffer.from([0xb9, 0xa4])]));
      expect(faultsOf()).toContain(
        `${seed}:${lines + 1}: seed-encoding: expected UTF-8; found bytes that are not`,
      );
    },
  );

  test('that is a link out of seeds/', () => {
    renameSync(path(seed), path('elsewhere.txt'));
    symlinkSync(path('elsewhere.txt'), path(seed));
    expect(faultsOf()[0]).toMatch(
      /^content\/plans\/annotated\/plan\.yaml:\d+: seed-outside: expected seeds\/annotated\.txt in seeds\/; found a link/u,
    );
  });

  test('that is a link within seeds/ is read', () => {
    renameSync(path(seed), path('seeds/moved.txt'));
    symlinkSync('moved.txt', path(seed));
    expect(faultsOf()).toEqual([]);
  });

  test('that is larger than any plan is not even decoded', () => {
    write(seed, Buffer.concat([Buffer.from('甲\r\n'), Buffer.alloc(limits.sourceBytes, 0xff)]));
    expect(faultsOf()).toEqual([
      `${seed}:2: file-size: expected at most 1000000 bytes; found more, from this line on`,
    ]);
  });

  test.each<[string, () => void, string]>([
    ['a folder', () => mkdirSync(path(seed)), 'a folder'],
    ['a device without end', () => symlinkSync('/dev/zero', path(seed)), 'a device or a pipe'],
    ['a link to nowhere', () => symlinkSync('none', path(seed)), 'a link that leads nowhere'],
  ])('that is %s', (_case, make, found) => {
    unlinkSync(path(seed));
    make();
    expect(faultsOf()[0]).toBe(
      `${seed}:1: file-unreadable: expected a file that can be read; found ${found}`,
    );
  });
});

describe('the names of files', () => {
  test('one that nothing reads is a slip, and the nearest is named', () => {
    renameSync(path(targets), path(`${plan}/target.yaml`));
    expect(faultsOf()[0]).toMatch(
      /^content\/plans\/annotated\/target\.yaml:1: file-name: expected one of plan\.yaml, .*; nearest: “targets\.yaml”; found “target\.yaml”$/u,
    );
  });

  test.each([
    [`${plan}/notes.yml`, 'nearest: “notes.yaml”'],
    ['content/vocabulary/every-day.yaml', 'nearest: “everyday.yaml”'],
    ['content/guides/about.md', 'a file name that ends in .mdx'],
    ['content/guides/About.mdx', 'lower-case letters, digits and hyphens'],
    ['content/guides/index.mdx', 'an id that the site does not use itself'],
    ['content/guides/关于.mdx', 'lower-case letters, digits and hyphens'],
    ['content/guides/a b.mdx', 'lower-case letters, digits and hyphens'],
    ['content/glossary/404.mdx', 'an id that the site does not use itself'],
    ['content/glossary/a.b.mdx', 'lower-case letters, digits and hyphens'],
    [`content/glossary/${'x'.repeat(70)}.mdx`, 'at most 64 characters'],
  ])('%s is refused', (file, says) => {
    write(file, '');
    const told = faultsOf().filter((fault) => fault.startsWith(`${file}:1: file-name: expected `));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(says);
  });

  test('what a system keeps for itself is left alone', () => {
    write(`${plan}/.DS_Store`, '');
    write('content/guides/.gitkeep', '');
    expect(faultsOf()).toEqual([]);
  });
});

test('an attribute that a component of a guide does not have is refused', () => {
  append(guide, '\n<PlanLink plam="annotated" />\n');
  expect(faultsOf()).toEqual([
    `${guide}:${linesOf(guide) - 1}: reference-missing: expected an attribute of <PlanLink>, one of plan; nearest: “plan”; found “plam”`,
  ]);
});

describe('a link of a guide', () => {
  test.each([
    '[甲](/%zz/)',
    '[甲](/a%)',
    '[甲](/#%ff)',
    '[甲](data:text/html,x)',
    '[甲](javascript:alert%281%29)',
    '[甲](vbscript:x)',
    '![甲](data:image/png;base64,AA)',
    '![甲](https://example.org/a.png)',
    '[甲][a]\n\n[a]: data:text/plain,x',
  ])('%s is refused', (link) => {
    append(guide, `\n${link}\n`);
    const told = faultsOf();
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^content\/guides\/about\.mdx:\d+: link-form: expected .+; found “/u);
    const line = linesOf(guide) - 1;
    expect(told[0]).toContain(`about.mdx:${line}:`);
  });

  test.each(['[甲](/%E7%94%B2/)', '[甲](https://example.org/)', '[甲](mailto:a@b.cn)', '[甲](#a)'])(
    '%s is not',
    (link) => {
      append(guide, `\n${link}\n`);
      expect(faultsOf()).toEqual([]);
    },
  );

  test('a reference to a character that no page can carry is refused', () => {
    append(guide, '\n甲&#7;\n');
    expect(faultsOf()).toEqual([
      `${guide}:${linesOf(guide) - 1}: file-character: expected text; found U+FFFD, or a reference to a character that no page can carry`,
    ]);
  });
});

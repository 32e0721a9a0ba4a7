import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { DomUtils, parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { manualFile } from '../../src/manual/manual-words.ts';
import { headingId, setManual } from '../../src/manual/manual.ts';
import { advice } from '../../src/reference/advice-words.ts';
import { fileSchemas, fillManual, listFields } from '../../src/reference/reference.ts';
import { chineseMeanings } from '../../src/text/error-words.ts';
import { errorCatalogue } from '../../src/text/errors.ts';
import { parsePlan } from '../../src/text/parse.ts';
import { planFileSchema } from '../../src/text/schema.ts';
import { say } from '../../src/text/say.ts';
import { project, readText } from '../support/site.ts';

const manual = readText(project, manualFile);
const fences = Array.from(manual.matchAll(/^ *```(\w*)\n([^]*?)^ *```$/gmu), ([, kind, text]) => ({
  kind: kind ?? '',
  text: text ?? '',
}));

describe('the table of errors', () => {
  test('is that of today: `npm run reference` writes it', () => {
    expect(fillManual(manual)).toBe(manual);
    expect(fillManual(manual.replace(/^\| `quote-missing`.*\n/mu, ''))).toBe(manual);
  });

  test('has each code, its meaning, an example and what to do', () => {
    const rows = new Map(
      Array.from(manual.matchAll(/^\| `([a-z]+-[a-z-]+)` (.*)$/gmu), ([, code = '', row = '']) => [
        code,
        row.split(' | '),
      ]),
    );
    expect([...rows.keys()]).toEqual(Object.keys(errorCatalogue));
    for (const [code, cells] of rows) {
      expect(cells[0]).toBe(chineseMeanings[code as keyof typeof chineseMeanings]);
      expect(cells).toHaveLength(3);
      for (const cell of cells) expect(cell, code).toMatch(/\p{Script=Han}/u);
    }
    expect(Object.keys(advice).sort()).toEqual(Object.keys(errorCatalogue).sort());
  });

  test('has a place, or is not written', () => {
    expect(() => fillManual('# 手册')).toThrow(RangeError);
  });
});

describe('commands in the manual', () => {
  const scripts = (
    JSON.parse(readText(project, 'package.json')) as { scripts: Record<string, string> }
  ).scripts;
  const ofNpm = ['ci'];
  const lines = [
    ...fences.filter(({ kind }) => kind === 'sh').flatMap(({ text }) => text.split('\n')),
    ...Array.from(manual.matchAll(/`(npm [^`]+)`/gu), ([, line = '']) => line),
  ]
    .map((line) => line.trim())
    .filter((line) => line.startsWith('npm '));
  const commands = lines.map((line) => {
    const [, script = ''] = /^npm (?:run )?([a-z-]+)/u.exec(line) ?? [];
    return { line, script, options: line.match(/(?<=\s)--[a-z][a-z-]*/gu) ?? [] };
  });
  const helps = new Map<string, string>();
  const helpOf = (script: string): string => {
    const [program = '', ...args] = (scripts[script] ?? '').split(' ');
    if (!helps.has(script)) {
      const { stdout } = spawnSync(program, [...args, '--help', '--lang', 'zh'], {
        cwd: project,
        encoding: 'utf8',
      });
      helps.set(script, stdout);
    }
    return helps.get(script) ?? '';
  };

  test('are many', () => expect(commands.length).toBeGreaterThan(15));

  test.each(commands)('$line', ({ script, options }) => {
    if (ofNpm.includes(script)) return;
    expect(Object.keys(scripts)).toContain(script);
    for (const option of options.filter((one) => one !== '--help')) {
      expect(helpOf(script)).toContain(`${option} `);
    }
  });

  test('each tells in Chinese and English how it is used', () => {
    for (const script of new Set(commands.map((command) => command.script))) {
      if (!scripts[script]?.startsWith('node src/commands/')) continue;
      expect(helpOf(script), script).toContain('用法');
      expect(helpOf(script), script).toContain('--lang');
    }
  });
});

describe('what the manual says', () => {
  test('leads to files and headings that are there', () => {
    const headings = Array.from(manual.matchAll(/^#+ (.*)$/gmu), ([, text = '']) =>
      headingId(text),
    );
    const links = Array.from(manual.matchAll(/\]\(([^)\s]+)\)/gu), ([, link = '']) => link);
    expect(links.length).toBeGreaterThan(10);
    // What another branch brings; where it is, nothing is left out.
    for (const link of links.filter((one) => !one.includes(':'))) {
      const [file = '', hash] = link.split('#');
      if (hash !== undefined) expect(headings).toContain(hash);
      else expect(existsSync(join(project, 'docs', normalize(file))), link).toBe(true);
    }
  });

  test('names fields that files have, in examples that fit their schemas', () => {
    const examples = Array.from(
      manual.matchAll(/^\*\*(\w+)\.yaml[^]*?```yaml\n([^]*?)```/gmu),
      ([, name = '', text = '']) => [name, text] as const,
    );
    expect(examples.map(([name]) => name).sort()).toEqual(
      Object.keys(fileSchemas)
        .filter((name) => manual.includes(`(fields/${name}.md)`) && name !== 'plan')
        .sort(),
    );
    for (const [name, text] of examples) {
      const result = fileSchemas[name]?.safeParse(parse(text));
      expect(result?.error && z.prettifyError(result.error), name).toBeUndefined();
    }
  });

  test('explains each field of plan.yaml', () => {
    const [, part = ''] = manual.split('## 核对 plan.yaml');
    const [chapter = ''] = part.split('\n## ');
    const fields = listFields('plan').filter(({ path }) => !/[.[]/u.test(path));
    for (const { path } of fields) expect(chapter).toContain(`\`${path}\``);
    const [, example = ''] = /```yaml\n([^]*?)```/u.exec(chapter) ?? [];
    const file = parse(example.replace(/sha256: .*/gu, `sha256: ${'a'.repeat(64)}`)) as object;
    expect(planFileSchema.safeParse({ ...file, id: '2027' }).error).toBeUndefined();
  });

  test('explains each warning about how a source was read', () => {
    const text = [
      '工作计划',
      '一、甲乙丙丁戊己庚辛壬癸',
      '1.把全县每一座桥都查一遍，',
      '好。',
      '— 3 —',
      '3.开工。一、甲乙。二、丙丁。三、戊己。四、庚辛。',
      `4.${'长'.repeat(90)}。`,
      '学校\t人数\t班级',
      '甲校\t100\t3',
      '乙校\t200\t6',
    ].join('\n');
    const unnumbered =
      '工作计划\n主要工作\n1.修桥。\n工作要求\n1.抓紧。\n甲局\n2031年1月3日\n乙计划\n一、护路。';
    const doubts = [text, unnumbered].flatMap(
      (one) => parsePlan(one, { id: 'p', file: 'f', title: '工作计划' }).doubts,
    );
    const kinds = [...new Set(doubts.map(({ kind }) => kind))].sort();
    expect(kinds).toEqual([
      'broken-lines',
      'heading',
      'long-title',
      'number',
      'one-line',
      'page-number',
      'second-text',
      'table',
    ]);
    const [, part = ''] = manual.split('### 报告里的提示');
    const [table = ''] = part.split('\n## ');
    for (const { found } of doubts) {
      // Numbers and quotations are those of the case.
      const words = say(found, 'zh')
        .split(/[：，]?\s*[\d“].*|第\d+/u)[0]
        ?.replace(/ $/u, '');
      expect(table).toContain(words);
    }
  });
});

describe('the manual as a page', () => {
  const page = setManual(manual);
  const elements = DomUtils.findAll(() => true, parseDocument(page.html).children);

  test('has a title, a list of contents, and an id for each heading and each error', () => {
    expect(page.title).toBe('编者手册');
    expect(page.html).not.toContain('<h1');
    const ids = elements.flatMap(({ attribs }) => attribs['id'] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, parts } of page.contents) {
      expect(ids).toContain(id);
      for (const part of parts) expect(ids).toContain(part.id);
    }
    for (const code of Object.keys(errorCatalogue)) expect(ids).toContain(code);
    expect(page.contents.map(({ title }) => title)).toContain('出错了怎么办');
    expect(
      page.contents.find(({ title }) => title === '准备')?.parts.map(({ title }) => title),
    ).toEqual(['Windows', 'macOS', 'Linux']);
  });

  test('links to nothing that the site does not have', () => {
    const hrefs = elements.flatMap(({ attribs }) => attribs['href'] ?? []);
    expect(hrefs.length).toBeGreaterThan(0);
    for (const href of hrefs) expect(href).toMatch(/^(?:https?:|#)/u);
    expect(page.html).toContain('docs/fields/targets.md');
  });

  test('sets words as they are', () => {
    expect(setManual('# 甲\n\n## 乙 1、丙\n\n"丁" `<b>`\n').html).toBe(
      '\n<h2 id="乙-1丙">乙 1、丙</h2>\n<p>"丁" <code>&lt;b&gt;</code></p>\n',
    );
  });
});

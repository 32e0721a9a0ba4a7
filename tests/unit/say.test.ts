import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseOptions, takeLanguage } from '../../src/commands/arguments.ts';
import { type ErrorCode, PlanError, errorCatalogue } from '../../src/text/errors.ts';
import { chineseMeanings } from '../../src/text/error-words.ts';
import { findFaults } from '../../src/text/faults.ts';
import { currentLanguage, inEach, joined, listed, say } from '../../src/text/say.ts';
import { parseYaml } from '../../src/text/yaml.ts';
import { listFiles, project, readText } from '../support/site.ts';

/** English in what is the same in every language: a word by itself or between others. */
const english = /(?:^|\s)[a-z]{2,}(?=[\s,:;]|$)/u;

const isNamed = (node: ts.Node, ...names: string[]): boolean =>
  (ts.isPropertyAssignment(node) && names.includes(node.name.getText())) ||
  (ts.isVariableDeclaration(node) && names.includes(node.name.getText()));

/** The functions that tell an editor what they are given. */
const tellers = ['CommandError', 'tell', 'print', 'refuse', 'joined'];

/** The expressions of a file that an editor is told. */
function messagesIn(source: ts.SourceFile): ts.Node[] {
  const found: ts.Node[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const name = /\w+$/u.exec(node.expression.getText())?.[0] ?? '';
      const args = node.arguments ?? [];
      if (tellers.includes(name) || /std(?:out|err)\.write$/u.test(node.expression.getText())) {
        found.push(...args);
      }
      if (name === 'regex') found.push(...args.slice(1));
    }
    if (isNamed(node, 'expected', 'found', 'error', 'wanted', 'clash')) {
      const value = (node as ts.PropertyAssignment | ts.VariableDeclaration).initializer;
      if (value) found.push(value);
    }
    ts.forEachChild(node, walk);
  };
  walk(source);
  return found;
}

/** The texts in an expression that are not said in each language by themselves. */
function sharedTexts(message: ts.Node): string[] {
  const texts: string[] = [];
  const walk = (node: ts.Node): void => {
    if (isNamed(node, 'en', 'zh') || ts.isBinaryExpression(node)) return;
    // What a function is given it says in each language, but these put together what they are given.
    if (ts.isCallExpression(node) && !/^(?:listed|joined|told)$/u.test(node.expression.getText())) {
      return;
    }
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) texts.push(node.text);
    else if (ts.isTemplateMiddleOrTemplateTail(node)) texts.push(node.text);
    ts.forEachChild(node, walk);
  };
  walk(message);
  return texts;
}

const rooms =
  /^(?:commands|corrections|integrations|kinds|loaders|site|text)\/|^(?:importing|drafts|desk|compare)\//u;

describe('what an editor is told', () => {
  test.each(listFiles(`${project}/src`, '.ts').filter((file) => rooms.test(file)))(
    'in %s is said in Chinese as well as English',
    (file) => {
      const source = readText(project, 'src', file);
      const root = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
      const left = messagesIn(root)
        .flatMap(sharedTexts)
        .filter((text) => english.test(text));
      expect(left).toEqual([]);
    },
  );

  test('has a meaning for each code, and for no other', () => {
    expect(Object.keys(chineseMeanings).sort()).toEqual(Object.keys(errorCatalogue).sort());
    for (const meaning of Object.values(chineseMeanings))
      expect(meaning).toMatch(/\p{Script=Han}/u);
  });

  const error = new PlanError(
    'quote-missing',
    { file: 'content/plans/p/targets.yaml', line: 48 },
    {
      expected: joined`t3-fund: ${{ en: 'words of task 3', zh: '第3项任务里的文字' }}`,
      found: '“安排4亿员”',
    },
  );

  test('is one line in either language', () => {
    expect(error.message).toBe(
      'content/plans/p/targets.yaml:48: quote-missing: expected t3-fund: words of task 3; found “安排4亿员”',
    );
    expect(error.tell('zh')).toBe(
      'content/plans/p/targets.yaml:48: quote-missing（引文不在所指的地方）：应为：t3-fund：第3项任务里的文字；实际为：“安排4亿员”',
    );
  });

  test('is put together of parts in one language', () => {
    expect(listed(['甲', { en: 'b', zh: '乙' }])).toEqual({ en: '甲, b', zh: '甲、乙' });
    expect(joined`${3}: ${{ en: 'a', zh: '甲' }}\\`).toEqual({ en: '3: a\\', zh: '3：甲\\' });
    expect(inEach((language) => say({ en: 'a', zh: '甲' }, language))).toEqual({
      en: 'a',
      zh: '甲',
    });
  });
});

describe('the language', () => {
  const withLanguage = <Result>(language: string | undefined, act: () => Result): Result => {
    const before = process.env['JIHUA_LANG'];
    try {
      if (language === undefined) delete process.env['JIHUA_LANG'];
      else process.env['JIHUA_LANG'] = language;
      return act();
    } finally {
      process.env['JIHUA_LANG'] = before;
    }
  };

  test.each([
    ['zh', 'zh'],
    ['zh-CN', 'zh'],
    ['en', 'en'],
    ['fr', 'en'],
  ])('%s is %s', (chosen, language) =>
    expect(withLanguage(chosen, () => currentLanguage())).toBe(language),
  );

  test('is that of the machine if none is chosen', () => {
    const { locale } = new Intl.DateTimeFormat().resolvedOptions();
    expect(withLanguage(undefined, () => currentLanguage())).toBe(
      locale.startsWith('zh') ? 'zh' : 'en',
    );
  });

  test('is taken out of the arguments wherever it stands', () => {
    withLanguage('en', () => {
      expect(takeLanguage(['a', '--lang', 'zh', '--write'])).toEqual(['a', '--write']);
      expect(currentLanguage()).toBe('zh');
      expect(takeLanguage(['--lang=en'])).toEqual([]);
      expect(currentLanguage()).toBe('en');
      expect(takeLanguage(['--out', 'dist'])).toEqual(['--out', 'dist']);
      expect(() => takeLanguage(['--lang', 'de'])).toThrow(
        '--lang: expected one of en, zh; found “de”',
      );
      expect(() => takeLanguage(['--lang'])).toThrow('found “”');
    });
  });

  test.each([
    [['--outt', 'x'], '应为：选项，--out、--lang之一；最接近的是“--out”；实际为：“outt”'],
    [['dist'], '多了一个词“dist”；--help 列出所有选项'],
    [['--out'], '--out 后面缺少值；--help 列出所有选项'],
  ])('of wrong arguments is Chinese too: %j', (args, says) => {
    withLanguage('zh', () =>
      expect(() => parseOptions(args, { options: { out: { type: 'string' } } })).toThrow(says),
    );
  });
});

describe('what YAML and schemas refuse is told in Chinese', () => {
  const schema = z.array(
    z.strictObject({
      id: z.string().min(2).max(3),
      n: z.int().positive().max(9).optional(),
      kind: z.enum(['a', 'b']).optional(),
      list: z.array(z.string()).min(2).optional(),
      either: z.union([z.string(), z.array(z.string())]).optional(),
    }),
  );
  const tellOf = (text: string): string => {
    try {
      parseYaml(text, 'f.yaml', schema);
    } catch (error) {
      return findFaults(error)
        .map((fault) => fault.tell('zh'))
        .join('\n');
    }
    return '';
  };

  test.each<[string, string, ErrorCode]>([
    ['- n: 1', '应为：0.id：文字；实际为：空', 'yaml-value'],
    ['- id: [a]', '应为：0.id：文字；实际为：列表或字段', 'yaml-value'],
    ['- id: a', '应为：a.id：至少 2 个字；实际为：“a”', 'yaml-value'],
    ['- id: abcd', '应为：abcd.id：至多 3 个字', 'yaml-value'],
    ['- id: ab\n  n: 0', '应为：ab.n：大于 0 的数；实际为：“0”', 'yaml-value'],
    ['- id: ab\n  n: 10', '应为：ab.n：不大于 9 的数', 'yaml-value'],
    ['- id: ab\n  n: 1.5', '应为：ab.n：整数；实际为：“1.5”', 'yaml-value'],
    ['- id: ab\n  kind: c', '应为：ab.kind：“a”、“b”之一；实际为：“c”', 'yaml-value'],
    ['- id: ab\n  list: [a]', '应为：ab.list：至少 2 项；实际为：列表或字段', 'yaml-value'],
    ['- id: ab\n  either: {}', '应为：ab.either：文字，或者列表；实际为：列表或字段', 'yaml-value'],
    ['{}', '应为：文件：列表；实际为：列表或字段', 'yaml-value'],
    ['- id: ab\n  lst: [a]', '应为：ab里认识的字段；最接近的是“list”；实际为：“lst”', 'yaml-key'],
    ['- id: ab\n  id: cd', '实际为：同一个字段写了两次（Map keys must be unique）', 'yaml-syntax'],
    ['- id: "ab', '实际为：少了一个符号：引号、括号、冒号或逗号（Missing closing', 'yaml-syntax'],
    ['- id: a: b', '实际为：冒号多了，或少换了一行', 'yaml-syntax'],
    ['a:\n\tb: 1', '行首用了制表符，请改用空格', 'yaml-syntax'],
    ['- id: !x ab', '实际为：以 ! 开头的标记不认识', 'yaml-syntax'],
    ['- id: *b', '实际为：', 'yaml-syntax'],
  ])('%j', (text, says, code) => {
    const told = tellOf(text);
    expect(told).toContain(says);
    expect(told).toContain(`f.yaml:`);
    expect(told).toContain(`: ${code}（${chineseMeanings[code]}）：应为：`);
  });
});

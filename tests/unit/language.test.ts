import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { zh } from '../../src/language.ts';
import { en } from '../../src/languages/en.ts';
import { project, readText } from '../support/site.ts';

/** What English has of Chinese: names that readers know, and the marks around the title of a plan. */
const chinese = /长辈版|中文|[《》]/gu;

type Leaf = { path: string; word: unknown };

/** Every word of a language that is a text or a function, by the names that lead to it. */
function leavesOf(words: unknown, path: string): Leaf[] {
  if (typeof words !== 'object' || words === null) return [{ path, word: words }];
  const entries = words instanceof Map ? [...words] : Object.entries(words);
  return entries.flatMap(([name, inner]) => leavesOf(inner, `${path}.${String(name)}`));
}

const english = leavesOf(en, 'en');
const ours = leavesOf(zh, 'en');

/** The texts of the file, those within functions too, with the line each stands on. */
function textsOf(file: string): { line: number; text: string }[] {
  const source = ts.createSourceFile(
    file,
    readText(project, 'src', file),
    ts.ScriptTarget.Latest,
    true,
  );
  const texts: { line: number; text: string }[] = [];
  const walk = (node: ts.Node): void => {
    if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node)
    ) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      texts.push({ line: line + 1, text: node.text });
    }
    ts.forEachChild(node, walk);
  };
  walk(source);
  return texts;
}

describe('English', () => {
  test('has the words that Chinese has, and no others', () => {
    expect(english.map(({ path }) => path).sort()).toEqual(ours.map(({ path }) => path).sort());
  });

  test('makes words of as many things as Chinese does', () => {
    const shape = ({ path, word }: Leaf): string =>
      `${path}: ${typeof word === 'function' ? `a function of ${word.length}` : typeof word}`;
    expect(english.map(shape).sort()).toEqual(ours.map(shape).sort());
  });

  test('says all that Chinese says', () => {
    const said = new Map(english.map(({ path, word }) => [path, word]));
    const silent = ours.filter(({ path, word }) => word !== '' && said.get(path) === '');
    expect(silent).toEqual([]);
  });

  const texts = textsOf('languages/en.ts');

  test('has no Chinese character and no full-width mark but in names', () => {
    const marks = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]|……|——|[‘]/u;
    expect(texts.filter(({ text }) => marks.test(text.replace(chinese, '')))).toEqual([]);
  });

  test('has curly apostrophes and quotation marks, no exclamation and no doubled space', () => {
    const slips = /(?<=\w)'|"|!|\S {2}|\.{3}| [,.;:)](?!\w)/u;
    expect(texts.filter(({ text }) => slips.test(text))).toEqual([]);
  });

  test('opens and closes quotation marks and brackets in every word that is a text', () => {
    const uneven = english.filter(
      ({ path, word }) =>
        typeof word === 'string' &&
        !/\.(?:mapReading\w*|added|removed|end)$/u.test(path) &&
        [
          ['“', '”'],
          ['(', ')'],
        ].some(([open = '', close = '']) => word.split(open).length !== word.split(close).length),
    );
    expect(uneven).toEqual([]);
  });

  test.each([
    [en.interface.strings.planSize(1, 1), '1 section, 1 task'],
    [en.interface.strings.planSize(10, 41), '10 sections, 41 tasks'],
    [en.interface.strings.readFullNote(20_417).slice(0, 23), 'About 20,000 characters'],
    [en.interface.strings.allSectionsOf(1), 'The only section'],
    [en.interface.strings.sentenceIn('Task 3', 6), 'Task 3, sentence 6'],
    [en.interface.nameStrings.entries(1), '1 entry'],
    [en.interface.nameStrings.entries(12), '12 entries'],
    [en.kinds.responsible.responsibleWords.counted(2), '2 bodies'],
    [en.tables.columnWords.second('Other task', 'Start'), 'Other task: start'],
    [en.interface.correctionStrings.number('task', [3, 5]), 'Tasks 3–5'],
    [en.comparison.comparisonStrings.large(40_000_000), '40,000,000'],
    [
      en.comparison.comparisonStrings.refused('2026', 3, '对象不同。'),
      'Editors: worded like task 3 of 2026, but not the same task: 对象不同.',
    ],
  ])('says %j', (said, expected) => {
    expect(said).toBe(expected);
  });
});

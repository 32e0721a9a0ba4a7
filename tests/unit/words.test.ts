import ts from 'typescript';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { type Language, zh } from '../../src/language.ts';
import { listFiles, project, readText } from '../support/site.ts';

/** Where Chinese characters are no words of the interface, and why. */
const grammar: Record<string, string> = {
  'text/cited-places.ts': 'how an editor names a place in a plan',
  'comparison/figures.ts': 'words that make a number a difference, and measure words',
  'comparison/names.ts': 'what stands beside the name of a document',
  'text/schema.ts': 'the numbering forms of GB/T 9704',
  'text/structure.ts': 'the same, as patterns',
  'text/parse.ts': 'how a date line, a document number and an address look',
  'text/matter.ts': 'how what stands around a plan looks',
  'text/reading-doubts.ts': 'numbers within a line',
  'text/numerals.ts': 'numerals',
  'text/quantity.ts': 'measure words and qualifiers',
  'text/spoken.ts': 'how numbers are said',
  'draft/audiences.ts': 'what is said around those who act and those who are served',
  'draft/clauses.ts': 'what stands between the members of a list, and before a name',
  'draft/documents.ts': 'last words of titles, and verbs before them',
  'draft/find-names.ts': 'the last word of what is document and initiative at once',
  'draft/initiatives.ts': 'last words of names, and verbs before them',
  'draft/masks.ts': 'how masked years look',
  'draft/meetings.ts': 'last words of meetings, and verbs before them',
  'draft/relations.ts': 'verbs that are said of anything',
  'draft/responsible.ts': 'what bodies do',
  'draft/numbers.ts': 'how dates, ages and other numbers look that promise nothing',
  'import/docx.ts': 'names of styles',
  'import/page-layout.ts': 'how lines of pages begin and end',
  'import/plain-characters.ts': 'characters that PDF files name otherwise',
  'import/encoding.ts': 'characters that most texts of offices have',
  'import/find-title.ts': 'what titles of plans end with',
  'import/html.ts': 'marks of lists and of the ends of sentences',
  'import/number-formats.ts': 'numerals',
  'files/docx.ts': 'names of typefaces and of a style',
  'files/stated-date.ts': 'how a date is written',
  'languages/en.ts': 'the view by the name that its readers know',
  'kinds/charts/charts.ts': 'words that rank',
  'kinds/numerals/numerals.ts': 'numerals',
  'kinds/responsible/responsible.ts': 'how a plan prints who is responsible',
  'kinds/targets/consistency.ts': 'qualifiers and units that do not add up',
  'kinds/targets/read-targets.ts': 'units of changes',
  'loaders/read-site.ts': 'how a year is written in a title',
  'plan-charts/draw-chart.ts': 'a unit that does not add up',
  'setting/lines.ts': 'words that a line should not part',
  'search/citations.ts': 'how a place in a plan is cited',
  'search/engine.ts': 'what every citation has',
  'search/gb2312.ts': 'characters that are both simplified and traditional',
  'search/loosely.ts': 'numbers before headings',
  'search/numbers.ts': 'a measure word that makes a numeral a number',
  'search/question.ts': 'particles',
  'search/shapes.ts': 'characters that look alike',
  'setting/typeset.ts': 'units that stay with their number',
  'site/glossary.ts': 'words that state law, and the editor as a source',
};

/** The texts in a source file, without its comments: literals, and what stands between tags. */
function textsOf(file: string): string[] {
  const source = readText(project, 'src', file);
  if (file.endsWith('.astro')) {
    return [source.replace(/\/\*[^]*?\*\/|<!--[^]*?-->|(?<!:)\/\/.*/gu, '')];
  }
  const texts: string[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isRegularExpressionLiteral(node)) texts.push(node.text);
    else if (ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      texts.push(node.text);
    }
    // What editors are told stands in every language where it is said: { en: …, zh: … }.
    if (!isIn(node, 'zh')) ts.forEachChild(node, walk);
  };
  walk(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true));
  return texts;
}

const isIn = (node: ts.Node, language: string): boolean =>
  ts.isPropertyAssignment(node) && node.name.getText() === language;

test('words of the interface stand in words files, and nowhere else', () => {
  const others = [...listFiles(`${project}/src`, '.ts'), ...listFiles(`${project}/src`, '.astro')]
    .filter((file) => !file.endsWith('words.ts') && file !== 'words/strings.ts')
    .filter((file) => textsOf(file).some((text) => /\p{Script=Han}/u.test(text)));
  expect(others.sort()).toEqual(Object.keys(grammar).sort());
});

describe('a language', () => {
  test('has every words file', () => {
    const files = listFiles(`${project}/src`, 'words.ts').filter((file) =>
      /^(?:comparison|exports|files|kinds|reading-settings|tables)\/(?:\w+\/)?words\.ts$/u.test(
        file,
      ),
    );
    const language = readText(project, 'src/language.ts');
    for (const file of files) {
      const [, kind] = /^kinds\/(\w+)\/words/u.exec(file) ?? [];
      expect(
        kind === undefined ? language : readText(project, `src/kinds/${kind}/kind.ts`),
      ).toContain('words.ts');
    }
  });

  test('is whole if it has what Chinese has, whatever it says', () => {
    expectTypeOf(zh).toExtend<Language>();
    const other = { ...zh, tables: { ...zh.tables, csvWords: { guardRule: 'An apostrophe.' } } };
    expectTypeOf(other).toExtend<Language>();
    const { search: _search, ...strings } = zh.interface.strings;
    const lacking = { ...zh, interface: { ...zh.interface, strings } };
    expectTypeOf(lacking).not.toExtend<Language>();
  });
});

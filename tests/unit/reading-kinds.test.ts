import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findTitle } from '../../src/import/find-title.ts';
import { composePlan } from '../../src/text/compose.ts';
import { PlanError } from '../../src/text/errors.ts';
import { type Reading, parsePlan } from '../../src/text/parse.ts';
import type { MatterPart, Sentence } from '../../src/text/schema.ts';

const folder = join(import.meta.dirname, '../fixtures/reading');
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.replace(/\.txt$/u, ''));

/** Sentences side by side, with a stroke between paragraphs; rows of tables by their cells. */
const write = (sentences: readonly Sentence[]): string =>
  sentences
    .map(({ mark, text, cells, paragraph }, i) => {
      const isNew = i > 0 && paragraph !== sentences[i - 1]?.paragraph;
      const words = cells ? `[${cells.map((cell) => cell.text).join('|')}]` : text;
      return `${isNew ? ' / ' : ''}${mark ? `<${mark.text}>` : ''}${words}`;
    })
    .join('');

/** A reading as an outline, a part on a line. */
function outline(reading: Reading): string {
  const matter = (where: string, parts: readonly MatterPart[]): string[] =>
    parts.map(({ kind, text }) => `${where} ${kind}: ${text}`);
  const lines = [
    ...matter('preface', reading.preface),
    ...matter('front', reading.front),
    ...(reading.general.length > 0 ? [`general: ${write(reading.general)}`] : []),
    ...reading.sections.flatMap((section) => [
      ...(section.heading ? [`${section.marker?.text ?? '#'} ${section.title?.text}`] : []),
      ...section.groups.map(
        (group) => `  group ${group.n}: ${group.marker?.text ?? '#'} ${group.title.text}`,
      ),
      ...section.tasks.flatMap((n) => {
        const task = reading.tasks[n - 1];
        if (!task) return [];
        const title = task.isUntitled ? '…' : task.title.text;
        const group = task.group === undefined ? '' : ` in group ${task.group}`;
        return [
          `  task ${n}${group}: ${task.marker?.text ?? ''} ${title} = ${write(task.sentences)}`,
        ];
      }),
    ]),
    ...matter('closing', reading.closing),
    ...reading.doubts.map(({ kind, line }) => `doubt: ${kind} on line ${line}`),
  ];
  return `${lines.join('\n')}\n`;
}

const read = (text: string, title: string): Reading => {
  const reading = parsePlan(text, { id: 'p', file: 'seeds/p.txt', title });
  expect(composePlan(reading, reading.sections, reading.tasks)).toBe(text);
  return reading;
};

describe('kinds of plans are read as a person reads them', () => {
  test.each(names)('%s', (name) => {
    const text = readFileSync(join(folder, `${name}.txt`), 'utf8');
    const title = findTitle(text, []);
    expect(title).toBeDefined();
    const wanted = readFileSync(join(folder, `${name}.expected`), 'utf8');
    expect(outline(read(text, title ?? ''))).toBe(wanted);
  });
});

test('any text gives a reading with every byte kept, or one error with its line', () => {
  const pieces = names.flatMap((name) =>
    readFileSync(join(folder, `${name}.txt`), 'utf8').split(/(?<=\n|。)/u),
  );
  const piece = fc.oneof(
    fc.constantFrom(...pieces),
    fc.constantFrom(
      '\n',
      '\r\n',
      '\t',
      '　',
      '一、',
      '（一）',
      '1.',
      '①',
      '|',
      '附件：',
      '：',
      '𠀀',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 40 }), (parts) => {
      const text = parts.join('');
      try {
        read(text, '青石县工作计划（编者拟）');
      } catch (error) {
        if (!(error instanceof PlanError)) throw error;
        expect(error.line).toBeGreaterThan(0);
      }
    }),
    { numRuns: 400, seed: 7 },
  );
});

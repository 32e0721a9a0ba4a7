import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { convert } from '../../src/import/convert.ts';
import { Unreadable } from '../../src/import/unreadable.ts';
import { writeNumber } from '../../src/import/number-formats.ts';

const zip = (parts: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
const docx = (body: string): Uint8Array =>
  zip({ 'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>` });
const p = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const nested = (start: string, end: string): string =>
  start.repeat(20_000) + p('甲') + end.repeat(20_000);
const main = 'x/officeDocument';

describe('a file that cannot be read is one clear error', () => {
  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'without a word'],
    ['white space', strToU8(' \n\t\r\n'), 'without a word'],
    ['noughts', new Uint8Array(100), 'no encoding known'],
    ['a ZIP file that is cut off', docx(p('甲')).slice(0, 60), 'damaged ZIP'],
    ['a document without a body', zip({ 'word/document.xml': '<w:document/>' }), 'without a word'],
    ['a document that is no XML', zip({ 'word/document.xml': '甲' }), 'without a word'],
    [
      'a package whose document is elsewhere',
      zip({ '_rels/.rels': `<a><b Type="${main}" Target="constructor"/></a>` }),
      'no document of Word',
    ],
    ['elements nested without end', docx(nested('<w:sdt>', '</w:sdt>')), 'oddly made'],
    ['a page nested without end', strToU8(`<html>${'<div>'.repeat(30_000)}甲`), 'oddly made'],
    ['a PDF file that only begins', strToU8('%PDF-1.7\n'), 'damaged PDF'],
  ])('%s', async (_name, bytes, found) => {
    const error = await convert(bytes).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(Unreadable);
    expect((error as Unreadable).found.en).toContain(found);
  });

  test('whatever the bytes of a document', async () => {
    const good = docx(
      `${p('工作计划')}<w:tbl><w:tr><w:tc>${p('甲')}</w:tc><w:tc>${p('乙')}</w:tc></w:tr></w:tbl>`,
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 6 }),
        fc.nat(good.length),
        async (changes, length) => {
          const bytes = good.slice(0, length);
          for (const [at, byte] of changes) if (at < length) bytes[at] = byte;
          await convert(bytes).catch((error: unknown) => {
            if (!(error instanceof Unreadable)) throw error;
          });
        },
      ),
      { numRuns: 200, seed: 7 },
    );
  });
});

describe('odd figures in a document are taken for what a page has room for', () => {
  test('the columns of a cell', async () => {
    const cell = (span: string): string =>
      `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/></w:tcPr>${p('甲')}</w:tc>`;
    const rows = `<w:tr>${cell('99999999')}</w:tr><w:tr>${cell('x')}${cell('-3')}</w:tr>`;
    const { text } = await convert(docx(`<w:tbl>${rows}</w:tbl>`));
    expect(text.split('\n').map((line) => line.split('|').length - 2)).toEqual([1000, 1000, -1]);
  });

  test('a symbol that is none', async () => {
    const { text } = await convert(docx('<w:p><w:r><w:sym w:char="FFFFFFFF"/></w:r></w:p>'));
    expect(text).toBe('□\n');
  });

  test.each(['upperRoman', 'lowerLetter', 'chineseCounting'])('a number as %s', (format) => {
    expect(writeNumber(99_999_999_999, format)).toBe('99999999999');
  });
});

test('a page in UTF-8 that says it is in another encoding is read in UTF-8', async () => {
  for (const stated of ['gb2312', 'utf-16']) {
    const page = `<html><meta charset="${stated}"><body><p>推进教育工作，加强学校建设。</p></body></html>`;
    expect((await convert(strToU8(page))).text).toBe('推进教育工作，加强学校建设。\n');
  }
});

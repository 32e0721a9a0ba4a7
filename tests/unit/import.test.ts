import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { checkOriginals } from '../../src/commands/check-originals.ts';
import { importPlan } from '../../src/commands/import.ts';
import { convert } from '../../src/import/convert.ts';
import { writeNumber } from '../../src/import/number-formats.ts';
import { say } from '../../src/text/say.ts';
import { planFileSchema, siteSchema } from '../../src/text/schema.ts';
import { parseYaml } from '../../src/text/yaml.ts';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const docx = (body: string, more: Record<string, string> = {}): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        'word/document.xml': `<w:document ${w}><w:body>${body}</w:body></w:document>`,
        ...more,
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
  );
const p = (text: string, more = ''): string =>
  `<w:p><w:pPr>${more}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const numbered = (text: string, level: number, list = 1): string =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
const level = (n: number, format: string, text: string): string =>
  `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const numbering = `<w:numbering ${w}><w:abstractNum w:abstractNumId="7">${level(0, 'chineseCounting', '%1、')}${level(1, 'decimal', '%2.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>`;

describe('a document of Word', () => {
  test('has the numbers that Word counts', async () => {
    const body = [
      p('工作计划'),
      numbered('德育', 0),
      numbered('甲。', 1),
      numbered('2027年办。', 1),
      numbered('智育', 0),
      numbered('丙。', 1),
    ].join('');
    expect((await convert(docx(body, { 'word/numbering.xml': numbering }))).text).toBe(
      '工作计划\n一、德育\n1. 甲。\n2. 2027年办。\n二、智育\n1. 丙。\n',
    );
  });

  test('leaves out hidden words and the instructions of fields, and tells the former', async () => {
    const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const { text, remarks } = await convert(
      docx(
        `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r>${field('begin')}<w:r><w:instrText>DATE</w:instrText></w:r>${field('separate')}<w:r><w:t>三月</w:t></w:r>${field('end')}</w:p>`,
      ),
    );
    expect(text).toBe('三月\n');
    expect(remarks).toContainEqual({ kind: 'hidden', words: ['密'] });
  });

  test('has the words of a text box before its paragraph', async () => {
    const box = `<w:r><w:pict><w:txbxContent>${p('框')}</w:txbxContent></w:pict></w:r>`;
    const { text, remarks } = await convert(docx(`<w:p>${box}<w:r><w:t>段</w:t></w:r></w:p>`));
    expect(text).toBe('框\n段\n');
    expect(remarks).toContainEqual({ kind: 'text-box', words: ['框'] });
  });

  test('has the words of merged cells once', async () => {
    const cell = (text: string, more = ''): string =>
      `<w:tc><w:tcPr>${more}</w:tcPr>${p(text)}</w:tc>`;
    const rows = [
      cell('总', '<w:gridSpan w:val="2"/>'),
      cell('甲', '<w:vMerge w:val="restart"/>') + cell('一'),
      cell('甲', '<w:vMerge/>') + cell('二'),
    ].map((row) => `<w:tr>${row}</w:tr>`);
    expect((await convert(docx(`<w:tbl>${rows.join('')}</w:tbl>`))).text).toBe(
      '| 总 |  |\n| 甲 | 一 |\n|  | 二 |\n',
    );
  });

  test('is read with its revisions accepted, and tells what is left out', async () => {
    const { text, remarks } = await convert(
      docx(
        `<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins></w:p>`,
      ),
    );
    expect(text).toBe('新\n');
    expect(remarks).toContainEqual({ kind: 'deleted', words: ['旧'] });
    expect(remarks).toContainEqual({ kind: 'inserted', words: ['新'] });
  });

  test('counts by the levels that styles are linked to, and from where a list starts', async () => {
    const styles = `<w:styles ${w}>${['H1', 'H2'].map((id, i) => `<w:style w:type="paragraph" w:styleId="${id}"><w:pPr><w:numPr><w:ilvl w:val="${i}"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`).join('')}</w:styles>`;
    const restarted = numbering.replace(
      '</w:numbering>',
      '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>',
    );
    const styled = (text: string, style: string): string => p(text, `<w:pStyle w:val="${style}"/>`);
    const body = [styled('德育', 'H1'), styled('甲。', 'H2'), numbered('乙。', 1, 2)].join('');
    const parts = { 'word/styles.xml': styles, 'word/numbering.xml': restarted };
    expect((await convert(docx(body, parts))).text).toBe('一、德育\n1. 甲。\n5. 乙。\n');
  });

  test('tells the words of footnotes, headers and comments, which are none of its text', async () => {
    const note = '<w:footnoteReference w:id="2"/>';
    const { text, remarks } = await convert(
      docx(`<w:p><w:r><w:t>查桥</w:t>${note}</w:r></w:p>`, {
        'word/footnotes.xml': `<w:footnotes ${w}><w:footnote>${p('桥指公路桥。')}</w:footnote></w:footnotes>`,
        'word/header1.xml': `<w:hdr ${w}>${p('内部资料')}</w:hdr>`,
        'word/comments.xml': `<w:comments ${w}><w:comment>${p('再核。')}</w:comment></w:comments>`,
      }),
    );
    expect(text).toBe('查桥\n');
    expect(remarks).toEqual([
      { kind: 'note-mark', words: ['2'] },
      { kind: 'footer', words: ['内部资料'] },
      { kind: 'footnote', words: ['桥指公路桥。'] },
      { kind: 'comment', words: ['再核。'] },
    ]);
  });
});

test('a page in GB18030 gives its text and not its navigation', async () => {
  const gbk = Buffer.from('d6dc', 'hex');
  const head = Buffer.from(
    '<html><meta charset="gb2312"><body><ul class="nav"><li><a href="/">home</a></li></ul><div><h1>',
    'latin1',
  );
  const page = Buffer.concat([
    head,
    gbk,
    gbk,
    gbk,
    gbk,
    Buffer.from('</h1><ol><li>', 'latin1'),
    gbk,
    Buffer.from('</li></ol></div></body></html>', 'latin1'),
  ]);
  const { text, encoding } = await convert(page);
  expect(encoding).toBe('gb18030');
  expect(text).toContain('周周周周\n1. 周');
});

test.each([
  ['UTF-16 little end first, with its mark', Buffer.from('\ufeff工作计划', 'utf16le'), 'utf-16le'],
  ['UTF-8', Buffer.from('工作计划'), 'utf-8'],
  ['UTF-16 without a mark', Buffer.from('工作计划', 'utf16le'), 'utf-16le'],
])('a text in %s', async (_name, bytes, label) => {
  expect(await convert(bytes)).toMatchObject({ text: '工作计划', encoding: label });
});

test.each([
  ['chineseCounting', 12, '十二'],
  ['chineseCounting', 105, '一百零五'],
  ['ideographDigital', 10, '一〇'],
  ['decimalEnclosedCircle', 21, '㉑'],
  ['chineseLegalSimplified', 12, '壹拾贰'],
  ['upperLetter', 27, 'AA'],
])('%s writes %i as %s', (format, n, expected) => {
  expect(writeNumber(n, format)).toBe(expected);
});

describe('a file that LibreOffice has to read', () => {
  const before = process.env['PATH'];
  const bin = mkdtempSync(join(tmpdir(), 'jihua-bin-'));
  afterAll(() => rmSync(bin, { recursive: true }));
  afterEach(() => void (process.env['PATH'] = before));
  /** A program of its name that does as a script says. */
  const soffice = (script: string): void => {
    writeFileSync(join(bin, 'soffice'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    process.env['PATH'] = `${bin}:${before}`;
  };
  const old = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  const version = '[ "$1" = --version ] && echo "LibreOffice 24.2.5.2 abc" && exit';

  test('is read by it, with a profile of its own, and the program is recorded', async () => {
    writeFileSync(join(bin, 'made.docx'), docx(p('工作计划')));
    soffice(`${version}
case "$2" in -env:UserInstallation=file:///*) ;; *) exit 1 ;; esac
cp "$(dirname "$0")/made.docx" "$6/plan.docx"`);
    expect(await convert(old)).toMatchObject({
      text: '工作计划\n',
      format: 'doc',
      by: 'LibreOffice 24.2.5.2, jihua docx 1',
    });
    expect((await convert(Buffer.from('{\\rtf1}'))).format).toBe('rtf');
  });

  test('is refused with what to do, where there is none or it fails', async () => {
    process.env['PATH'] = '/nowhere';
    await expect(convert(old)).rejects.toThrow(/save it as DOCX in Word or WPS, or install/u);
    soffice(version);
    await expect(convert(old)).rejects.toThrow(/that LibreOffice cannot read/u);
  });
});

test('a file in OFD is refused with what to do', async () => {
  const ofd = zipSync({ 'OFD.xml': strToU8('<ofd:OFD/>') });
  await expect(convert(ofd)).rejects.toThrow(/export it as PDF or DOCX/u);
});

describe('npm run import', () => {
  const plan = '某局2027年工作计划\n一、德育\n1.甲。\n2.乙。\n';
  const folder = (): string => mkdtempSync(join(tmpdir(), 'jihua-import-'));

  test('writes the text and plan.yaml, whose id is text to YAML, and overwrites nothing', async () => {
    const root = folder();
    const file = join(root, '计划.txt');
    writeFileSync(file, Buffer.from(`\ufeff${plan}`, 'utf16le'));
    const report = await importPlan([file, '--id', '2027', '--root', root]);
    expect(report).toContain('sections: 1, tasks: 2');
    expect(readFileSync(join(root, 'seeds/2027.txt'), 'utf8')).toBe(plan);
    expect(existsSync(join(root, 'seeds/2027-original.txt'))).toBe(true);
    expect(report).toContain('numbers: sections “一、”, tasks “1.”');
    expect(report).toContain('npm run desk -- 2027');
    const yaml = readFileSync(join(root, 'content/plans/2027/plan.yaml'), 'utf8');
    expect(parseYaml(yaml, 'plan.yaml', planFileSchema).data).toMatchObject({
      id: '2027',
      title: '某局2027年工作计划',
      original: { file: 'seeds/2027-original.txt', by: 'jihua txt 1', encoding: 'utf-16le' },
      structure: { sections: '一、', tasks: '1.' },
    });
    await expect(importPlan([file, '--id', '2027', '--root', root])).rejects.toThrow(
      /nothing was written/u,
    );
    rmSync(root, { recursive: true });
  });

  test('makes a site of a folder that is none, and of one that is leaves what the site says of itself', async () => {
    const root = folder();
    const file = join(root, '计划.txt');
    writeFileSync(file, `${plan}某局\n2027年1月5日\n`);
    const report = await importPlan([file, '--id', '2027', '--root', root]);
    const site = readFileSync(join(root, 'content/site.yaml'), 'utf8');
    expect(parseYaml(site, 'site.yaml', siteSchema).data).toMatchObject({
      name: '某局工作计划',
      current: '2027',
    });
    expect(report).toContain('content/site.yaml');
    expect(report).not.toContain('current:');
    expect(readdirSync(join(root, 'content/vocabulary'))).toContain('audiences.yaml');
    const next = await importPlan([file, '--id', '2028', '--root', root]);
    expect(next).toContain('for this one write current: 2028');
    expect(readFileSync(join(root, 'content/site.yaml'), 'utf8')).toBe(site);
    rmSync(root, { recursive: true });
  });

  test('writes nothing with --dry-run, nor for what it cannot read', async () => {
    const root = folder();
    const file = join(root, 'plan.bin');
    writeFileSync(file, plan);
    await importPlan([file, '--id', '2027', '--root', root, '--dry-run']);
    writeFileSync(file, '%PDF-1.7');
    await expect(importPlan([file, '--id', '2027', '--root', root])).rejects.toThrow(
      /found a damaged PDF file/u,
    );
    writeFileSync(file, '没有编号的字。');
    await expect(importPlan([file, '--id', '2027', '--root', root])).rejects.toThrow(
      /structure-levels/u,
    );
    expect(readdirSync(root)).toEqual(['plan.bin']);
    rmSync(root, { recursive: true });
  });

  test('tells what was left out, line by line, and what stands around the text', async () => {
    const root = folder();
    const file = join(root, '计划.html');
    const rest = plan.split('\n').map((line) => `<p>${line}</p>`);
    writeFileSync(
      file,
      `<html><div class="nav">首页</div><div class="nav">首页</div>${rest.join('')}<p>某局</p><p>2027年1月2日</p></html>`,
    );
    const report = await importPlan([file, '--id', '2027', '--root', root, '--dry-run']);
    expect(report).toContain('left out (2):\n    首页 ×2\n');
    expect(report).toContain('after the text (2):\n    某局\n    2027年1月2日\n');
    expect(report).toContain('issuer: 某局\ndate of writing: 2027年1月2日\n');
    rmSync(root, { recursive: true });
  });
});

describe('a build converts the original again', () => {
  const root = mkdtempSync(join(tmpdir(), 'jihua-original-'));
  afterAll(() => rmSync(root, { recursive: true }));
  writeFileSync(join(root, 'a.docx'), docx(p('工作计划') + p('查桥。')));
  const check = async (text: string, more: { by?: string; edited?: string } = {}) => {
    const told: string[] = [];
    const original = { file: 'a.docx', sha256: '', by: 'jihua docx 1', ...more };
    const kept = { file: 'plan.yaml', line: 5, original, source: 'a.txt', text };
    await checkOriginals(root, [kept], (message) => told.push(say(message, 'en')));
    return told.join();
  };

  test('and finds the text that it gives', async () => {
    expect(await check('工作计划\n查桥。\n')).toBe('a.docx converted again: it gives a.txt');
  });

  test('and refuses another, by its first line that differs', async () => {
    await expect(check('工作计划\n养桥。\n')).rejects.toThrow(
      /^plan\.yaml:5: original-text: expected .*“查桥。” on line 2; or a line `edited:`.*found “养桥。”$/u,
    );
  });

  test.each([
    [{ edited: '改了错字' }, 'the text was edited: 改了错字'],
    [
      { by: 'jihua docx 0' },
      'jihua docx 0 made the text, and jihua docx 1 reads the file otherwise',
    ],
    [{ by: 'LibreOffice 7.4, jihua docx 1' }, 'LibreOffice 7.4, jihua docx 1 is another program'],
  ])('but for one that says %j', async (more, why) => {
    expect(await check('养桥。\n', more)).toBe(
      `a.docx is there, unaltered; its conversion was not compared: ${why}`,
    );
  });
});

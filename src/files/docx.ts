import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  type IParagraphOptions,
  type IParagraphStyleOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { element, writeXml } from '../exports/xml.ts';
import { type Block, type HeadingOf, type PlanText, planBlocks, textOf } from './blocks.ts';
import { type Bytes, zip } from './zip.ts';

/*
 * The page of GB/T 9704-2012, 5.2 and 6: A4, margins of 37 mm above and 28 mm at the left, an area of 156 mm × 225 mm
 * with 22 lines of 28 characters in size 3. What is measured in twips here is a twentieth of a point.
 */
const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);
const page = { width: 210, height: 297, top: 37, left: 28, textWidth: 156, textHeight: 225 };
const bottom = page.height - page.top - page.textHeight;
const lines = 22;
const charactersInLine = 28;

/** Chinese sizes of type, in points. */
const size2 = 22;
const size3 = 16;
const size4 = 14;

/** The height of a line, rounded down so that all lines find room. */
const line = Math.floor(twips(page.textHeight) / lines);
const characterWidth = twips(page.textWidth) / charactersInLine;
/**
 * What makes 28 characters fill a line: in twips, on each character. The document's grid could say it, but only Word
 * reads that as meant; LibreOffice gives a character wider than its cell two cells.
 */
const characterSpacing = Math.floor(characterWidth - size3 * 20);

/** A page number's dash stands 7 mm below the text (7.5): in the middle of its line. */
const footerFromEdge = twips(bottom - 7) - (size4 * 20) / 2;

/** Typefaces by the names that Windows, Office and WPS have them under. */
const fangSong = '仿宋';
const kaiTi = '楷体';
const heiTi = '黑体';
const songTi = '宋体';
const titleSong = '方正小标宋简体';

/** A typeface for all characters: half-width digits and letters too. */
const typeface = (name: string) => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name });

/** Text begins two characters from the left (7.3.3). */
const indent = { firstLine: Math.round(characterWidth * 2), firstLineChars: 200 };

const exactly = (height: number) => ({ line: height, lineRule: LineRuleType.EXACT });

/** Heading styles by their level: 黑体 for the first, 楷体 for the second, 仿宋 for those below (7.3.3). */
const headingFonts = [heiTi, kaiTi, fangSong, fangSong, fangSong, fangSong];
const deepest = headingFonts.length;

const headingStyles: IParagraphStyleOptions[] = headingFonts.map((font, i) => ({
  id: `Heading${i + 1}`,
  name: `heading ${i + 1}`,
  basedOn: 'Normal',
  next: 'Normal',
  quickFormat: true,
  run: { font: typeface(font), size: size3 * 2, bold: font === fangSong },
  paragraph: { outlineLevel: i, keepNext: true },
}));

const styles: IParagraphStyleOptions[] = [
  {
    id: 'Normal',
    name: 'Normal',
    quickFormat: true,
    run: { font: typeface(fangSong), size: size3 * 2, characterSpacing },
    paragraph: {
      alignment: AlignmentType.BOTH,
      indent,
      spacing: exactly(line),
    },
  },
  {
    id: 'Title',
    name: 'Title',
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run: { font: typeface(titleSong), size: size2 * 2, characterSpacing: 0 },
    paragraph: {
      alignment: AlignmentType.CENTER,
      indent: { firstLine: 0, firstLineChars: 0 },
      spacing: exactly(Math.round(line * 1.2)),
    },
  },
  {
    id: 'Subtitle',
    name: 'Subtitle',
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run: { font: typeface(kaiTi) },
    paragraph: {
      alignment: AlignmentType.CENTER,
      indent: { firstLine: 0, firstLineChars: 0 },
    },
  },
  {
    id: 'Recipients',
    name: '主送机关',
    basedOn: 'Normal',
    next: 'Normal',
    paragraph: { indent: { firstLine: 0, firstLineChars: 0 } },
  },
  {
    id: 'Signature',
    name: 'Signature',
    basedOn: 'Normal',
    paragraph: {
      alignment: AlignmentType.RIGHT,
      indent: { firstLine: 0, firstLineChars: 0 },
      keepLines: true,
    },
  },
  {
    id: 'Footer',
    name: 'footer',
    basedOn: 'Normal',
    run: { font: typeface(songTi), size: size4 * 2, characterSpacing: 0 },
    paragraph: {
      indent: { firstLine: 0, firstLineChars: 0 },
      spacing: exactly(size4 * 20),
    },
  },
  ...headingStyles,
];

/**
 * A plan as a Word document in the layout of GB/T 9704-2012, its words those of the source: a paragraph is a line of
 * the source. Sections, groups and tasks are headings. The same plan gives the same bytes, so the document has no date
 * of its own, and none is made up.
 */
export async function writeDocx(whole: PlanText): Promise<Bytes> {
  const { plan } = whole;
  const blocks = planBlocks(whole);
  const levelOf = makeLevels(blocks);
  const document = new Document({
    title: plan.title,
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: {
            font: typeface(fangSong),
            size: size3 * 2,
            language: { value: 'zh-CN', eastAsia: 'zh-CN', bidirectional: 'ar-SA' },
          },
        },
      },
      paragraphStyles: styles,
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(page.width), height: twips(page.height) },
            margin: {
              top: twips(page.top),
              bottom: twips(bottom),
              left: twips(page.left),
              right: twips(page.width - page.left - page.textWidth),
              footer: footerFromEdge,
              header: twips(15),
              gutter: 0,
            },
          },
          grid: { type: DocumentGridType.LINES, linePitch: line },
        },
        footers: {
          default: makeFooter(AlignmentType.RIGHT),
          even: makeFooter(AlignmentType.LEFT),
        },
        children: blocks.map(
          (block, i) =>
            new Paragraph(describeParagraph(block, blocks[i - 1], blocks[i + 1], levelOf)),
        ),
      },
    ],
  });
  return fix(await Packer.toBuffer(document), plan);
}

/** Page numbers stand outside: at the right of odd pages, at the left of even ones, one character in (7.5). */
function makeFooter(alignment: 'right' | 'left'): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        alignment,
        indent: { [alignment]: size4 * 20, firstLine: 0, firstLineChars: 0 },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}

/**
 * The rank of a heading in the standard's series: a section is a first level, its groups and tasks stand below. A
 * task's number is set as the third level where the plan prints it like one (`1.`), so that its title is 仿宋.
 */
function makeLevels(blocks: readonly Block[]): (block: { level: number; of: HeadingOf }) => number {
  const tops = blocks.some((block) => block.kind === 'heading' && 'section' in block.of);
  return ({ level, of }) => {
    const rank = tops ? level : level + 1;
    return Math.min('task' in of ? Math.max(rank, 2) : rank, deepest);
  };
}

function describeParagraph(
  block: Block,
  before: Block | undefined,
  after: Block | undefined,
  levelOf: (block: { level: number; of: HeadingOf }) => number,
): IParagraphOptions {
  const text = textOf(block);
  const children = [new TextRun(text)];
  if (block.kind === 'heading') {
    const level = levelOf(block);
    return {
      style: `Heading${level}`,
      children:
        'task' in block.of
          ? [new TextRun({ text, font: typeface(fangSong), bold: true })]
          : children,
      // The paragraph mark is hidden, so that Word sets what follows in the same line (style separator); other programs
      // begin a line.
      ...(block.runsOn ? { run: { vanish: true, specVanish: true } } : {}),
    };
  }
  // One line is left free below what stands above the text (7.3.2).
  const isLast = after !== undefined && !['title', 'date', 'number'].includes(after.kind);
  const free = isLast ? { spacing: { after: line } } : {};
  // A signature does not stand alone on a page.
  const together = after?.kind === 'signature' ? { keepNext: true } : {};
  switch (block.kind) {
    case 'title':
      return { style: 'Title', children, ...free };
    case 'date':
    case 'number':
      return { style: 'Subtitle', children, ...free };
    case 'recipients':
      return { style: 'Recipients', children };
    case 'signature':
      return {
        style: 'Signature',
        children,
        ...together,
        indent: { right: Math.round(characterWidth * 2), firstLine: 0, firstLineChars: 0 },
        // One line is left free above the signature (7.3.5.2).
        ...(before?.kind === 'signature' ? {} : { spacing: { before: line } }),
      };
    case 'text':
      return { children, ...together };
  }
}

/**
 * Takes out what the library writes of the moment and of a maker it does not know, and names typefaces to use where
 * these are missing.
 */
function fix(packed: Uint8Array, { title, issuer }: PlanText['plan']): Bytes {
  const parts = unzipSync(packed);
  const core = writeXml(
    element(
      'cp:coreProperties',
      [
        element('dc:title', title),
        issuer === undefined ? undefined : element('dc:creator', issuer),
        element('dc:language', 'zh-CN'),
      ],
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      },
    ),
  );
  return zip(
    Object.entries(parts).map(([path, content]): [string, string | Uint8Array] =>
      path === 'docProps/core.xml'
        ? [path, core]
        : path === 'word/fontTable.xml'
          ? [path, fontTable(strFromU8(content))]
          : [path, content],
    ),
  );
}

/** Where a typeface is missing, Word looks for these. */
const alternatives: Record<string, string> = {
  [titleSong]: '方正小标宋_GBK,宋体,SimSun',
  [fangSong]: '仿宋_GB2312,FangSong',
  [kaiTi]: '楷体_GB2312,KaiTi',
  [heiTi]: 'SimHei',
  [songTi]: 'SimSun',
};

function fontTable(empty: string): string {
  const fonts = Object.entries(alternatives).map(
    ([name, others]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  );
  const root = /<w:fonts\b[^>]*?(\/?)>/u.exec(empty);
  if (!root) throw new Error('word/fontTable.xml is not as expected');
  const open = root[0].replace(/\/>$/u, '>');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${open}${fonts.join('')}</w:fonts>`;
}

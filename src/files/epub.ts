import { createHash } from 'node:crypto';
import type { PublishedPlan } from '../exports/published-plan.ts';
import { escapeXml } from '../exports/xml.ts';
import { notesWords } from '../kinds/notes/words.ts';
import type { Note } from '../kinds/notes/notes.ts';
import type { Plan } from '../text/schema.ts';
import { nameStrings } from '../words/strings.ts';
import {
  type Block,
  frontBlocks,
  inLine,
  sectionBlocks,
  closingBlocks,
  prefaceBlocks,
  titleBlock,
  textOf,
} from './blocks.ts';
import { statedDate } from './stated-date.ts';
import { epubWords } from './words.ts';
import { type Bytes, zip } from './zip.ts';
import { joining } from '../words/joining-words.ts';

/** A file of the book's text, in the order of reading. */
type Chapter = { name: string; title: string; body: string; entries: Entry[] };

/** A line of the table of contents. */
type Entry = { href: string; text: string; level: number };

/**
 * A plan as an electronic book (EPUB 3.3). A section is a chapter. Editors' notes are footnotes; without them and their
 * numbers the text is that of the source. The same plan gives the same bytes.
 */
export function writeEpub(published: PublishedPlan): Bytes {
  const { plan } = published;
  const chapters = makeChapters(published);
  return zip(
    [
      ['mimetype', 'application/epub+zip'],
      ['META-INF/container.xml', container],
      ['EPUB/package.opf', writePackage(plan, chapters)],
      ['EPUB/nav.xhtml', writeNavigation(chapters)],
      ['EPUB/style.css', style],
      ...chapters.map(({ name, title, body }): [string, string] => [
        `EPUB/${name}`,
        page(title, body),
      ]),
    ],
    // A reader tells the format by these bytes at their place (OCF 3.3, 4.2.3).
    ['mimetype'],
  );
}

/**
 * Names a plan's text for ever, wherever it is published: a UUID of version 8 (RFC 9562, 5.8) from the plan's id and
 * the hash of its source.
 */
export function identifierOf({ id, sha256 }: Pick<Plan, 'id' | 'sha256'>): string {
  const hash = createHash('sha256').update(`${id}\n${sha256}`).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  const groups = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
  return `urn:uuid:${[...groups, hex.slice(20, 32)].join('-')}`;
}

function makeChapters(published: PublishedPlan): Chapter[] {
  const { plan, sections, tasks, notes } = published;
  const title = titleBlock(published);
  const front = frontBlocks(published);
  // A note is numbered where it is first met, and printed at the end of each chapter that refers to it.
  const numbers = new Map<string, number>();
  const chapter = (name: string, blocks: readonly Block[], heading?: Block): Chapter => {
    const noted = new Set<Note>();
    const entries: Entry[] = [];
    const text = blocks.map((block) => {
      const words = writeWords(block, notes, noted, numbers);
      if (block.kind !== 'heading' && block !== heading)
        return `<p class="${block.kind}">${words}</p>`;
      const level = block.kind === 'heading' ? block.level : 1;
      const rank = Math.min(level, 6);
      const id = `h${entries.length + 1}`;
      entries.push({ href: `${name}#${id}`, text: textOf(block), level });
      return `<h${rank} id="${id}">${words}</h${rank}>`;
    });
    const footnotes = [...noted].map((note) => writeFootnote(note, numbers));
    return {
      name,
      title: entries[0]?.text ?? plan.title,
      body: [...text, ...footnotes].join('\n'),
      entries: entries.length > 0 ? entries : [{ href: name, text: plan.title, level: 1 }],
    };
  };
  const own = sections.map((section, i) => [
    ...sectionBlocks(section, tasks),
    ...(i === sections.length - 1 ? closingBlocks(published) : []),
  ]);
  return [
    chapter('front.xhtml', [...prefaceBlocks(published), title, ...front], title),
    ...own.map((blocks, i) => chapter(`section-${i + 1}.xhtml`, blocks)),
    about(published),
  ];
}

/** What the book is, in the editor's words. */
function about({ plan }: PublishedPlan): Chapter {
  const paragraphs = [epubWords.text, epubWords.notes, epubWords.source(plan.sha256)];
  return {
    name: 'about.xhtml',
    title: epubWords.about,
    body: [
      `<h1 id="h1">${escapeXml(epubWords.about)}</h1>`,
      ...paragraphs.map((text) => `<p>${escapeXml(text)}</p>`),
    ].join('\n'),
    entries: [{ href: 'about.xhtml', text: epubWords.about, level: 1 }],
  };
}

/** The words of a block, with the number of a note after the words it is about. */
function writeWords(
  { parts }: Block,
  notes: readonly Note[],
  noted: Set<Note>,
  numbers: Map<string, number>,
): string {
  return parts
    .map(({ start, end, text, after }, i) => {
      const characters = Array.from(text);
      const ends = notes
        .flatMap((note) => note.mentions.map(({ span }) => ({ note, at: span.end })))
        .filter(({ at }) => start < at && at <= end)
        .sort((a, b) => a.at - b.at);
      let words = '';
      let from = 0;
      for (const { note, at } of ends) {
        words += escapeXml(characters.slice(from, at - start).join(''));
        from = at - start;
        if (!numbers.has(note.id)) numbers.set(note.id, numbers.size + 1);
        noted.add(note);
        words += `<a class="ref" epub:type="noteref" role="doc-noteref" href="#note-${note.id}">[${numbers.get(note.id)}]</a>`;
      }
      words += escapeXml(characters.slice(from).join(''));
      return i < parts.length - 1 ? words + inLine(after) : words;
    })
    .join('');
}

function writeFootnote(note: Note, numbers: ReadonlyMap<string, number>): string {
  const reading = note.reading && nameStrings.reading(note.reading, note.certainty);
  const words = [notesWords.label + joining.colon + note.text, reading]
    .filter(Boolean)
    .join(joining.gap);
  return `<aside id="note-${note.id}" epub:type="footnote" role="doc-footnote"><p>[${numbers.get(note.id)}] ${escapeXml(words)}</p></aside>`;
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

const container = `${declaration}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

/** A page of the book. */
function page(title: string, body: string): string {
  return `${declaration}<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="zh-CN" xml:lang="zh-CN">
<head>
<title>${escapeXml(title)}</title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body>
${body}
</body>
</html>
`;
}

function writePackage(plan: Plan, chapters: readonly Chapter[]): string {
  const meta = (property: string, value: string): string =>
    `<meta property="${property}">${escapeXml(value)}</meta>`;
  const idOf = ({ name }: Chapter): string => name.replace('.xhtml', '');
  const metadata = [
    `<dc:identifier id="id">${identifierOf(plan)}</dc:identifier>`,
    `<dc:title>${escapeXml(plan.title)}</dc:title>`,
    '<dc:language>zh-CN</dc:language>',
    ...(plan.issuer === undefined ? [] : [`<dc:creator>${escapeXml(plan.issuer)}</dc:creator>`]),
    meta('dcterms:modified', statedDate(plan)),
    // EPUB Accessibility 1.1, 2.2.
    meta('schema:accessMode', 'textual'),
    meta('schema:accessModeSufficient', 'textual'),
    ...['structuralNavigation', 'tableOfContents', 'readingOrder'].map((feature) =>
      meta('schema:accessibilityFeature', feature),
    ),
    meta('schema:accessibilityHazard', 'none'),
    meta('schema:accessibilitySummary', epubWords.accessibility),
  ];
  const manifest = [
    '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
    '<item id="style" href="style.css" media-type="text/css"/>',
    ...chapters.map(
      (chapter) =>
        `<item id="${idOf(chapter)}" href="${chapter.name}" media-type="application/xhtml+xml"/>`,
    ),
  ];
  return `${declaration}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="zh-CN">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${metadata.join('\n')}
</metadata>
<manifest>
${manifest.join('\n')}
</manifest>
<spine>
${chapters.map((chapter) => `<itemref idref="${idOf(chapter)}"/>`).join('\n')}
<itemref idref="nav" linear="no"/>
</spine>
</package>
`;
}

function writeNavigation(chapters: readonly Chapter[]): string {
  const entries = chapters.flatMap((chapter) => chapter.entries);
  const body = chapters[1];
  return page(
    epubWords.contents,
    `<nav epub:type="toc" role="doc-toc" id="toc">
<h1>${escapeXml(epubWords.contents)}</h1>
${writeEntries(entries)}
</nav>
<nav epub:type="landmarks" hidden="hidden">
<ol>
<li><a epub:type="toc" href="#toc">${escapeXml(epubWords.contents)}</a></li>
${body ? `<li><a epub:type="bodymatter" href="${body.name}">${escapeXml(epubWords.body)}</a></li>` : ''}
</ol>
</nav>`,
  );
}

/** Entries as lists within lists, by their levels. */
function writeEntries(entries: readonly Entry[]): string {
  const items: string[] = [];
  for (let i = 0; i < entries.length;) {
    const entry = entries[i] as Entry;
    const next = entries.findIndex(({ level }, j) => j > i && level <= entry.level);
    const below = entries.slice(i + 1, next < 0 ? undefined : next);
    const link = `<a href="${entry.href}">${escapeXml(entry.text)}</a>`;
    items.push(`<li>${link}${below.length > 0 ? `\n${writeEntries(below)}\n` : ''}</li>`);
    i += below.length + 1;
  }
  return `<ol>\n${items.join('\n')}\n</ol>`;
}

/** Little of it: readers choose type and colours themselves. */
const style = `html { line-height: 1.75; }
h1, h2, h3, h4, h5, h6 { line-height: 1.4; font-size: 1.05em; margin: 1.5em 0 0.5em; text-align: start; }
h1 { font-size: 1.25em; }
p { margin: 0; text-indent: 2em; text-align: justify; }
p.title, p.date, p.number { text-align: center; text-indent: 0; margin: 0.5em 0; }
p.recipients { text-indent: 0; }
p.signature { text-align: end; text-indent: 0; }
a.ref { font-size: 0.7em; vertical-align: super; line-height: 1; text-decoration: none; }
aside { margin-block-start: 1em; font-size: 0.85em; }
aside p { text-indent: 0; }
nav ol { list-style: none; padding-inline-start: 1em; }
`;

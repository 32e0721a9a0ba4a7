import { Numbering } from './docx-numbering.ts';
import { type Imported, Writing } from './imported.ts';
import { type Element, childAt, elementsOf, findAll, parseXml, textOf, valueAt } from './xml.ts';

/** The parts of a package by their paths. */
type Parts = Readonly<Record<string, Uint8Array>>;

/**
 * Reads a document of Word or WPS (Office Open XML): its paragraphs with their automatic numbers, its tables, the
 * text as it stands when all revisions are accepted. What is left out is told with its words.
 */
export function readDocx(parts: Parts): Imported {
  const main = mainPart(parts);
  const folder = main.replace(/[^/]*$/u, '');
  const styles = new Styles(parseXml(parts[`${folder}styles.xml`]));
  const numbering = new Numbering(
    parseXml(parts[`${folder}numbering.xml`]),
    (style) => styles.number(style)?.id,
  );
  const writing = new Writing();
  const body = childAt(parseXml(parts[main]), 'w:body');
  new BodyReader(writing, styles, numbering).read(elementsOf(body));
  const other: [RegExp, 'comment' | 'footer' | 'footnote'][] = [
    [/(?:header|footer)\d*\.xml$/u, 'footer'],
    [/(?:footnotes|endnotes)\.xml$/u, 'footnote'],
    [/comments\.xml$/u, 'comment'],
  ];
  for (const [form, kind] of other) {
    const told = new Set<string>();
    for (const path of Object.keys(parts)
      .filter((name) => name.startsWith(folder))
      .sort()) {
      if (!form.test(path.slice(folder.length))) continue;
      for (const paragraph of findAll(parseXml(parts[path]), 'w:p')) {
        told.add(findAll(paragraph, 'w:t').map(textOf).join('').trim());
      }
    }
    for (const words of told) writing.remark(kind, words);
  }
  return writing.finish();
}

/** The path of the part that is the document: the package says which. */
export function mainPart(parts: Parts): string {
  const relation = elementsOf(parseXml(parts['_rels/.rels'])).find(({ attributes }) =>
    /\/officeDocument$/u.test(attributes['Type'] ?? ''),
  );
  return (relation?.attributes['Target'] ?? 'word/document.xml').replace(/^\//u, '');
}

const isOn = (element: Element | undefined): boolean =>
  element !== undefined && !/^(?:0|false|off|none)$/u.test(element.attributes['w:val'] ?? '');

/** A paragraph's place in a list; `level` if it says so itself. */
type ListPlace = { id: string; level: number | undefined };

class Styles {
  readonly #styles: Map<string, Element>;
  readonly #default: string | undefined;

  constructor(root: Element) {
    const all = elementsOf(root).filter(({ name }) => name === 'w:style');
    this.#styles = new Map(all.map((style) => [style.attributes['w:styleId'] ?? '', style]));
    this.#default = all.find(
      ({ attributes }) =>
        attributes['w:type'] === 'paragraph' && /^(?:1|true)$/u.test(attributes['w:default'] ?? ''),
    )?.attributes['w:styleId'];
  }

  /** A style and those it is based on, the nearest first. */
  #chain(id: string | undefined): Element[] {
    const chain: Element[] = [];
    for (let at = id ?? this.#default; at !== undefined; at = valueAt(chain.at(-1), 'w:basedOn')) {
      const style = this.#styles.get(at);
      if (!style || chain.includes(style)) break;
      chain.push(style);
    }
    return chain;
  }

  names(id: string | undefined): string[] {
    return this.#chain(id).map((style) => valueAt(style, 'w:name') ?? '');
  }

  /** The first of a property that the style or one below it gives. */
  find(id: string | undefined, ...path: string[]): Element | undefined {
    return this.#chain(id).flatMap((style) => childAt(style, ...path) ?? [])[0];
  }

  /** The list that a style numbers with, and the style that says so: levels are linked to it. */
  number(id: string | undefined): (ListPlace & { style: string }) | undefined {
    for (const style of this.#chain(id)) {
      const place = readPlace(childAt(style, 'w:pPr'));
      if (place?.id !== undefined) {
        return { id: place.id, level: place.level, style: style.attributes['w:styleId'] ?? '' };
      }
    }
    return undefined;
  }
}

function readPlace(
  properties: Element | undefined,
): { id?: string; level: number | undefined } | undefined {
  const place = childAt(properties, 'w:numPr');
  if (!place) return undefined;
  const id = valueAt(place, 'w:numId');
  const level = valueAt(place, 'w:ilvl');
  return {
    ...(id === undefined ? {} : { id }),
    level: level === undefined ? undefined : Number(level),
  };
}

/** What symbol fonts show at a code, for the few that stand in plans. */
const symbols: Record<string, string> = {
  f0fe: '☑',
  f0a8: '□',
  f06f: '□',
  f071: '□',
  f0fc: '✓',
  f06c: '●',
  f0b7: '●',
  f06e: '■',
  f0d8: '➤',
  f052: '☑',
  f0a3: '□',
};

/** How many columns a cell says that it takes; no page has room for more than the most. */
const columns = (figure: string): number => Math.min(Number(figure) || 0, 1000);

class BodyReader {
  readonly #writing: Writing;
  readonly #styles: Styles;
  readonly #numbering: Numbering;
  /** Of each complex field that is open: whether its instruction is being given, and what that is. */
  #fields: { isInstruction: boolean; code: string }[] = [];
  /** Text of a paragraph whose end was deleted: it goes on in the next one. */
  #carried = '';

  constructor(writing: Writing, styles: Styles, numbering: Numbering) {
    this.#writing = writing;
    this.#styles = styles;
    this.#numbering = numbering;
  }

  read(elements: readonly Element[]): void {
    for (const element of elements) {
      if (element.name === 'w:p') this.#readParagraph(element);
      else if (element.name === 'w:tbl') this.#readTable(element);
      else if (element.name === 'w:del' || element.name === 'w:moveFrom')
        this.#tellDeleted(element);
      else if (element.name === 'mc:AlternateContent') this.read(elementsOf(chosen(element)));
      else if (element.name === 'w:altChunk') this.#writing.remark('picture', 'altChunk');
      else this.read(elementsOf(element));
    }
  }

  #readParagraph(paragraph: Element): void {
    const properties = childAt(paragraph, 'w:pPr');
    const style = valueAt(properties, 'w:pStyle');
    const text = this.#carried + this.#inline(elementsOf(paragraph), style);
    const mark = childAt(properties, 'w:rPr');
    if (childAt(mark, 'w:del') ?? childAt(mark, 'w:moveFrom')) {
      this.#carried = text;
      return;
    }
    this.#carried = '';
    const isContents =
      this.#styles.names(style).some((name) => /^toc (?:\d|heading)/iu.test(name)) ||
      this.#fields.some(({ code }) => /^\s*TOC\b/u.test(code)) ||
      findAll(paragraph, 'w:instrText').some((code) => /^\s*TOC\b/u.test(textOf(code)));
    if (isContents) {
      this.#writing.remark('contents', text);
      return;
    }
    const number = text.trim() === '' ? '' : this.#number(properties, style);
    this.#writing.paragraph(number + (number === '' ? text : text.trimStart()));
    if (number === '' && this.#isTitle(properties, style) && text.trim() !== '') {
      this.#writing.titles.push(...text.split('\n').map((line) => line.trim()));
    }
  }

  #isTitle(properties: Element | undefined, style: string | undefined): boolean {
    if (this.#styles.names(style).some((name) => /^(?:title|标题|大标题|文件标题)$/iu.test(name)))
      return true;
    return (
      valueAt(properties, 'w:outlineLvl') === undefined && valueAt(properties, 'w:jc') === 'center'
    );
  }

  /** The automatic number of a paragraph: its own list, or that of its style. */
  #number(properties: Element | undefined, style: string | undefined): string {
    const own = readPlace(properties);
    const ofStyle = this.#styles.number(style);
    const id = own?.id ?? ofStyle?.id;
    if (id === undefined || id === '0') return '';
    const linked =
      own?.id === undefined && ofStyle ? this.#numbering.levelOfStyle(id, ofStyle.style) : 0;
    return this.#numbering.next(
      id,
      own?.level ?? (own?.id === undefined ? ofStyle?.level : undefined) ?? linked,
    );
  }

  #tellDeleted(element: Element): void {
    const words = [...findAll(element, 'w:delText'), ...findAll(element, 'w:t')]
      .map(textOf)
      .join('');
    this.#writing.remark('deleted', words);
  }

  get #isInstruction(): boolean {
    return this.#fields.some(({ isInstruction }) => isInstruction);
  }

  /** The text of what stands in a paragraph; text boxes that hang on it are paragraphs before it. */
  #inline(elements: readonly Element[], style: string | undefined): string {
    return elements.map((element) => this.#inlineOf(element, style)).join('');
  }

  #inlineOf(element: Element, style: string | undefined): string {
    const inner = (): string => this.#inline(elementsOf(element), style);
    switch (element.name) {
      case 'w:pPr':
      case 'w:rPr':
      case 'w:sdtPr':
      case 'w:sdtEndPr':
      case 'w:instrText':
      case 'w:delInstrText':
        if (element.name === 'w:instrText') {
          const field = this.#fields.at(-1);
          if (field) field.code += textOf(element);
        }
        return '';
      case 'w:t': {
        if (this.#isInstruction) return '';
        const text = textOf(element);
        return element.attributes['xml:space'] === 'preserve' ? text : text.trim();
      }
      case 'w:tab':
      case 'w:ptab':
        return this.#isInstruction ? '' : '\t';
      case 'w:br':
        // Pages and columns end where the layout wants, also in mid-sentence.
        if (/^(?:page|column)$/u.test(element.attributes['w:type'] ?? '')) return '';
        this.#writing.remark('soft-break', '↵');
        return '\n';
      case 'w:cr':
        this.#writing.remark('soft-break', '↵');
        return '\n';
      case 'w:noBreakHyphen':
        return '-';
      case 'w:sym':
        return this.#symbol(element);
      case 'w:fldChar':
        this.#turnField(element.attributes['w:fldCharType']);
        return '';
      case 'w:r':
        return this.#run(element, style);
      case 'w:del':
      case 'w:moveFrom':
        this.#tellDeleted(element);
        return '';
      case 'w:ins':
      case 'w:moveTo': {
        const text = inner();
        this.#writing.remark('inserted', text);
        return text;
      }
      case 'w:ruby': {
        const [base, reading] = ['w:rubyBase', 'w:rt'].map((name) => {
          const part = childAt(element, name);
          return part ? this.#inline(elementsOf(part), style) : '';
        });
        return `${base}${reading ? `（${reading}）` : ''}`;
      }
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.#writing.remark('note-mark', element.attributes['w:id'] ?? '?');
        return '';
      case 'mc:AlternateContent':
        return this.#inline(elementsOf(chosen(element)), style);
      case 'w:txbxContent': {
        const fields = this.#fields;
        this.#fields = [];
        const carried = this.#carried;
        this.#carried = '';
        this.#writing.remark('text-box', findAll(element, 'w:t').map(textOf).join(''));
        this.read(elementsOf(element));
        this.#fields = fields;
        this.#carried = carried;
        return '';
      }
      case 'm:oMath': {
        const text = findAll(element, 'm:t').map(textOf).join('');
        this.#writing.remark('formula', text);
        return text;
      }
      case 'w:drawing':
      case 'w:pict':
      case 'w:object': {
        const text = inner();
        if (findAll(element, 'w:txbxContent').length === 0) {
          const [named] = [...findAll(element, 'wp:docPr')];
          this.#writing.remark(
            'picture',
            named?.attributes['descr'] || named?.attributes['name'] || '…',
          );
        }
        return text;
      }
      case 'w:p':
      case 'w:tbl':
        this.read([element]);
        return '';
      default:
        return inner();
    }
  }

  #run(run: Element, style: string | undefined): string {
    const properties = childAt(run, 'w:rPr');
    const hidden =
      childAt(properties, 'w:vanish') ??
      this.#styles.find(valueAt(properties, 'w:rStyle') ?? 'none', 'w:rPr', 'w:vanish') ??
      this.#styles.find(style, 'w:rPr', 'w:vanish');
    const text = this.#inline(elementsOf(run), style);
    if (!isOn(hidden)) return text;
    this.#writing.remark('hidden', text);
    return '';
  }

  #turnField(type: string | undefined): void {
    const field = this.#fields.at(-1);
    if (type === 'begin') this.#fields.push({ isInstruction: true, code: '' });
    else if (type === 'separate' && field) field.isInstruction = false;
    else if (type === 'end') this.#fields.pop();
  }

  #symbol({ attributes }: Element): string {
    const code = (attributes['w:char'] ?? '').toLowerCase();
    const point = Number.parseInt(code, 16);
    const isPrivate = !(point > 0 && point <= 0x10ffff) || (point >= 0xe000 && point <= 0xf8ff);
    const text = symbols[code] ?? (isPrivate ? '□' : String.fromCodePoint(point));
    this.#writing.remark('symbol', `${attributes['w:font'] ?? ''} ${code} → ${text}`);
    return text;
  }

  #readTable(table: Element): void {
    const rows = rowsOf(table).map((row) => {
      const skipped = columns(valueAt(row, 'w:trPr', 'w:gridBefore') ?? '0');
      return [
        ...Array.from({ length: skipped }, () => undefined),
        ...cellsOf(row).flatMap((cell): (Element | undefined)[] => {
          const properties = childAt(cell, 'w:tcPr');
          const merge = childAt(properties, 'w:vMerge');
          const goesOn = merge !== undefined && merge.attributes['w:val'] !== 'restart';
          const span = Math.max(1, columns(valueAt(properties, 'w:gridSpan') ?? '1'));
          return [goesOn ? undefined : cell, ...Array.from({ length: span - 1 }, () => undefined)];
        }),
      ];
    });
    const filled = rows.filter((row) => row.some((cell) => cell && textOf(cell).trim() !== ''));
    // A frame around words, or words side by side, is no table: a red-headed document may stand in one whole.
    if (filled.length < 2 || filled.every((row) => row.filter(Boolean).length < 2)) {
      for (const cell of rows.flat()) if (cell) this.read(elementsOf(cell));
      return;
    }
    const isMerged = rows.some((row) => row.includes(undefined));
    const texts = rows.map((row) => row.map((cell) => (cell ? this.#cellText(cell) : '')));
    if (isMerged) this.#writing.remark('cells', (texts[0] ?? []).join(' '));
    this.#writing.table(texts);
  }

  /** The paragraphs of a cell, on one line; a table in it too. */
  #cellText(cell: Element): string {
    const inner = new Writing();
    const reader = new BodyReader(inner, this.#styles, this.#numbering);
    reader.read(elementsOf(cell));
    const { text, remarks } = inner.finish();
    for (const { kind, words } of remarks)
      for (const each of words) this.#writing.remark(kind, each);
    return text.split('\n').filter(Boolean).join(' ');
  }
}

/** The rows of a table, also those in content controls. */
const rowsOf = (element: Element): Element[] =>
  elementsOf(element).flatMap((child) =>
    child.name === 'w:tr'
      ? [child]
      : /^w:(?:sdt|sdtContent|customXml|ins)$/u.test(child.name)
        ? rowsOf(child)
        : [],
  );
const cellsOf = (element: Element): Element[] =>
  elementsOf(element).flatMap((child) =>
    child.name === 'w:tc'
      ? [child]
      : /^w:(?:sdt|sdtContent|customXml)$/u.test(child.name)
        ? cellsOf(child)
        : [],
  );

/** What a program that knows the newest form shows, and nothing twice. */
const chosen = (alternatives: Element): Element | undefined =>
  childAt(alternatives, 'mc:Choice') ?? childAt(alternatives, 'mc:Fallback');

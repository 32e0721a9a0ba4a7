import { type PDFPageProxy } from 'unpdf/pdfjs';
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import type { Glyph, PageOfGlyphs, Rule } from './glyphs.ts';
import { Unreadable } from './unreadable.ts';

/** A transformation of the plane, as PDF writes it (ISO 32000-1, 8.3.3). */
type Matrix = readonly [number, number, number, number, number, number];

const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** First `m`, then `n`. */
const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[1] * n[2],
  m[0] * n[1] + m[1] * n[3],
  m[2] * n[0] + m[3] * n[2],
  m[2] * n[1] + m[3] * n[3],
  m[4] * n[0] + m[5] * n[2] + n[4],
  m[4] * n[1] + m[5] * n[3] + n[5],
];

const pointAt = (x: number, y: number, m: Matrix): [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
];

/** What the operators of text change (ISO 32000-1, 9.3). */
type State = {
  ctm: Matrix;
  font: { vertical: boolean; scale: number };
  size: number;
  characterSpacing: number;
  wordSpacing: number;
  widthScale: number;
  leading: number;
  rise: number;
  mode: number;
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const numbersIn = (value: unknown): number[] =>
  ArrayBuffer.isView(value) || Array.isArray(value)
    ? Array.from(value as ArrayLike<unknown>, Number)
    : isObject(value)
      ? Object.values(value).map(Number)
      : [];

function toMatrix(value: unknown): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersIn(value);
  return [a, b, c, d, e, f];
}

/**
 * Reads the pages of a PDF file: each glyph that is printed with the character it stands for and its place, and the
 * rules of tables. The characters are those that the file names; no form of a character is changed for another.
 * @throws Unreadable for a file that is damaged, has a password, or prints characters that it does not name
 */
export async function readPdfPages(bytes: Uint8Array): Promise<PageOfGlyphs[]> {
  const pdf = await open(bytes);
  try {
    const pages: PageOfGlyphs[] = [];
    for (let n = 1; n <= pdf.numPages; n += 1) pages.push(await readPage(await pdf.getPage(n)));
    return pages;
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function open(bytes: Uint8Array): Promise<Awaited<ReturnType<typeof getDocumentProxy>>> {
  try {
    // pdf.js keeps the bytes that it is given for itself.
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    throw new Unreadable(
      isLocked
        ? {
            en: 'a PDF file with a password: save it without one',
            zh: '加了密码的 PDF 文件：请去掉密码另存',
          }
        : { en: 'a damaged PDF file', zh: '损坏的 PDF 文件' },
    );
  }
}

async function readPage(page: PDFPageProxy): Promise<PageOfGlyphs> {
  const { OPS } = await getResolvedPDFJS();
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const { fnArray, argsArray } = await page.getOperatorList();
  const glyphs: Glyph[] = [];
  const invisible: Glyph[] = [];
  const turned: string[] = [];
  const rules: Rule[] = [];
  let pictures = 0;
  let state: State = {
    ctm: toMatrix(transform),
    font: { vertical: false, scale: 0.001 },
    size: 1,
    characterSpacing: 0,
    wordSpacing: 0,
    widthScale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
  };
  const saved: State[] = [];
  let line = identity;
  let at = identity;
  const restore = (): void => {
    state = saved.pop() ?? state;
  };
  const move = (x: number, y: number): void => {
    line = multiply([1, 0, 0, 1, x, y], line);
    at = line;
  };
  const show = (items: unknown): void => {
    if (!Array.isArray(items)) return;
    for (const item of items as unknown[]) {
      const { size, widthScale, font } = state;
      let advance = 0;
      if (typeof item === 'number') advance = (-item / 1000) * size * widthScale;
      else if (isObject(item)) {
        // Some files name the glyph of a space by a control character.
        const named = typeof item['unicode'] === 'string' ? item['unicode'] : '';
        const text = named.replace(/\p{Cc}/gu, ' ');
        const drawn = Number(item['width'] ?? 0) * font.scale * size;
        const spacing = state.characterSpacing + (item['isSpace'] === true ? state.wordSpacing : 0);
        advance = (drawn + spacing) * widthScale;
        const whole = multiply([1, 0, 0, 1, 0, state.rise], multiply(at, state.ctm));
        const [x, y] = pointAt(0, 0, whole);
        const [end] = pointAt(drawn * widthScale, 0, whole);
        const height = Math.hypot(whole[2], whole[3]) * size;
        // The wide space of Chinese has the name of the narrow one in many fonts.
        const isWideSpace = /^[ \u00a0\u2003]$/u.test(text) && drawn * widthScale >= 0.9 * size;
        if (font.vertical || whole[0] <= 0 || Math.abs(whole[1]) > 0.1 * whole[0])
          turned.push(text);
        else
          (state.mode === 3 ? invisible : glyphs).push({
            text: isWideSpace ? '\u3000' : text,
            left: Math.min(x, end),
            right: Math.max(x, end),
            y,
            size: Math.abs(height),
          });
      }
      at = multiply(font.vertical ? [1, 0, 0, 1, 0, -advance] : [1, 0, 0, 1, advance, 0], at);
    }
  };
  fnArray.forEach((operator, i) => {
    const args: unknown[] = Array.isArray(argsArray[i]) ? (argsArray[i] as unknown[]) : [];
    const [a = 0, b = 0] = args.map(Number);
    switch (operator) {
      case OPS.save:
      case OPS.paintFormXObjectBegin:
        saved.push(state);
        state = { ...state };
        if (operator === OPS.paintFormXObjectBegin && args[0])
          state.ctm = multiply(toMatrix(args[0]), state.ctm);
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        restore();
        break;
      case OPS.transform:
        state.ctm = multiply(toMatrix(args), state.ctm);
        break;
      case OPS.beginText:
        line = identity;
        at = identity;
        break;
      case OPS.setFont:
        state.font = fontOf(page, String(args[0]));
        state.size = b;
        break;
      case OPS.setTextMatrix:
        line = toMatrix(args.length === 1 ? args[0] : args);
        at = line;
        break;
      case OPS.moveText:
        move(a, b);
        break;
      case OPS.setLeadingMoveText:
        state.leading = b;
        move(a, b);
        break;
      case OPS.nextLine:
        move(0, state.leading);
        break;
      case OPS.setLeading:
        state.leading = -a;
        break;
      case OPS.setCharSpacing:
        state.characterSpacing = a;
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = a;
        break;
      case OPS.setHScale:
        state.widthScale = a / 100;
        break;
      case OPS.setTextRise:
        state.rise = a;
        break;
      case OPS.setTextRenderingMode:
        state.mode = a;
        break;
      case OPS.showText:
      case OPS.showSpacedText:
        show(args[0]);
        break;
      case OPS.nextLineShowText:
        move(0, state.leading);
        show(args[0]);
        break;
      case OPS.constructPath: {
        const isFilled = [OPS.fill, OPS.eoFill].some((each) => each === a);
        const isDrawn =
          isFilled || [OPS.stroke, OPS.closeStroke, OPS.fillStroke].some((each) => each === a);
        const [path] = Array.isArray(args[1]) ? (args[1] as unknown[]) : [];
        if (isDrawn) rules.push(...rulesOf(numbersIn(path), state.ctm, isFilled));
        break;
      }
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject:
        pictures += 1;
        break;
      default:
    }
  });
  return { width, height, glyphs, invisible, turned: turned.join(''), rules, pictures };
}

function fontOf(page: PDFPageProxy, name: string): State['font'] {
  const font: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : undefined;
  if (!isObject(font)) {
    throw new Unreadable({
      en: 'a PDF file whose fonts do not say which characters they print: save it as DOCX, or print it anew into a PDF',
      zh: 'PDF 文件，里面的字体没有说明印的是哪些字：请另存为 .docx，或重新打印成 PDF',
    });
  }
  const [scale = 0.001] = numbersIn(font['fontMatrix']);
  return {
    vertical: font['vertical'] === true,
    scale: font['isType3Font'] === true ? scale : 0.001,
  };
}

/** Codes of a path as pdf.js packs it, and how many numbers follow each. */
const lengths = [2, 2, 6, 4, 0];

/** How thick what is filled may be and still be a rule, in points. */
const thickest = 3;

/** The level and upright lines of a path: edges that are stroked, areas that are filled and thin. */
function rulesOf(path: readonly number[], ctm: Matrix, isFilled: boolean): Rule[] {
  const edges: [number, number][][] = [];
  const corners: [number, number][] = [];
  let start: [number, number] | undefined;
  let from: [number, number] | undefined;
  for (let i = 0; i < path.length;) {
    const code = path[i] ?? 4;
    const length = lengths[code] ?? 0;
    const last = path.slice(i + 1 + length - 2, i + 1 + length);
    const to = code === 4 ? start : pointAt(last[0] ?? 0, last[1] ?? 0, ctm);
    if (code === 0) start = to;
    else if (code !== 2 && code !== 3 && from && to) edges.push([from, to]);
    if (to) corners.push(to);
    from = to;
    i += 1 + length;
  }
  if (!isFilled) return edges.flatMap((edge) => asRule(edge));
  return asRule(corners);
}

function asRule(points: readonly (readonly [number, number])[]): Rule[] {
  if (points.length === 0) return [];
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const isLevel = bottom - top <= thickest && right - left > thickest;
  const isUpright = right - left <= thickest && bottom - top > thickest;
  return isLevel || isUpright ? [{ left, right, top, bottom, isLevel }] : [];
}

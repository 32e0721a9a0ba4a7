/** How bytes were read as characters: `label` is a name of the Encoding Standard, `why` the evidence. */
type Decoded = { text: string; label: string; why: 'mark' | 'stated' | 'given' | 'found' };

const marks: [label: string, bytes: number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
const candidates = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'big5'];

/** Characters and marks that make up a third and more of any Chinese text of offices. */
const common = new Set(
  '的一是在和了为中工作教育学校年市区县全加强推进实施建设管理开展提高完善发展落实做好各级人民政府部门单位企业服务安全制度重点项目计划以上大力组织领导培训质量机制社会经济国家要有不与及对等第二三四五六七八九十，。、；：“”《》（）的會學實業發設劃機質',
);

/** Decodes bytes without loss; undefined if they are not in that encoding. */
function decode(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    return undefined;
  }
}

/** How much of a text is what Chinese texts are made of, between 0 and 1; less where there is what they never have. */
function plausibility(text: string): number {
  const characters = Array.from(text.replace(/\s+/gu, ''));
  if (characters.length === 0) return 0;
  let score = 0;
  for (const character of characters) {
    if (common.has(character)) score += 1;
    else if (/[\p{L}\p{N}\p{P}\p{S}]/u.test(character))
      score += /[ -~\p{Script=Han}]/u.test(character) ? 0.3 : 0;
    else score -= 2;
  }
  return score / characters.length;
}

/** Whether a name is one of an encoding that can be read. */
function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}

/**
 * Reads bytes as characters: by their byte order mark, by what an editor or the file itself says, else by evidence.
 * No byte is lost: an encoding in which one has no meaning is not taken.
 * @param given by an editor; it alone is tried
 * @param stated by the file, where it does so
 * @returns undefined if no encoding fits
 */
export function decodeBytes(
  bytes: Uint8Array,
  { given, stated }: { given?: string | undefined; stated?: string | undefined } = {},
): Decoded | undefined {
  const read = (label: string, why: Decoded['why']): Decoded | undefined => {
    const text = isEncoding(label) ? decode(bytes, label) : undefined;
    return text === undefined ? undefined : { text, label: new TextDecoder(label).encoding, why };
  };
  if (given !== undefined) return read(widest(given), 'given');
  const [marked] = marks.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte)) ?? [];
  if (marked !== undefined) return read(marked, 'mark');
  const asStated = stated === undefined ? undefined : read(widest(stated), 'stated');
  const utf8 = read('utf-8', 'found');
  // A browser that saves a page in UTF-8 may leave what the page said of itself before.
  const isStale = asStated && utf8 && plausibility(utf8.text) > plausibility(asStated.text);
  if (asStated && !isStale) return asStated;
  if (utf8 && !utf8.text.includes('\0')) return utf8;
  return candidates
    .flatMap((label) => read(label, 'found') ?? [])
    .map((decoded) => ({ decoded, score: plausibility(decoded.text) }))
    .filter(({ score }) => score > 0.25)
    .sort((a, b) => b.score - a.score)[0]?.decoded;
}

/** Files say GB2312 and hold what only GB18030 has. */
const widest = (label: string): string =>
  /^(?:gb[_-]?2312|gbk|x-gbk|cp936)/iu.test(label) ? 'gb18030' : label;

import { joining } from '../words/joining-words.ts';

/**
 * What is cited: facts that the content states, and nothing else. What it does not state (who is responsible, when it
 * came out) is left out of every form.
 */
export type CitedSource = {
  /** The title of the plan, or of the page. */
  title: string;
  /** The part that is cited, as pages call it: 第3项第6句. Absent for the whole. */
  part?: string | undefined;
  /** A document unless it is said to be data: GB/T 7714 marks them EB and DS. */
  kind?: 'document' | 'data' | undefined;
  /** 责任者: who issued the plan. */
  issuer?: string | undefined;
  /** 发文字号, which counts as further information of the title. */
  documentNumber?: string | undefined;
  /** 发布日期, `YYYY-MM-DD`. */
  published?: string | undefined;
  /** The name of the site that it is read on. */
  site?: string | undefined;
  /** A language tag (BCP 47): `zh-CN`. */
  language: string;
  /** The absolute address. */
  url: string;
};

/**
 * The title with the part that is cited: 计划：第3项第6句. GB/T 7714 counts numbers of parts and of documents as
 * further information of a title (其他题名信息), set off by a colon.
 */
export function citedTitle({
  title,
  documentNumber,
  part,
}: Pick<CitedSource, 'title' | 'documentNumber' | 'part'>): string {
  return [title, documentNumber, part].filter(Boolean).join(joining.colon);
}

/**
 * A reference of GB/T 7714-2025, 网站和网页 and 数据集:
 * `责任者. 题名：其他题名信息[EB/OL]. （发布日期）[引用日期]. URL.` Parentheses are full-width since 2025. Without a 责任者
 * it begins with the title, as the standard lets references in order of citation do.
 * @param accessed the day the reader read it, `YYYY-MM-DD`; without it the bracket is left out: only the reader knows
 * @throws RangeError if a date is none
 */
export function formatReference(source: CitedSource, accessed?: string): string {
  const { issuer, published, url } = source;
  const mark = source.kind === 'data' ? '[DS/OL]' : '[EB/OL]';
  const dates = `${published === undefined ? '' : joining.bracketed(checkDay(published))}${
    accessed === undefined ? '' : `[${checkDay(accessed)}]`
  }`;
  return [issuer, oneLine(citedTitle(source)) + mark, dates, url]
    .filter(Boolean)
    .map((part) => `${part}.`)
    .join(' ');
}

/**
 * An entry for a `.bib` file: `@online` and `@dataset` of biblatex, which its GB/T 7714 style and `gbt7714` for BibTeX
 * know too.
 * @param accessed see formatReference
 * @returns the entry, ended by a line feed
 * @throws RangeError if a date is none
 */
export function formatBibtex(source: CitedSource, accessed?: string): string {
  const { issuer, published, url } = source;
  const fields: [string, string | undefined][] = [
    // A second pair of braces keeps a body from being read as a name and a surname.
    ['author', issuer === undefined ? undefined : `{${escapeTex(issuer)}}`],
    ['title', `{${escapeTex(citedTitle(source))}}`],
    ['date', published && checkDay(published)],
    ['url', encodeForTex(url)],
    ['urldate', accessed && checkDay(accessed)],
    ['organization', source.site && escapeTex(source.site)],
    ['language', source.language.startsWith('zh') ? 'chinese' : undefined],
  ];
  const written = fields
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `  ${name} = {${value}},\n`)
    .join('');
  return `@${source.kind === 'data' ? 'dataset' : 'online'}{${fileNameOf(url)},\n${written}}\n`;
}

/**
 * A record for a `.ris` file (RIS of Research Information Systems, 2001 and 2011): a tag, two spaces, a hyphen and a
 * space before each value, lines ended by CR LF.
 * @param accessed see formatReference
 * @throws RangeError if a date is none
 */
export function formatRis(source: CitedSource, accessed?: string): string {
  const day = (date: string | undefined): string | undefined =>
    date && `${checkDay(date).replaceAll('-', '/')}/`;
  const fields: [string, string | undefined][] = [
    ['TY', source.kind === 'data' ? 'DATA' : 'ELEC'],
    ['AU', source.issuer],
    ['TI', citedTitle(source)],
    ['T2', source.site],
    ['PY', source.published?.slice(0, 4)],
    ['DA', day(source.published)],
    ['LA', source.language],
    ['UR', source.url],
    ['Y2', day(accessed)],
    ['ER', ''],
  ];
  return fields
    .filter((field): field is [string, string] => field[1] !== undefined)
    .map(([tag, value]) => `${tag}  - ${oneLine(value)}\r\n`)
    .join('');
}

/** Words, where they stand, and their address, as one text for a chat. The words stay as they are. */
export function formatQuotation(words: string, source: CitedSource): string {
  const place = [source.title, source.part].filter(Boolean).join(joining.comma);
  return `${words.trim()}\n${joining.dash}${oneLine(place)}\n${source.url}`;
}

/**
 * A name for a file about an address, without ending: `20xx-tasks-3-6` for `https://…/20xx/tasks/3/6/`. It is a key of
 * BibTeX too.
 * @param url absolute
 */
export function fileNameOf(url: string): string {
  return (
    new URL(url).pathname
      .split('/')
      .map((part) => part.replace(/\.html$/u, '').replace(/[^A-Za-z0-9-]+/gu, '-'))
      .filter(Boolean)
      .join('-') || 'plan'
  );
}

function checkDay(date: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(date) || Number.isNaN(Date.parse(date))) {
    throw new RangeError(`a date as 2026-07-01, not ${date}`);
  }
  return date;
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const texNames: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Text in which TeX reads nothing as a command; braces stay balanced whatever the text has. */
function escapeTex(text: string): string {
  return oneLine(text).replace(/[\\{}$&#%_^~]/gu, (mark) => texNames[mark] ?? `\\${mark}`);
}

/** An address is read by the letter, but for braces and backslashes, which would end the field. */
function encodeForTex(url: string): string {
  return url.replace(/[\\{}]/gu, (mark) => encodeURIComponent(mark));
}

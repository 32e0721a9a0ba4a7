import type { MatterKind } from './schema.ts';
import type { Line } from './source.ts';
import { readCells } from './tables.ts';
import { readMarker } from './structure.ts';

/** A line of what stands before or after a plan's own text, and what it is. */
export type MatterLine = { kind: MatterKind; line: Line };

const digits = '[\\d０-９零〇○一二三四五六七八九十*＊×X]';
const date = `${digits}{2,4}(?:年${digits}{1,3}月(?:${digits}{1,3}日)?|[-/.．]${digits}{1,2}(?:[-/.．]${digits}{1,2})?)`;

/** A document number: 河教发〔2031〕3号 (GB/T 9704-2012, 7.2.5). */
const documentNumber = /^\S{1,20}[〔[（(【]\S{2,6}[〕\]）)】]\s*第?\s*\S{1,6}号$/u;
/** Who is addressed, on a line of its own; not what leads over to the text, nor a heading, nor a month of a calendar. */
const recipients =
  /^(?!.*(?:如下|以下|下列|月份?[:：]$))(?!.{0,10}(?:思想|目标|要求|任务|措施|工作|原则|思路|安排|内容|背景|目的|重点)[:：]$).{2,80}[:：]$/u;
const bareDate = new RegExp(`^[（(]?${date}[）)]?$`, 'u');
const labelledDate = new RegExp(
  `(?:^|\\s)(?:发布|发文|成文|印发|更新|发表)?(?:时间|日期)\\s*[:：]\\s*${date}`,
  'u',
);
const inBrackets = /^(?:（.*）|\(.*\)|【.*】|\[.*\])$/u;
const imprint = new RegExp(`${date}\\s*印发$`, 'u');
const copies = /^(?:抄送|抄报|抄发|主送|分送|报送|发送)\s*[:：]/u;
const attachmentList = /^附(?:件|表|录|图)?\s*[0-9０-９一二三四五六七八九十]*\s*[:：]/u;
const attachmentHead = /^附(?:件|表|录|图)\s*[0-9０-９一二三四五六七八九十]*$/u;

/** What web pages print around a text: labels with a value, a path of links, tools. */
const pageLabels =
  /(?:索引号|信息索引|来源|信息来源|稿源|作者|发布机构|发文机关|发布单位|信息分类|主题分类|体裁分类|组配分类|文号|发文字号|名称|标题|成文日期|发布日期|发布时间|生成日期|有效性|时效性|废止日期|效力状态|浏览次数|浏览量|阅读次数|阅读量|点击数|点击量|访问量|访问次数|字号|字体|字体大小|责任编辑|编辑|审核|主题词|关键词|语言|公开方式|公开范围|信息公开选项|信息公开属性)\s*[:：]/gu;
const linkPath =
  /^(?:当前位置|您现在的位置|您的位置|位置)?\s*[:：]?\s*\S{1,20}(?:\s*(?:>|›|»|＞|→)\s*\S{1,40})+$/u;
const pageTool =
  /^[【[（(]?(?:打印|打印本页|打印本文|关闭|关闭窗口|分享|分享到.*|收藏|返回|返回顶部|返回首页|字体|下载|扫一扫.*|上一篇.*|下一篇.*|首页|大|中|小|我要纠错|纠错|微信|微博)[】\]）)]?(?:\s+[【[（(]?\S{1,8}[】\]）)]?)*$/u;
const pageNumber =
  /^(?:[-—–－]\s*\d{1,4}\s*[-—–－]|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4})$/u;

/** Whether a line is what a web page prints around a text, and no word of it. */
function isFurniture(text: string): boolean {
  const labels = text.match(pageLabels) ?? [];
  const isLabelled = labels.length > 0 && (labels.length > 1 || !/[。；;！!]/u.test(text));
  return (isLabelled && text.search(pageLabels) <= 2) || linkPath.test(text) || pageTool.test(text);
}

/** Whether a line begins an attachment. */
export const isAttachment = (text: string): boolean =>
  attachmentHead.test(text) || attachmentList.test(text);

/** Whether a line is the number of a page, as a converted PDF leaves it. */
export const isPageNumber = (text: string): boolean => pageNumber.test(text);

/** Whether a line is a short name without a mark: an issuer above its date, if it stands there. */
const isName = (line: Line | undefined): line is Line =>
  line !== undefined && !readMarker(line) && /^[^。；;！!？?,，:：\t]{2,40}$/u.test(line.text);

const isNoteLine = (text: string): boolean => inBrackets.test(text) && text.length <= 80;

/** What a line says that stands between the title and the text. */
export function readFrontLine(line: Line, next: Line | undefined): MatterKind | undefined {
  const { text } = line;
  if (readMarker(line) && !bareDate.test(text) && !labelledDate.test(text)) return undefined;
  if (bareDate.test(text) || (labelledDate.test(text) && !/[。；;]/u.test(text))) return 'date';
  if (documentNumber.test(text)) return 'number';
  if (isFurniture(text)) return 'furniture';
  if (isNoteLine(text)) return 'note';
  if (recipients.test(text)) return 'recipients';
  if (isName(line) && next && bareDate.test(next.text)) return 'issuer';
  return undefined;
}

/** Reads what stands before the title: the furniture of a page, a notice that carries the plan. */
export function readPreface(lines: readonly Line[]): MatterLine[] {
  let hasTitle = false;
  return lines.map((line, i): MatterLine => {
    const kind = readFrontLine(line, lines[i + 1]);
    if (kind !== undefined) return { kind, line };
    // A notice begins with its title, on one line or more; its last line names the kind of document.
    if (!hasTitle && isName(line)) {
      const rest = lines.slice(i, i + 3);
      const last = rest.findIndex(({ text }) =>
        /(?:通知|通告|公告|意见|函|批复|决定|报告|请示|方案|办法)$/u.test(text),
      );
      if (last === 0) hasTitle = true;
      if (last >= 0 && rest.slice(0, last + 1).every(isName)) return { kind: 'title', line };
    }
    return { kind: 'text', line };
  });
}

/**
 * Finds where the closing matter begins: the list of attachments, the signature, what follows them.
 * @param continues whether the numbering of the text goes on after a line: then it is not the last
 * @returns the index of its first line, `lines.length` if there is none
 */
export function findClosing(lines: readonly Line[], continues: (from: number) => boolean): number {
  for (let i = 1; i < lines.length; i += 1) {
    const first = beginsClosing(lines, i);
    if (first === undefined) continue;
    const after = endOfList(lines, i);
    if (!continues(after)) return first;
    i = after - 1;
  }
  return lines.length;
}

/** The first line of closing matter that a line gives away: itself, or the names above a date. */
function beginsClosing(lines: readonly Line[], i: number): number | undefined {
  const { text } = lines[i] as Line;
  if (attachmentList.test(text) || attachmentHead.test(text)) return i;
  if (copies.test(text) || imprint.test(text)) return i;
  if (/^[（(](?:此件|联系人|联系电话|咨询电话)/u.test(text) && isNoteLine(text)) return i;
  if (i > lines.length - 9 && isFurniture(text)) return i;
  if (!bareDate.test(text)) return undefined;
  let first = i;
  while (first > 1 && isName(lines[first - 1]) && i - first < 6) first -= 1;
  return first < i || i === lines.length - 1 ? first : undefined;
}

/** The line after a list of attachments, whose numbers are no tasks. */
function endOfList(lines: readonly Line[], i: number): number {
  let end = i + 1;
  const { text } = lines[i] as Line;
  const named = attachmentList.exec(text);
  if (!named) return end;
  const isNext = (line: Line | undefined, n: number): boolean => {
    const marker = line && readMarker(line, ['1.']);
    return marker?.ordinal === n;
  };
  const rest = text.slice(named[0].length).trim();
  const first = { ...(lines[i] as Line), text: rest };
  if (rest !== '' && !isNext(first, 1)) return end;
  for (let n = rest === '' ? 1 : 2; isNext(lines[end], n); n += 1) end += 1;
  return end;
}

/** Reads the closing matter (GB/T 9704-2012, 7.3.4 to 7.4.2). */
export function readClosing(lines: readonly Line[]): MatterLine[] {
  let isList = false;
  let isAttached = false;
  let isSigned = false;
  return lines.map((line, i): MatterLine => {
    const { text } = line;
    const previous = lines[i - 1];
    const kind = ((): MatterKind => {
      if (readCells(lines, i)) return 'row';
      // What a list names before the signature is printed behind it: 附件1：分工表.
      if (attachmentHead.test(text) || (isSigned && attachmentList.test(text))) {
        isAttached = true;
        return 'heading';
      }
      if (attachmentList.test(text)) {
        isList = true;
        return 'attachments';
      }
      if (isList && readMarker(line)?.form === '1.') return 'attachments';
      isList = false;
      if (copies.test(text)) return 'copies';
      if (imprint.test(text)) return 'imprint';
      if (bareDate.test(text)) {
        isSigned = true;
        return 'date';
      }
      if (isFurniture(text) || isPageNumber(text)) return 'furniture';
      if (isNoteLine(text)) return 'note';
      if (previous && attachmentHead.test(previous.text)) return 'heading';
      const next = lines[i + 1];
      if (!isAttached && isName(line)) return next && readMarker(next) ? 'heading' : 'issuer';
      return 'text';
    })();
    return { kind, line };
  });
}

import type { CitedSource } from '../citation/citation.ts';
import { makeFragment } from '../citation/text-fragment.ts';
import { homeUrl, sentenceUrl, taskUrl } from '../urls.ts';
import { passOnStrings as strings } from '../words/strings.ts';
import { cutToPlan, planWords } from './plan-words.ts';
import { sourceText } from './source-text.ts';
import { addressOfWords, sentenceOf } from './word-address.ts';
import { joining } from '../words/joining-words.ts';

/** What is passed on: words of the plan, and how they are cited. `short` is the address for a QR code. */
export type Passage = { words: string; source: CitedSource; short: string };

const metaOf = (name: string): string | undefined =>
  document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;

/** Addresses are those of the site's public origin, if the page knows it. */
const absolute = (address: string): string =>
  new URL(
    address,
    document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href,
  ).href;

/** What part of its plan the page shows, and what the whole is called; a page of no plan is cited by its own title. */
function citedHere(): { title: string; part: string | undefined } {
  const meta = document.querySelector<HTMLMetaElement>('meta[name=citation_title]');
  const name = meta?.content ?? document.title;
  const part = meta?.dataset['part'];
  return {
    title: part === undefined ? name : name.slice(0, -joining.colon.length - part.length),
    part,
  };
}

function siteName(): string | undefined {
  const name = document.querySelector('header .name');
  return (name && sourceText(name).trim()) || undefined;
}

/** What every source of this page has in common. */
function sourceOf(url: string, part: string | undefined): CitedSource {
  return {
    title: citedHere().title,
    part,
    issuer: metaOf('citation_author'),
    site: siteName(),
    language: 'zh-CN',
    url: absolute(url),
  };
}

/** A sentence: what it is numbered in, its number there, and its address. A task's title stands for the task. */
type Place = { container: string; n: number; url: string; isTask: boolean };

function placeOf(sentence: Element): Place {
  const [plan = '', , page = ''] = location.pathname.slice(homeUrl().length).split('/');
  const [, kind = '', ...numbers] =
    /^([sgpt])(\d+)(?:[sg](\d+))?(?:s(\d+))?$/u.exec(sentence.id) ?? [];
  const [first = 0, second = 0, third] = numbers.map((number) => number && Number(number)) as (
    number | undefined
  )[];
  if (kind === 'g') {
    const url = sentenceUrl(plan, {}, first);
    return { container: strings.general, n: first, url, isTask: false };
  }
  if (kind === 'p') {
    const place = third === undefined ? { section: first } : { section: first, group: second };
    const n = third ?? second;
    return {
      container: strings.section(first),
      n,
      url: sentenceUrl(plan, place, n),
      isTask: false,
    };
  }
  const [task, n] = kind === 't' ? [first, second] : [Number(page), first];
  const isTask = n === 1;
  const url = isTask ? taskUrl(plan, task) : sentenceUrl(plan, { task }, n);
  return { container: strings.task(task), n, url, isTask };
}

export function passageOfSentence(sentence: Element): Passage {
  const words = planWords()
    .filter((part) => sentence.contains(part) && !part.closest('.no'))
    .map(sourceText)
    .join('');
  const { container, n, url, isTask } = placeOf(sentence);
  const source = sourceOf(url, isTask ? container : strings.sentenceOf(container, n));
  return { words: words.trim(), source, short: source.url };
}

/** What a page shows that is cited as a whole: a sentence, a figure in its sentence, a task, or a plan, which has no words here. */
export function passageOfPage(): Passage {
  const sentence = document.querySelector('.one h1, article blockquote [data-plan-text]');
  const parts = sentence ? [sentence] : planWords().filter((part) => part.closest('.task'));
  const source = sourceOf(location.pathname, citedHere().part);
  return { words: wordsOf(parts), source, short: source.url };
}

/** Words as the source has them; what stands in paragraphs of it, in lines. */
const wordsOf = (parts: readonly (Element | Range)[]): string =>
  parts
    .map(sourceText)
    .join('')
    .replace(/\s*[\r\n]\s*/gu, '\n')
    .trim();

/** Selected words; undefined if they are not the plan's. */
export function passageOfRange(range: Range): Passage | undefined {
  const cuts = cutToPlan(range).filter((cut) => String(cut).trim() !== '');
  const [first, last] = [cuts[0], cuts[cuts.length - 1]];
  if (!first || !last) return undefined;
  const address = addressOfWords(range);
  const { pathname } = location;
  const short = absolute(address === undefined ? pathname : `${pathname}?w=${address}`);
  const source = sourceOf(`${short}#${fragmentOf(first, last)}`, partOf(first, last));
  return { words: wordsOf(cuts), source, short };
}

/** Which sentences words stand in. */
function partOf(first: Range, last: Range): string | undefined {
  const [from, to] = [sentenceOf(first), sentenceOf(last)];
  if (!from || !to) return passageOfPage().source.part;
  const [a, b] = [placeOf(from), placeOf(to)];
  if (a.container !== b.container) {
    return strings.to(strings.sentenceOf(a.container, a.n), strings.sentenceOf(b.container, b.n));
  }
  return a.n === b.n
    ? strings.sentenceOf(a.container, a.n)
    : strings.sentencesOf(a.container, a.n, b.n);
}

/** The element that begins a line, in which a text stands. */
function blockOf(node: Node): Element {
  let block = node instanceof Element ? node : node.parentElement;
  while (block?.parentElement && /^(?:inline|contents)/u.test(getComputedStyle(block).display)) {
    block = block.parentElement;
  }
  return block ?? document.body;
}

/** The plan's words in a block: its number, if it has one, is no part of the line. */
const lineOf = (block: Element): Element[] => planWords().filter((part) => block.contains(part));

function fragmentOf(first: Range, last: Range): string {
  const [from, to] = [blockOf(first.startContainer), blockOf(last.endContainer)];
  const text = (block: Element): string => lineOf(block).map(sourceText).join('');
  const placeIn = (block: Element, node: Node, offset: number): number => {
    const range = document.createRange();
    range.setStart(block, 0);
    range.setEnd(node, offset);
    return cutToPlan(range).join('').length;
  };
  const before = document.createRange();
  before.setStart(document.body, 0);
  before.setEndBefore(from);
  const between = document.createRange();
  between.setStartAfter(from);
  if (from !== to) between.setEndBefore(to);
  return makeFragment({
    preceding: sourceText(before),
    first: text(from),
    start: placeIn(from, first.startContainer, first.startOffset),
    last: text(to),
    end: placeIn(to, last.endContainer, last.endOffset),
    ...(from === to ? {} : { between: sourceText(between) }),
  });
}

import { type Pair, LineCounter, isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';
import { sectionPath, taskPath } from '../urls.ts';
import type { Alignment } from './align.ts';
import { type Edition, keyOf } from './places.ts';
import { describePlace } from '../text/anchor.ts';
import { citedNumeral, findCitedPlaces, readNumeral, wordsOfOthers } from '../text/cited-places.ts';
import { writeCardinal } from '../text/numerals.ts';
import type { Message } from '../text/say.ts';

/** What a correction does to a file of content: its new text, and on which lines what was changed or must be looked at. */
export type RenumberedFile = {
  text: string;
  /** Numbers that were written anew. */
  moved: { line: number; from: string; to: string }[];
  /** Entries about words that are no more: they have the number 0 now, which no build lets pass. */
  gone: { line: number; what: Message }[];
};

/** Two editions of a text: the one that the files of content number, and where its places are in the next. */
export type Renumbering = { plan: string; before: Edition; alignment: Alignment };

/** A stretch of a file, in UTF-16 units, and what is to stand there. */
type Edit = { start: number; end: number; text: string };

const sectionOf = ({ alignment }: Renumbering, section: number): number | undefined => {
  const place = alignment.get(keyOf({ kind: 'section', section }));
  return place && 'section' in place ? place.section : undefined;
};

const taskOf = ({ alignment }: Renumbering, task: number): number | undefined => {
  const place = alignment.get(`t${task}`);
  return place?.kind === 'task' ? place.task : undefined;
};

const sentenceOf = (
  { alignment }: Renumbering,
  task: number,
  sentence: number,
): { task: number; sentence: number } | undefined => {
  const place = alignment.get(`t${task}s${sentence}`);
  return place?.kind === 'sentence' ? place : undefined;
};

/** Where the task of a quotation is now: that of its sentence, which may have left its task. */
function taskOfQuotation(
  renumbering: Renumbering,
  task: number,
  quote: string | undefined,
  occurrence: number,
): number | undefined {
  const found = renumbering.before.tasks[task - 1];
  if (quote === undefined || !found) return taskOf(renumbering, task);
  let text = '';
  const starts = found.sentences.map((sentence) => {
    const start = text.length;
    text += sentence.text + sentence.after;
    return start;
  });
  let at = -1;
  for (let i = 0; i < occurrence; i += 1) at = text.indexOf(quote, at + 1);
  const sentence = at < 0 ? 0 : starts.filter((start) => start <= at).length;
  return sentence === 0 ? taskOf(renumbering, task) : sentenceOf(renumbering, task, sentence)?.task;
}

/**
 * Writes the numbers of a plan's places in one of its YAML files anew, and changes nothing else: comments, order and
 * form stay.
 *
 * It moves `task`, with the sentence that `quote` stands in; `task` and `sentence` together; `section`; and 第3项,
 * 第6、14项, 第3项第2句, 第五部分 in what editors say and in comments. What is no more is given the number 0.
 */
export function renumberYaml(text: string, renumbering: Renumbering): RenumberedFile {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const edits: Edit[] = [];
  const gone: RenumberedFile['gone'] = [];
  const set = (node: unknown, now: number | undefined, what: Message): void => {
    if (!isScalar(node) || !node.range) return;
    const [start, end] = node.range;
    if (now === undefined) gone.push({ line: counter.linePos(start).line, what });
    if (node.value !== now) edits.push({ start, end, text: String(now ?? 0) });
  };
  visit(document, {
    Map: (_, map) => {
      const scalar = (key: string) => {
        const node = map.get(key, true);
        return isScalar(node) ? node : undefined;
      };
      const numberAt = (key: string): number | undefined => {
        const value = scalar(key)?.value;
        return typeof value === 'number' ? value : undefined;
      };
      const [task, sentence, section] = [
        numberAt('task'),
        numberAt('sentence'),
        numberAt('section'),
      ];
      if (task !== undefined && sentence !== undefined) {
        const now = sentenceOf(renumbering, task, sentence);
        const what = {
          en: `task ${task}, sentence ${sentence}`,
          zh: `第${task}项第${sentence}句`,
        };
        set(scalar('task'), now?.task, what);
        if (now) set(scalar('sentence'), now.sentence, what);
      } else if (task !== undefined) {
        const quote = scalar('quote')?.value;
        const now = taskOfQuotation(
          renumbering,
          task,
          typeof quote === 'string' ? quote : undefined,
          numberAt('occurrence') ?? 1,
        );
        set(scalar('task'), now, describePlace({ task }));
      } else if (section !== undefined) {
        set(scalar('section'), sectionOf(renumbering, section), describePlace({ section }));
      }
    },
    Scalar: (_, node, path) => {
      if (typeof node.value !== 'string' || !node.range) return;
      const pair = path.findLast((one): one is Pair => 'key' in one && !isMap(one) && !isSeq(one));
      if (pair?.key === node) return;
      const key = pair && isScalar(pair.key) ? String(pair.key.value) : '';
      if (wordsOfOthers.has(key)) return;
      const [start, end] = node.range;
      edits.push(...findReferences(text.slice(start, end), renumbering, start));
    },
  });
  for (const { index, 0: comment } of text.matchAll(/^\s*#.*$/gmu)) {
    edits.push(...findReferences(comment, renumbering, index));
  }
  return apply(text, edits, gone);
}

/**
 * Writes the numbers of a plan's places in a guide anew: those of `<TaskLink>`, `<Sentence>` and `<SectionLink>`, of
 * links to its pages, and, where the guide is about this plan, 第3项 in its prose.
 * @param isAbout whether what names no plan means this one
 */
export function renumberGuide(
  text: string,
  renumbering: Renumbering,
  isAbout: boolean,
): RenumberedFile {
  const edits: Edit[] = [];
  const gone: RenumberedFile['gone'] = [];
  const lineAt = (index: number): number => text.slice(0, index).split('\n').length;
  const { plan } = renumbering;
  for (const { index, 0: tag, 1: name } of text.matchAll(
    /<(TaskLink|Sentence|SectionLink)\b[^>]*>/gu,
  )) {
    const other = /\bplan=["'{]*([a-z0-9-]+)/u.exec(tag)?.[1];
    if (other === undefined ? !isAbout : other !== plan) continue;
    const attribute = (key: string) => {
      const match = new RegExp(`\\b${key}=\\{(\\d+)\\}`, 'u').exec(tag);
      const value = match?.[1];
      if (!match || value === undefined) return undefined;
      const start = index + match.index + key.length + 2;
      return { value: Number(value), start, end: start + value.length };
    };
    const [n, s] = [attribute('n'), attribute('s')];
    if (!n) continue;
    const now =
      name === 'SectionLink'
        ? { n: sectionOf(renumbering, n.value) }
        : s
          ? sentenceOf(renumbering, n.value, s.value)
          : { n: taskOf(renumbering, n.value) };
    const to = now && ('task' in now ? now.task : now.n);
    if (to === undefined) gone.push({ line: lineAt(index), what: tag });
    if (to !== n.value) edits.push({ start: n.start, end: n.end, text: String(to ?? 0) });
    if (s && now && 'sentence' in now && now.sentence !== s.value) {
      edits.push({ start: s.start, end: s.end, text: String(now.sentence) });
    }
  }
  for (const { index, 0: link, 1: kind, 2: n = '', 3: s } of text.matchAll(
    new RegExp(`/${plan}/(tasks|sections)/(\\d+)/(?:#s(\\d+)\\b)?`, 'gu'),
  )) {
    const sentence = s === undefined ? undefined : sentenceOf(renumbering, Number(n), Number(s));
    const to =
      kind === 'sections'
        ? sectionOf(renumbering, Number(n))
        : s === undefined
          ? taskOf(renumbering, Number(n))
          : sentence?.task;
    if (to === undefined) {
      gone.push({ line: lineAt(index), what: link });
      continue;
    }
    const path = kind === 'sections' ? sectionPath(plan, to) : taskPath(plan, to);
    const now = `/${path}${sentence ? `#s${sentence.sentence}` : ''}`;
    if (now !== link) edits.push({ start: index, end: index + link.length, text: now });
  }
  if (isAbout) edits.push(...findReferences(text, renumbering, 0));
  return apply(text, edits, gone);
}

/**
 * 第3项, 第6、14项, 第三项第2句 and 第五部分 of a text whose numbers change, each numeral as it was written. What is gone is
 * left: only the editor knows what to say.
 */
function findReferences(text: string, renumbering: Renumbering, offset: number): Edit[] {
  return findCitedPlaces(text).flatMap(({ words, index, kind, numbers, sentence }) => {
    const [task = 0] = numbers;
    const place = sentence === undefined ? undefined : sentenceOf(renumbering, task, sentence);
    const move = kind === 'task' ? taskOf : sectionOf;
    const to = place
      ? [place.task, place.sentence]
      : numbers.map((n) => move(renumbering, n) ?? n).concat(sentence ?? []);
    let at = -1;
    const now = words.replace(citedNumeral, (numeral) => {
      at += 1;
      const n = to[at];
      if (n === undefined || readNumeral(numeral) === n) return numeral;
      return /\d/u.test(numeral) ? String(n) : writeCardinal(n);
    });
    const start = offset + index;
    return now === words ? [] : [{ start, end: start + words.length, text: now }];
  });
}

function apply(text: string, edits: readonly Edit[], gone: RenumberedFile['gone']): RenumberedFile {
  const moved: RenumberedFile['moved'] = [];
  let result = '';
  let done = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    // A comment inside a block of text is that text, and was found twice.
    if (edit.start < done) continue;
    moved.push({
      line: text.slice(0, edit.start).split('\n').length,
      from: text.slice(edit.start, edit.end),
      to: edit.text,
    });
    result += text.slice(done, edit.start) + edit.text;
    done = edit.end;
  }
  return { text: result + text.slice(done), moved, gone };
}

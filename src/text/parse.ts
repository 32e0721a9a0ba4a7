import { quoteBriefly } from './errors.ts';
import { type Said, joined } from './say.ts';
import { limits } from './limits.ts';
import { isBareHeading, isBracketedHeading, markHeadings } from './headings.ts';
import { type MatterLine, findClosing, readClosing, readFrontLine, readPreface } from './matter.ts';
import { type Doubt, findDoubts } from './reading-doubts.ts';
import { headingForm, namedForms, numberingForms } from './schema.ts';
import type {
  Group,
  MatterPart,
  NumberingForm,
  Section,
  Sentence,
  Span,
  Structure,
  Task,
} from './schema.ts';
import { splitSentences, withoutClosingMark } from './sentences.ts';
import { type Line, SourceText, countCharacters, readLines } from './source.ts';
import { countCodePoints } from './span.ts';
import { type Levels, type Marker, findLevels, namedLevels, readMarker } from './structure.ts';
import { type Cell, readCells } from './tables.ts';

/** A plan's text, parsed: every character of the source is in exactly one part or its `after`. */
export type ParsedText = {
  before: string;
  preface: MatterPart[];
  front: MatterPart[];
  isUntitled?: true;
  general: Sentence[];
  sections: Section[];
  tasks: Task[];
  closing: MatterPart[];
  length: number;
};

/** A parsed text, and what in it may have been misread. */
export type Reading = ParsedText & { doubts: Doubt[] };

/** How editors mark a title that the source does not have. */
const byEditor = '（编者拟）';

/** What stands before an item of a list: dashes, or a bullet. A `-` or `*` alone may be a minus or a mask. */
const listMark = /^(?:[—–]{1,3}|-{2,3}|[●○•·∙◆◇■□▲△▪▫★☆►▶➤✓√※◎]|[-*](?=\s))\s*/u;

/**
 * Parses the text of a plan.
 *
 * The title stands in the first lines, on one line or more, perhaps more than once. What stands before it is
 * the preface: the furniture of a web page, a notice that carries the plan. After it may stand, in any order,
 * date lines, a document number, the addressees, notes in brackets; what follows up to the first number is the
 * general requirement. Numbers at the start of lines make sections, groups and tasks (see findLevels). A task's
 * text runs to the next number; its title is its first sentence, if that is short. Paragraphs of a section or
 * group that has no numbered task are one task without a number. Numbers are taken as they are printed; where
 * they do not count up, through the whole plan or anew under each parent, that is a doubt. The list of
 * attachments, the signature and what follows them are the closing matter (GB/T 9704-2012, 7.3.4 to 7.4.2).
 *
 * @param text the source as decodeSource gives it
 * @param options `id` of the plan; `file` for errors; `title` as the editor gives it, with （编者拟） at its end
 *   if the source has none; `structure` to name the levels where the rule would not find them
 * @throws PlanError plan-size, plan-title, structure-levels, section-…, task-…, each with the line at fault
 */
export function parsePlan(
  text: string,
  options: { id: string; file: string; title: string; structure?: Structure | undefined },
): Reading {
  const source = new SourceText(text, options.file);
  const lines = readLines(text);
  refuseLongLines(lines, source);
  const { preface, front, rest } = divideLines(lines, source, options.title);
  const end = findClosing(rest, (from) => goesOn(rest, from));
  const unread = rest.slice(0, end);
  const cells = unread.map((_, i) => readCells(unread, i));
  const isItem = (i: number): boolean =>
    cells[i] !== undefined || listMark.test(unread[i]?.text ?? '');
  const isNamed = options.structure?.sections === headingForm;
  const { lines: body, guessed } = markHeadings(unread, isItem, isNamed);
  const numbered = body.filter((_, i) => !isItem(i));
  const levels = options.structure
    ? namedLevels(options.structure)
    : findLevels(numbered, source, body);
  const reader = new BodyReader(source, options.id, levels);
  for (let i = 0; i < body.length;) i += reader.read(body, i, cells);
  const read = reader.finish(body.at(-1)?.line ?? 1);
  const matter = (all: readonly MatterLine[]): MatterPart[] =>
    all.map(({ kind, line }, i): MatterPart => {
      const part = { kind, ...source.part(line.start, line.end, line.line) };
      const row =
        kind === 'row' &&
        readCells(
          all.map((one) => one.line),
          i,
        );
      return row ? { ...part, cells: cellsOf(source, line, row) } : part;
    });
  const parsed: ParsedText = {
    before: text.slice(0, lines[0]?.start ?? 0),
    preface: matter(preface),
    front: matter(front),
    ...(front.some(({ kind }) => kind === 'title') ? {} : { isUntitled: true as const }),
    ...read.parts,
    closing: matter(readClosing(rest.slice(end))),
    length: source.length,
  };
  return { ...parsed, doubts: [...read.doubts, ...findDoubts(body, parsed, guessed)].sort(byLine) };
}

const byLine = (a: Doubt, b: Doubt): number => a.line - b.line;

/** Patterns and pages rest on lines that a person would write. */
function refuseLongLines(lines: readonly Line[], source: SourceText): void {
  const most = limits.lineCharacters;
  for (const { text, line } of lines) {
    if (text.length <= most || countCodePoints(text) <= most) continue;
    throw source.error('plan-size', line, {
      expected: { en: `a line of at most ${most} characters`, zh: `一行至多 ${most} 个字` },
      found: `${countCodePoints(text)}, ${quoteBriefly(text)}`,
    });
  }
}

/** Divides lines into preface, title with what follows it, and the rest. */
function divideLines(
  lines: readonly Line[],
  source: SourceText,
  title: string,
): { preface: MatterLine[]; front: MatterLine[]; rest: Line[] } {
  const titles = findTitles(lines, title);
  if (titles.length === 0) {
    const first = lines[0];
    if (!title.endsWith(byEditor)) {
      throw source.error('plan-title', first?.line ?? 1, {
        expected: {
          en: `the title of plan.yaml, ${quoteBriefly(title, 60)}, as a line of its own; with ${byEditor} at its end if the source has none`,
          zh: `plan.yaml 的标题${quoteBriefly(title, 60)}自成一行；原文没有标题的，在 plan.yaml 的标题末尾加${byEditor}`,
        },
        found: quoteBriefly(first?.text ?? '', 60),
      });
    }
    const { front, rest } = readFront(lines, 0, new Map());
    return { preface: [], front, rest };
  }
  const ends = new Map(titles.map(({ start, end }) => [start, end]));
  const isBegun = (from: number): boolean => {
    const next = lines
      .slice(from)
      .map((line) => readMarker(line))
      .find(Boolean);
    return next === undefined || next.ordinal === 1 || namedForms.includes(next.form);
  };
  // The last title from which the numbering begins; what stands between two of them may be a front as well.
  const main = titles.findLast(({ end }) => isBegun(end)) ?? titles[0];
  let start = main?.start ?? 0;
  for (const other of titles.toReversed()) {
    if (other.start < start && readFront(lines, other.start, ends).end >= start)
      start = other.start;
  }
  const { front, rest } = readFront(lines, start, ends);
  return { preface: readPreface(lines.slice(0, start)), front, rest };
}

/** Where lines, white space left out, are the title. */
function findTitles(lines: readonly Line[], title: string): { start: number; end: number }[] {
  const compact = (text: string): string => text.replace(/[\s\u200b-\u200d\u2060\ufeff]+/gu, '');
  const wanted = compact(title);
  return lines.flatMap((_, start) => {
    let left = wanted;
    let end = start;
    while (left !== '') {
      const here = compact(lines[end]?.text ?? '');
      if (here === '' || !left.startsWith(here)) return [];
      left = left.slice(here.length);
      end += 1;
    }
    return [{ start, end }];
  });
}

/** Reads the title and the lines after it up to the text. */
function readFront(
  lines: readonly Line[],
  start: number,
  titles: ReadonlyMap<number, number>,
): { front: MatterLine[]; rest: Line[]; end: number } {
  const front: MatterLine[] = [];
  let i = start;
  while (i < lines.length) {
    const end = titles.get(i);
    if (end !== undefined) {
      for (; i < end; i += 1) front.push({ kind: 'title', line: lines[i] as Line });
      continue;
    }
    const line = lines[i] as Line;
    const contents = endOfContents(lines, i);
    if (contents !== undefined) {
      for (; i < contents; i += 1) front.push({ kind: 'furniture', line: lines[i] as Line });
      continue;
    }
    const kind = readFrontLine(line, lines[i + 1]);
    if (kind === undefined || isBracketedHeading(lines, i)) break;
    front.push({ kind, line });
    i += 1;
  }
  return { front, rest: lines.slice(i), end: i };
}

/** The line after a table of contents (目录): where its first number comes again. */
function endOfContents(lines: readonly Line[], i: number): number | undefined {
  if (lines[i]?.text.replace(/\s+/gu, '') !== '目录') return undefined;
  const first = lines[i + 1] && readMarker(lines[i + 1] as Line);
  if (!first) return undefined;
  const again = lines.findIndex((line, at) => {
    const marker = at > i + 1 ? readMarker(line, [first.form]) : undefined;
    return marker?.ordinal === first.ordinal;
  });
  return again < 0 ? undefined : again;
}

/**
 * Whether the numbering goes on from a line: the next number of all, or the next of the outermost form, is one more
 * than the last of its form before. The numbers of an attachment begin anew.
 */
function goesOn(lines: readonly Line[], from: number): boolean {
  const before = lines.slice(0, from).flatMap((line) => readMarker(line) ?? []);
  if (before.length === 0) return lines.slice(from).some((line) => readMarker(line));
  const top = numberingForms.find((form) => before.some((marker) => marker.form === form));
  const following = lines.slice(from).flatMap((line) => readMarker(line) ?? []);
  return [following[0], following.find(({ form }) => form === top)].some((next) => {
    const last = next && before.findLast(({ form }) => form === next.form)?.ordinal;
    return last !== undefined && next?.ordinal === last + 1;
  });
}

function cellsOf(source: SourceText, line: Line, cells: readonly Cell[]): Span[] {
  return cells.map(({ start, end }) =>
    source.span(line.start + start, line.start + end, line.line),
  );
}

type Draft<T> = Omit<T, 'tasks' | 'groups' | 'length'> & { tasks: number[]; line: number };
type GroupDraft = Draft<Group> & { level: number };
type SectionDraft = Draft<Section> & { groups: GroupDraft[] };
type TaskDraft = Omit<Task, 'title' | 'sentences' | 'length'> & {
  sentences: Sentence[];
  line: number;
  label: string;
};

/** The longest first sentence that is a title, and the longest line without a closing mark, in characters. */
const longestTitle = 40;
const longestHeading = 60;
/** The most of a long first sentence that stands for a title in lists, in characters. */
const longestLabel = 24;

class BodyReader {
  readonly #source: SourceText;
  readonly #plan: string;
  readonly #levels: Levels;
  readonly #general: Sentence[] = [];
  readonly #sections: SectionDraft[] = [];
  readonly #tasks: TaskDraft[] = [];
  readonly #counters = new Map<string, Counter>();
  readonly #doubts: Doubt[] = [];
  /** The group that is open in the open section. */
  #group: number | undefined;
  #paragraph = 0;
  /** The next line, if it may be the title of a number that stands alone. */
  #title: Line | undefined;

  constructor(source: SourceText, plan: string, levels: Levels) {
    this.#source = source;
    this.#plan = plan;
    this.#levels = levels;
  }

  /**
   * @param rows the cells of lines that are rows of a table
   * @returns how many lines it read: two where a number stands alone above its title
   */
  read(lines: readonly Line[], i: number, rows: readonly (readonly Cell[] | undefined)[]): number {
    const line = lines[i] as Line;
    const next = lines[i + 1];
    const isTitle =
      next !== undefined && !rows[i + 1] && !readMarker(next) && isBareHeading(next.text);
    this.#title = isTitle ? next : undefined;
    this.#readLine(line, rows[i]);
    return isTitle && this.#title === undefined ? 2 : 1;
  }

  #readLine(line: Line, cells: readonly Cell[] | undefined): void {
    const { sections, groups } = this.#levels;
    if (cells || listMark.test(line.text)) {
      this.#readItem(line, cells);
      return;
    }
    const section = sections === undefined ? undefined : readMarker(line, [sections]);
    if (section) {
      this.#openSection(line, section);
      return;
    }
    // What is numbered before the first section belongs to what is said there.
    if (sections !== undefined && this.#sections.length === 0) {
      this.#readParagraph(line);
      return;
    }
    const tasks = this.#taskForm();
    const marker = readMarker(line, [...groups, ...(tasks === undefined ? [] : [tasks])]);
    // A section may have fewer levels than others: what numbers its tasks numbers groups elsewhere.
    if (!marker) this.#readParagraph(line);
    else if (marker.form === tasks) this.#openTask(line, marker);
    else if (tasks !== undefined && isDeeper(marker.form, tasks)) this.#readParagraph(line);
    else this.#openGroup(line, marker);
  }

  /** What numbers the tasks where the reader is. */
  #taskForm(): NumberingForm | undefined {
    const { tasks } = this.#levels;
    return typeof tasks === 'string' ? tasks : tasks?.[this.#sections.length - 1];
  }

  finish(lastLine: number): {
    parts: Pick<ParsedText, 'general' | 'sections' | 'tasks'>;
    doubts: Doubt[];
  } {
    this.#closeTask();
    this.#closeSection();
    if (this.#tasks.length === 0) {
      throw this.#source.error('structure-levels', lastLine, {
        expected: joined`${{ en: 'tasks numbered', zh: '任务的序号形如' }} ${this.#taskForm() ?? this.#levels.sections ?? ''}`,
        found: { en: 'none in the whole text', zh: '整篇没有' },
      });
    }
    const tasks = this.#tasks.map((draft): Task => {
      const { line: _line, label: _label, isUntitled: _isUntitled, ...task } = draft;
      const [first, ...others] = task.sentences as [Sentence, ...Sentence[]];
      return {
        ...task,
        sentences: [first, ...others],
        ...labelOf(draft),
        length: countCharacters(task.sentences.map((sentence) => sentence.text).join('')),
      };
    });
    const lengthOf = (numbers: number[]): number =>
      numbers.reduce((sum, n) => sum + (tasks[n - 1]?.length ?? 0), 0);
    const sections = this.#sections.map(({ line: _line, ...section }): Section => ({
      ...section,
      tasks: nonEmpty(section.tasks),
      groups: section.groups.map(({ line: _groupLine, level: _level, ...group }) => ({
        ...group,
        tasks: nonEmpty(group.tasks),
      })),
      length: lengthOf(section.tasks),
    }));
    return { parts: { general: this.#general, sections, tasks }, doubts: this.#doubts };
  }

  #openSection(line: Line, marker: Marker): void {
    this.#closeTask();
    this.#closeSection();
    this.#count('section', this.#sections.length === 0, line, marker);
    const n = this.#sections.length + 1;
    const head = this.#readHeading(line, marker);
    const { numeral = String(n) } = head;
    this.#sections.push({ plan: this.#plan, n, ...head.fields, numeral, groups: [] });
    this.#group = undefined;
    this.#paragraph = 0;
    if (head.rest) this.#readParagraph(head.rest);
  }

  #openGroup(line: Line, marker: Marker): void {
    this.#closeTask();
    const section = this.#openedSection(line);
    const level = this.#levels.groups.indexOf(marker.form);
    const around = this.#openGroups(section).filter((group) => group.level < level);
    const parent = around.at(-1)?.n;
    if (this.#openGroups(section).length > around.length) this.#closeGroup(section);
    const head = this.#readHeading(line, marker);
    const isFirst = !section.groups.some(
      (group) => group.level === level && group.parent === parent,
    );
    this.#count(`group ${level}`, isFirst, line, marker);
    const n = section.groups.length + 1;
    const { numeral = String(n) } = head;
    const place = parent === undefined ? {} : { parent };
    section.groups.push({ n, level, ...place, ...head.fields, numeral });
    this.#group = n;
    this.#paragraph = 0;
    if (head.rest) this.#readParagraph(head.rest);
  }

  /** The groups that are open, from the outermost. */
  #openGroups(section: SectionDraft): GroupDraft[] {
    const open: GroupDraft[] = [];
    let group = section.groups[(this.#group ?? 0) - 1];
    while (group) {
      open.unshift(group);
      group = section.groups[(group.parent ?? 0) - 1];
    }
    return open;
  }

  #openTask(line: Line, marker: Marker): void {
    this.#closeTask();
    const section = this.#openedSection(line);
    const last = this.#tasks.at(-1);
    const isFirst = last?.section !== section.n || last.group !== this.#group;
    this.#count('task', isFirst, line, marker);
    const task = this.#addTask(section, line);
    if (marker.length > 0)
      task.marker = this.#source.part(line.start, line.start + marker.length, line.line);
    const rest = after(line, marker.length);
    if (rest) this.#addSentences(task.sentences, rest);
  }

  #readParagraph(line: Line): void {
    const section = this.#sections.at(-1);
    const task = this.#tasks.at(-1);
    if (!section) this.#addSentences(this.#general, line);
    else if (this.#levels.tasks === undefined) {
      const goesOn =
        task?.section === section.n && isBareHeading(task.label) && !isBareHeading(line.text);
      this.#addSentences((goesOn ? task : this.#addTask(section, line)).sentences, line);
    } else if (task && task.section === section.n && task.group === this.#group) {
      this.#addSentences(task.sentences, line);
    } else this.#addSentences((section.groups[(this.#group ?? 0) - 1] ?? section).lead, line);
  }

  #addTask(section: SectionDraft, line: Line): TaskDraft {
    const n = this.#tasks.length + 1;
    if (n > limits.tasks) {
      throw this.#source.error('plan-size', line.line, {
        expected: { en: `at most ${limits.tasks} tasks`, zh: `至多 ${limits.tasks} 项任务` },
        found: joined`${numberOf('task', n)}, ${quoteBriefly(line.text)}`,
      });
    }
    const group = this.#group;
    const task: TaskDraft = {
      plan: this.#plan,
      n,
      section: section.n,
      ...(group === undefined ? {} : { group }),
      sentences: [],
      line: line.line,
      label: line.text,
    };
    this.#tasks.push(task);
    section.tasks.push(n);
    for (const around of this.#openGroups(section)) around.tasks.push(n);
    this.#paragraph = 0;
    return task;
  }

  /** An item of a list or a row of a table: a paragraph of what it stands in, and never a task of its own. */
  #readItem(line: Line, cells: readonly Cell[] | undefined): void {
    const section = this.#sections.at(-1);
    const task = this.#tasks.at(-1);
    const isOfTask =
      task !== undefined && task.section === section?.n && task.group === this.#group;
    if (!isOfTask) {
      const into = section
        ? (section.groups[(this.#group ?? 0) - 1] ?? section).lead
        : this.#general;
      this.#addSentences(into, line, cells);
    } else this.#addSentences(task.sentences, line, cells);
  }

  #addSentences(into: Sentence[], line: Line, cells?: readonly Cell[]): void {
    this.#paragraph = into.length === 0 ? 1 : this.#paragraph + 1;
    const add = (start: number, end: number, more: Partial<Sentence>): void => {
      const part = this.#source.part(line.start + start, line.start + end, line.line);
      into.push({ n: into.length + 1, paragraph: this.#paragraph, ...part, ...more });
    };
    if (cells) {
      add(0, line.text.length, { cells: cellsOf(this.#source, line, cells) });
      return;
    }
    const mark = listMark.exec(line.text)?.[0].trimEnd();
    const item = mark === undefined ? line : after(line, mark.length);
    if (mark === undefined || !item) {
      for (const { start, end } of splitSentences(line.text)) add(start, end, {});
      return;
    }
    const before = this.#source.part(line.start, line.start + mark.length, line.line);
    const shift = item.start - line.start;
    splitSentences(item.text).forEach(({ start, end }, i) =>
      add(shift + start, shift + end, i === 0 ? { mark: before } : {}),
    );
  }

  #readHeading(
    line: Line,
    marker: Marker,
  ): {
    numeral: string | undefined;
    fields: Pick<Group, 'marker' | 'heading' | 'title' | 'lead'> & {
      tasks: number[];
      line: number;
    };
    rest: Line | undefined;
  } {
    const own = after(line, marker.length);
    const heading = own ?? this.#title;
    if (!own) this.#title = undefined;
    const [first] = splitSentences(heading?.text ?? '');
    if (!heading || !first) {
      throw this.#source.error('section-title', line.line, {
        expected: { en: `a title after ${marker.numeral}`, zh: `${marker.numeral} 后面有标题` },
        found: quoteBriefly(line.text),
      });
    }
    const part = this.#source.part(heading.start, heading.start + first.end, heading.line);
    const isNumbered = marker.length > 0;
    return {
      numeral: isNumbered ? marker.numeral : undefined,
      fields: {
        ...(isNumbered && {
          marker: this.#source.part(line.start, line.start + marker.length, line.line),
        }),
        heading: part,
        title: titleOf(part),
        lead: [],
        tasks: [],
        line: line.line,
      },
      rest: after(heading, first.end),
    };
  }

  /** The open section; a plan without sections gets one without a heading. */
  #openedSection(line: Line): SectionDraft {
    const open = this.#sections.at(-1);
    if (open) return open;
    const section = { plan: this.#plan, n: 1, lead: [], groups: [], tasks: [], line: line.line };
    this.#sections.push(section);
    return section;
  }

  #count(key: string, isFirst: boolean, line: Line, marker: Marker): void {
    const [level] = key.split(' ') as [keyof typeof levels];
    const counter = this.#counters.get(key) ?? new Counter();
    this.#counters.set(key, counter);
    const expected = counter.next(marker.ordinal, isFirst);
    // The months of a year need not begin with the first, nor is each of them busy.
    if (expected !== undefined && marker.form !== '三月：' && !namedForms.includes(marker.form)) {
      this.#doubts.push({
        kind: 'number',
        line: line.line,
        expected: numberOf(level, ...expected),
        found: joined`${numberOf(level, marker.ordinal)}, ${quoteBriefly(line.text)}`,
      });
    }
  }

  #closeTask(): void {
    const task = this.#tasks.at(-1);
    if (task && task.sentences.length === 0) {
      throw this.#source.error('task-empty', task.line, {
        expected: { en: 'text after the number of the task', zh: '任务的序号后面有正文' },
        found: quoteBriefly(task.label),
      });
    }
  }

  #closeGroup(section: SectionDraft): void {
    const group = section.groups.at(-1);
    if (group) this.#closeUnnumbered(section, group, 'group');
  }

  #closeSection(): void {
    const section = this.#sections.at(-1);
    if (!section) return;
    this.#closeGroup(section);
    this.#group = undefined;
    this.#closeUnnumbered(section, section, 'section');
  }

  /** A section or group that has paragraphs and no numbered task is one task without a number. */
  #closeUnnumbered(
    section: SectionDraft,
    parent: GroupDraft | SectionDraft,
    level: 'section' | 'group',
  ): void {
    const [first] = parent.lead;
    if (parent.tasks.length === 0 && first) {
      const task = this.#addTask(section, { ...first, line: first.line });
      task.isUntitled = true;
      task.sentences.push(...parent.lead);
      parent.lead = [];
    }
    if (parent.tasks.length === 0) throw this.#emptyError(parent.line, level);
  }

  #emptyError(line: number, level: 'section' | 'group'): Error {
    const form = this.#taskForm();
    return this.#source.error('section-empty', line, {
      expected: form
        ? {
            en: `a task numbered ${form} in this ${level}`,
            zh: `${levels[level].zh}之下有序号形如 ${form} 的任务`,
          }
        : { en: `a paragraph in this ${level}`, zh: `${levels[level].zh}之下有一段文字` },
      found: {
        en: 'none; if the numbering has other levels, name them under `structure` in plan.yaml',
        zh: '没有；如果序号分级不是这样，在 plan.yaml 用 `structure` 写明',
      },
    });
  }
}

const levels = {
  section: { zh: '部分', counted: { zh: '部分' } },
  group: { zh: '小标题', counted: { zh: '个小标题' } },
  task: { zh: '任务', counted: { zh: '项任务' } },
};

/** `task 3`, 第3项任务. */
function numberOf(level: keyof typeof levels, ...numbers: readonly number[]): Said {
  return {
    en: `${level} ${numbers.join(' or ')}`,
    zh: `第${numbers.join('或')}${levels[level].counted.zh}`,
  };
}

/** Whether a form stands below another in the order of GB/T 9704-2012, 7.3.3. */
function isDeeper(form: NumberingForm, other: NumberingForm): boolean {
  return numberingForms.indexOf(form) > numberingForms.indexOf(other);
}

/** Follows numbers that count up from 1, through the whole plan or anew under each parent. */
class Counter {
  #last = 0;
  #restarts: boolean | undefined;

  /** @returns undefined if `ordinal` is right, else what it should have been; counting goes on from what is printed */
  next(ordinal: number, isFirst: boolean): readonly number[] | undefined {
    const onward = this.#last + 1;
    let wanted = [onward];
    if (isFirst && this.#last > 0) {
      if (this.#restarts !== undefined) wanted = [this.#restarts ? 1 : onward];
      else if (onward !== 1) {
        wanted = [onward, 1];
        this.#restarts = ordinal === 1;
      }
    }
    this.#last = ordinal;
    return wanted.includes(ordinal) ? undefined : wanted;
  }
}

function after(line: Line, length: number): Line | undefined {
  const rest = line.text.slice(length);
  const text = rest.trim();
  if (text === '') return undefined;
  const start = line.end - text.length;
  return { start, end: line.end, line: line.line, text };
}

function titleOf(sentence: Span): Span {
  const { start, end, line } = sentence;
  const [, inner] = /^【([^【】]+)】$/u.exec(sentence.text) ?? [];
  if (inner !== undefined) return { start: start + 1, end: end - 1, line, text: inner };
  const text = withoutClosingMark(sentence.text);
  return { start, end: end - (sentence.text.length - text.length), line, text };
}

/**
 * The title of a task: its first sentence, if that is short, or its first line, if that has no closing mark as
 * headings have none. Any other first sentence is cut for lists, at a comma if there is one.
 */
function labelOf({ isUntitled, sentences }: TaskDraft): Pick<Task, 'title' | 'isUntitled'> {
  const [first, second] = sentences as [Sentence, ...Sentence[]];
  const whole = titleOf(first);
  const length = countCodePoints(whole.text);
  const isHeading =
    whole.text === first.text && second !== undefined && second.paragraph > first.paragraph;
  const isShort = length <= (isHeading ? longestHeading : longestTitle) && !first.cells;
  if (isShort && isUntitled === undefined) return { title: whole };
  return { title: length <= longestLabel ? whole : cut(whole), isUntitled: true };
}

function cut({ start, line, text }: Span): Span {
  const characters = Array.from(text);
  const comma = characters.slice(0, longestLabel).findLastIndex((one) => /[,，:：、]/u.test(one));
  const kept = characters.slice(0, comma >= 6 ? comma : longestLabel);
  return { start, end: start + kept.length, line, text: kept.join('') };
}

function nonEmpty(numbers: number[]): [number, ...number[]] {
  return numbers as [number, ...number[]];
}

import { quoteBriefly } from './errors.ts';
import { limits } from './limits.ts';
import { numberingForms } from './schema.ts';
import type {
  FrontPart,
  Group,
  NumberingForm,
  Part,
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

/** A plan's text, parsed: every character of the source is in exactly one part or its `after`. */
export type ParsedText = {
  before: string;
  front: [FrontPart, ...FrontPart[]];
  general: Sentence[];
  sections: Section[];
  tasks: Task[];
  signature: Part[];
  length: number;
};

const number = /^\S{1,20}[〔[（(【]\S{2,6}[〕\]）)】]\s*第?\s*\S{1,6}号$/u;
const recipients = /^.{2,80}[:：]$/u;
const bareDate =
  /^[（(]?[\d０-９零〇○一二三四五六七八九*＊×X]{2,4}年[\d０-９一二三四五六七八九十*＊×X]{1,3}月(?:[\d０-９一二三四五六七八九十*＊×X]{1,3}日)?[）)]?$/u;
const labelledDate =
  /^(?:发布|发文|成文|印发|更新)?(?:时间|日期)\s*[:：]\s*[\d０-９*＊]{2,4}[-/.年].{0,24}$/u;

/**
 * Parses the text of a plan.
 *
 * The title stands first, on one or more lines, perhaps more than once; then, in any order, a date
 * line, a document number and the addressees; what follows up to the first number is the general
 * requirement. Numbers at the start of lines make sections, groups and tasks (see findLevels).
 * A task's text runs to the next number; its title is its first sentence. Numbers count up from 1 and
 * either go on through the whole plan or start again in each section; the second section decides,
 * and the rest must do alike. A closing date and the short lines above it are the signature.
 *
 * @param text the source as decodeSource gives it
 * @param options `id` of the plan; `file` for errors; `title` as the editor gives it; `structure` to
 *   name the levels where the rule would not find them
 * @throws PlanError plan-size, plan-title, structure-levels, section-…, task-…, each with the line at fault
 */
export function parsePlan(
  text: string,
  options: { id: string; file: string; title: string; structure?: Structure | undefined },
): ParsedText {
  const source = new SourceText(text, options.file);
  const lines = readLines(text);
  refuseLongLines(lines, source);
  const { front, rest } = readFront(lines, source, options.title);
  const levels = options.structure ? namedLevels(options.structure) : findLevels(rest, source);
  const closing = findSignature(rest);
  const body = rest.slice(0, rest.length - closing.length);
  const reader = new BodyReader(source, options.id, levels);
  for (const line of body) reader.read(line);
  return {
    before: text.slice(0, lines[0]?.start ?? 0),
    front,
    ...reader.finish(body.at(-1)?.line ?? 1),
    signature: closing.map((line) => source.part(line.start, line.end, line.line)),
    length: source.length,
  };
}

/** Patterns and pages rest on lines that a person would write. */
function refuseLongLines(lines: readonly Line[], source: SourceText): void {
  const most = limits.lineCharacters;
  for (const { text, line } of lines) {
    if (text.length <= most || countCodePoints(text) <= most) continue;
    throw source.error('plan-size', line, {
      expected: `a line of at most ${most} characters`,
      found: `${countCodePoints(text)}, ${quoteBriefly(text)}`,
    });
  }
}

function readFront(
  lines: readonly Line[],
  source: SourceText,
  title: string,
): { front: ParsedText['front']; rest: Line[] } {
  const front: FrontPart[] = [];
  const compact = (text: string): string => text.replace(/\s+/gu, '');
  const add = (kind: FrontPart['kind'], line: Line): void => {
    front.push({ kind, ...source.part(line.start, line.end, line.line) });
  };
  let i = 0;
  const readTitle = (): boolean => {
    let wanted = compact(title);
    let end = i;
    while (wanted !== '') {
      const line = lines[end];
      if (!line || !wanted.startsWith(compact(line.text))) return false;
      wanted = wanted.slice(compact(line.text).length);
      end += 1;
    }
    for (; i < end; i += 1) add('title', lines[i] as Line);
    return true;
  };
  if (!readTitle()) {
    const first = lines[0];
    throw source.error('plan-title', first?.line ?? 1, {
      expected: `the title of plan.yaml, ${quoteBriefly(title, 60)}`,
      found: quoteBriefly(first?.text ?? '', 60),
    });
  }
  for (; i < lines.length; i += 1) {
    const line = lines[i] as Line;
    if (readMarker(line)) break;
    if (labelledDate.test(line.text) || bareDate.test(line.text)) add('date', line);
    else if (number.test(line.text)) add('number', line);
    else if (recipients.test(line.text)) add('recipients', line);
    else if (readTitle()) i -= 1;
    else break;
  }
  return { front: front as ParsedText['front'], rest: lines.slice(i) };
}

/** The closing lines that are a signature: a date alone on the last line, and unpunctuated short lines above it. */
function findSignature(lines: readonly Line[]): Line[] {
  let first = lines.length - 1;
  if (!bareDate.test(lines[first]?.text ?? '')) return [];
  const isIssuer = (line: Line | undefined): boolean =>
    line !== undefined && !readMarker(line) && /^[^。；;！!？?,，、:：]{2,40}$/u.test(line.text);
  while (first > 1 && isIssuer(lines[first - 1])) first -= 1;
  return lines.slice(first);
}

type Draft<T> = Omit<T, 'tasks' | 'groups' | 'length'> & { tasks: number[]; line: number };
type GroupDraft = Draft<Group> & { level: number };
type SectionDraft = Draft<Section> & { groups: GroupDraft[] };
type TaskDraft = Omit<Task, 'title' | 'sentences' | 'length'> & {
  sentences: Sentence[];
  line: number;
  label: string;
};

class BodyReader {
  readonly #source: SourceText;
  readonly #plan: string;
  readonly #levels: Levels;
  readonly #general: Sentence[] = [];
  readonly #sections: SectionDraft[] = [];
  readonly #tasks: TaskDraft[] = [];
  readonly #counters = new Map<string, Counter>();
  /** The group that is open in the open section. */
  #group: number | undefined;
  #paragraph = 0;

  constructor(source: SourceText, plan: string, levels: Levels) {
    this.#source = source;
    this.#plan = plan;
    this.#levels = levels;
  }

  read(line: Line): void {
    const { sections, groups } = this.#levels;
    const section = sections === undefined ? undefined : readMarker(line, [sections]);
    if (section) {
      this.#openSection(line, section);
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

  finish(lastLine: number): Pick<ParsedText, 'general' | 'sections' | 'tasks'> {
    this.#closeTask();
    this.#closeSection();
    if (this.#tasks.length === 0) {
      throw this.#source.error('structure-levels', lastLine, {
        expected: `tasks numbered ${this.#taskForm() ?? this.#levels.sections}`,
        found: 'none in the whole text',
      });
    }
    const tasks = this.#tasks.map(({ line: _line, label: _label, ...task }): Task => {
      const [first, ...others] = task.sentences as [Sentence, ...Sentence[]];
      return {
        ...task,
        sentences: [first, ...others],
        title: titleOf(first),
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
    return { general: this.#general, sections, tasks };
  }

  #openSection(line: Line, marker: Marker): void {
    this.#closeTask();
    this.#closeSection();
    const n = this.#sections.length + 1;
    if (marker.ordinal !== n) {
      throw this.#source.error('section-number', line.line, {
        expected: `section ${n}`,
        found: `section ${marker.ordinal}, ${quoteBriefly(line.text)}`,
      });
    }
    const head = this.#readHeading(line, marker);
    this.#sections.push({ plan: this.#plan, n, ...head.fields, groups: [] });
    this.#group = undefined;
    this.#paragraph = 0;
    if (head.rest) this.#readParagraph(head.rest);
  }

  #openGroup(line: Line, marker: Marker): void {
    this.#closeTask();
    const section = this.#requireSection(line);
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
    section.groups.push({ n, level, ...(parent === undefined ? {} : { parent }), ...head.fields });
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
    const section = this.#requireSection(line);
    const last = this.#tasks.at(-1);
    const isFirst = last?.section !== section.n || last.group !== this.#group;
    this.#count('task', isFirst, line, marker);
    const task = this.#addTask(section, line);
    task.marker = this.#source.part(line.start, line.start + marker.length, line.line);
    const rest = after(line, marker.length);
    if (rest) this.#addSentences(task.sentences, rest);
  }

  #readParagraph(line: Line): void {
    const section = this.#sections.at(-1);
    const task = this.#tasks.at(-1);
    if (!section) this.#addSentences(this.#general, line);
    else if (this.#levels.tasks === undefined) {
      this.#addSentences(this.#addTask(section, line).sentences, line);
    } else if (task && task.section === section.n && task.group === this.#group) {
      this.#addSentences(task.sentences, line);
    } else this.#addSentences((section.groups[(this.#group ?? 0) - 1] ?? section).lead, line);
  }

  #addTask(section: SectionDraft, line: Line): TaskDraft {
    const n = this.#tasks.length + 1;
    if (n > limits.tasks) {
      throw this.#source.error('plan-size', line.line, {
        expected: `at most ${limits.tasks} tasks`,
        found: `task ${n}, ${quoteBriefly(line.text)}`,
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

  #addSentences(into: Sentence[], line: Line): void {
    this.#paragraph = into.length === 0 ? 1 : this.#paragraph + 1;
    for (const { start, end } of splitSentences(line.text)) {
      const part = this.#source.part(line.start + start, line.start + end, line.line);
      into.push({ n: into.length + 1, paragraph: this.#paragraph, ...part });
    }
  }

  #readHeading(
    line: Line,
    marker: Marker,
  ): {
    fields: Pick<Group, 'numeral' | 'marker' | 'heading' | 'title' | 'lead'> & {
      tasks: number[];
      line: number;
    };
    rest: Line | undefined;
  } {
    const heading = after(line, marker.length);
    const [first] = splitSentences(heading?.text ?? '');
    if (!heading || !first) {
      throw this.#source.error('section-title', line.line, {
        expected: `a title after ${marker.numeral}`,
        found: quoteBriefly(line.text),
      });
    }
    const part = this.#source.part(heading.start, heading.start + first.end, line.line);
    return {
      fields: {
        numeral: marker.numeral,
        marker: this.#source.part(line.start, line.start + marker.length, line.line),
        heading: part,
        title: titleOf(part),
        lead: [],
        tasks: [],
        line: line.line,
      },
      rest: after(heading, first.end),
    };
  }

  /** A plan without sections gets one without a heading; in any other, a task needs its section. */
  #requireSection(line: Line): SectionDraft {
    const open = this.#sections.at(-1);
    if (open) return open;
    if (this.#levels.sections !== undefined) {
      throw this.#source.error('task-orphan', line.line, {
        expected: `a section numbered ${this.#levels.sections} before the first task`,
        found: quoteBriefly(line.text),
      });
    }
    const section = { plan: this.#plan, n: 1, lead: [], groups: [], tasks: [], line: line.line };
    this.#sections.push(section);
    return section;
  }

  #count(key: string, isFirst: boolean, line: Line, marker: Marker): void {
    const [level = ''] = key.split(' ');
    const counter = this.#counters.get(key) ?? new Counter();
    this.#counters.set(key, counter);
    const expected = counter.next(marker.ordinal, isFirst);
    if (expected !== undefined) {
      throw this.#source.error(level === 'task' ? 'task-number' : 'section-number', line.line, {
        expected: `${level} ${expected}`,
        found: `${level} ${marker.ordinal}, ${quoteBriefly(line.text)}`,
      });
    }
  }

  #closeTask(): void {
    const task = this.#tasks.at(-1);
    if (task && task.sentences.length === 0) {
      throw this.#source.error('task-empty', task.line, {
        expected: 'text after the number of the task',
        found: quoteBriefly(task.label),
      });
    }
  }

  #closeGroup(section: SectionDraft): void {
    const group = section.groups.at(-1);
    if (group && group.tasks.length === 0) throw this.#emptyError(group.line, 'group');
  }

  /** A section that has paragraphs and no numbered task is one task without a number. */
  #closeSection(): void {
    const section = this.#sections.at(-1);
    if (!section) return;
    this.#closeGroup(section);
    const [first] = section.lead;
    if (section.tasks.length === 0 && first) {
      const task = this.#addTask(section, { ...first, line: first.line });
      task.sentences.push(...section.lead);
      section.lead = [];
    }
    if (section.tasks.length === 0) throw this.#emptyError(section.line, 'section');
  }

  #emptyError(line: number, level: 'section' | 'group'): Error {
    const form = this.#taskForm();
    return this.#source.error('section-empty', line, {
      expected: form ? `a task numbered ${form} in this ${level}` : `a paragraph in this ${level}`,
      found: 'none; if the numbering has other levels, name them under `structure` in plan.yaml',
    });
  }
}

/** Whether a form stands below another in the order of GB/T 9704-2012, 7.3.3. */
function isDeeper(form: NumberingForm, other: NumberingForm): boolean {
  return numberingForms.indexOf(form) > numberingForms.indexOf(other);
}

/** Checks that numbers count up from 1, through the whole plan or anew under each parent. */
class Counter {
  #last = 0;
  #restarts: boolean | undefined;

  /** @returns undefined if `ordinal` is right, else what it should have been */
  next(ordinal: number, isFirst: boolean): string | undefined {
    const onward = this.#last + 1;
    if (!isFirst || this.#last === 0) {
      if (ordinal !== onward) return String(onward);
    } else if (this.#restarts === undefined && onward !== 1) {
      if (ordinal !== 1 && ordinal !== onward) return `${onward} or 1`;
      this.#restarts = ordinal === 1;
    } else {
      const wanted = this.#restarts === true ? 1 : onward;
      if (ordinal !== wanted) return String(wanted);
    }
    this.#last = ordinal;
    return undefined;
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
  const text = withoutClosingMark(sentence.text);
  return { start, end: end - (sentence.text.length - text.length), line, text };
}

function nonEmpty(numbers: number[]): [number, ...number[]] {
  return numbers as [number, ...number[]];
}

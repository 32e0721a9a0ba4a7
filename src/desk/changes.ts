import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeId } from '../draft/named.ts';
import { figureFields } from '../draft/numbers.ts';
import { type Words, placedPassages, quoteWords } from '../draft/passages.ts';
import { extendFile } from '../draft/yaml-file.ts';
import { readPlanText } from '../loaders/read-site.ts';
import { annotationFiles } from '../kinds/registry.ts';
import { listFields } from '../reference/reference.ts';
import type { ParsedPlan } from '../text/compose.ts';
import { readQuantities } from '../text/quantity.ts';
import { type Extent, isWithin } from '../text/span.ts';
import { type Change, type Path, type Value, editYaml } from './edit-yaml.ts';
import { type DiskFile, folderOf, readFile } from './state.ts';

/** Writes all files or none. */
export type Write = (root: string, files: ReadonlyMap<string, string | Buffer>) => void;

/** What an editor decides of an entry: it is right, it is none, it waits again. */
export type Decision = 'accept' | 'refuse' | 'wait';

/** The file on the disk is not the one that the editor saw: nothing was written. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
}

type Step = { file: string; before: DiskFile | undefined; after: string };

/** The fields of a decision. */
const decisions: Readonly<Record<Decision, readonly { key: string; value?: string }[]>> = {
  accept: [{ key: 'review' }, { key: 'proposed' }],
  refuse: [{ key: 'review', value: 'refused' }],
  wait: [{ key: 'review', value: 'pending' }],
};

/** What editors do to the annotation files of one plan: each step is written at once, and can be taken back. */
export class PlanChanges {
  readonly #steps: Step[] = [];
  readonly #root: string;
  readonly #plan: string;
  readonly #write: Write;

  constructor(root: string, plan: string, write: Write) {
    [this.#root, this.#plan, this.#write] = [root, plan, write];
  }

  get canUndo(): boolean {
    return this.#steps.length > 0;
  }

  /**
   * Changes fields of an entry, and decides on it.
   * @param version of the file, as the editor saw it
   * @param path of the entry
   * @param changes by their paths from the entry
   * @throws Conflict; RangeError for a file or a path that there is not; what `write` throws
   */
  edit(
    file: string,
    version: string,
    path: Path,
    { changes = [], decision }: { changes?: readonly Change[]; decision?: Decision | undefined },
  ): void {
    const decided = decision ? decisions[decision] : [];
    this.#take(file, version, (text) =>
      editYaml(
        text ?? '',
        [
          ...changes.map((change) => ({ ...change, path: [...path, ...change.path] })),
          ...decided.map(({ key, value }) => ({ path: [...path, key], value })),
        ],
        orderOf(file),
      ),
    );
  }

  /**
   * Adds an entry at the end of a file, which need not be there yet.
   * @throws as edit does
   */
  add(file: string, version: string, entry: Readonly<Record<string, Value>>): void {
    this.#take(file, version, (text) => extendFile(file, text, { entries: [entry] }));
  }

  /**
   * Adds a mention behind those of an entry.
   * @param i the place of the entry in its file
   * @throws as edit does
   */
  addMention(
    file: string,
    version: string,
    i: number,
    mention: Readonly<Record<string, Value>>,
  ): void {
    this.#take(file, version, (text) => {
      const mentions = new Map([[i, [mention]]]);
      return extendFile(file, text, { entries: [], mentions });
    });
  }

  /**
   * Takes the last step back.
   * @throws Conflict if the file was changed since
   */
  undo(): void {
    const step = this.#steps.at(-1);
    if (!step) return;
    const { file, before, after } = step;
    if (readFile(this.#root, this.#plan, file)?.version !== after) {
      this.#steps.length = 0;
      throw new Conflict(file);
    }
    const path = this.#pathOf(file);
    if (before) this.#write(this.#root, new Map([[path, before.bytes]]));
    else rmSync(join(this.#root, path));
    this.#steps.pop();
  }

  #pathOf(file: string): string {
    if (!annotationFiles.includes(file)) throw new RangeError(`no file ${file}`);
    return `${folderOf(this.#plan)}/${file}.yaml`;
  }

  #take(file: string, version: string, edit: (text: string | undefined) => string): void {
    const path = this.#pathOf(file);
    const before = readFile(this.#root, this.#plan, file);
    if ((before?.version ?? '') !== version) throw new Conflict(file);
    const text = edit(before?.text);
    this.#write(this.#root, new Map([[path, (before?.mark ?? '') + text]]));
    const after = readFile(this.#root, this.#plan, file)?.version ?? '';
    this.#steps.push({ file, before, after });
  }
}

/** The fields of a file in the order of its schema, those of mentions too. */
const orderOf = (file: string): string[] =>
  listFields(file).map(({ path }) => path.split('.').at(-1)?.replace('[]', '') ?? '');

/**
 * What is known of an entry before an editor has said anything of it: the quotation, and an id and a name made of its
 * words, for fields that must be there.
 * @param extent of the words, in code points of the source
 * @param taken ids of the file
 * @throws RangeError for words that no entry can quote
 */
export function startEntry(
  root: string,
  plan: string,
  file: string,
  extent: Extent,
  taken: ReadonlySet<string>,
): Record<string, unknown> {
  const { parts: tree } = readPlanText(root, folderOf(plan));
  const required = listFields(file).filter((field) => field.required);
  const has = (path: string): boolean => required.some((field) => field.path === path);
  const chosen = findWords(tree, extent);
  const { text } = chosen.passage;
  // Of a figure all is quoted, also where only its digits were chosen.
  const quantity = has('[].value')
    ? readQuantities(text).find(({ start, end }) => start < chosen.end && chosen.start < end)
    : undefined;
  const quotation = quoteWords(tree, {
    ...chosen,
    start: Math.min(chosen.start, quantity?.start ?? chosen.start),
    end: Math.max(chosen.end, quantity?.end ?? chosen.end),
  });
  const figure = quantity && figureFields(text, quantity);
  const name = quotation.quote.replace(/^[《“]|[》”]$/gu, '');
  return {
    ...(has('[].id') ? { id: makeId(figure?.indicator ?? name, new Set(taken)) } : {}),
    ...(has('[].name') ? { name } : {}),
    ...(has('[].mentions') ? { mentions: [quotation] } : {}),
    ...(has('[].from') ? { from: quotation } : {}),
    ...(has('[].quote') ? quotation : {}),
    ...figure,
  };
}

function findWords(tree: ParsedPlan, extent: Extent): Words {
  for (const placed of placedPassages(tree)) {
    const { passage } = placed;
    if (passage.text === '') continue;
    const whole = passage.span(0, passage.text.length);
    if (!isWithin(extent, whole)) continue;
    const characters = Array.from(passage.text);
    const at = (codePoint: number): number =>
      characters.slice(0, codePoint - whole.start).join('').length;
    return { ...placed, start: at(extent.start), end: at(extent.end) };
  }
  throw new RangeError(`no entry can quote ${extent.start}–${extent.end}`);
}

import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { alignEditions } from '../corrections/align.ts';
import { type PlanCorrections, compareEditions } from '../corrections/corrections.ts';
import { keyOf } from '../corrections/places.ts';
import { recordCorrection } from '../corrections/record.ts';
import {
  type RenumberedFile,
  type Renumbering,
  renumberGuide,
  renumberYaml,
} from '../corrections/renumber.ts';
import { namesIn, readContent, readIfThere } from '../loaders/content-files.ts';
import { type SiteContent, readSite } from '../loaders/read-site.ts';
import { checkGuides } from '../loaders/guide-loader.ts';
import { readVocabulary } from '../loaders/read-vocabulary.ts';
import type { PlanTree } from '../kinds/tree.ts';
import { Faults, findFaults } from '../text/faults.ts';
import { parsePlan } from '../text/parse.ts';
import { daySchema } from '../text/schema.ts';
import { decodeSource } from '../text/source.ts';
import { planPath, promisedAddress, targetPath } from '../urls.ts';
import { CommandError, reasonOf } from './command-error.ts';

const usage = `Usage: npm run correct -- FILE --id PLAN --what TEXT [--date DAY] [--title TEXT] [--write] [--root DIR]

Corrects a text that was published: FILE is the whole corrected text. Without --write it only tells what it would do.

  --id     the plan
  --what   what was corrected, in one sentence, for readers
  --date   the day of the correction (today)
  --title  the title of the corrected text, if that is another
  --write  do it
  --root   folder with content/ and seeds/ (this folder)
`;

const known = {
  id: { type: 'string' },
  what: { type: 'string' },
  date: { type: 'string' },
  title: { type: 'string' },
  write: { type: 'boolean', default: false },
  root: { type: 'string', default: '.' },
  help: { type: 'boolean', default: false },
} as const;

type Options = {
  root: string;
  file: string;
  id: string;
  what: string | undefined;
  date: string;
  title: string | undefined;
  write: boolean;
};

/** What a correction writes: whole files, by path from the site's root. */
type Files = Map<string, string | Buffer>;

function readOptions(args: readonly string[]): Options | undefined {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    throw new CommandError(`${reasonOf(error)}; --help lists the options`);
  }
  const { values, positionals } = parsed;
  if (values.help) return undefined;
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) {
    throw new CommandError(
      `expected one file, the corrected text; found ${positionals.length}; --help tells how`,
    );
  }
  const { id, what, title, write } = values;
  if (id === undefined) throw new CommandError('--id: expected the id of a plan; found nothing');
  if (write && !what?.trim()) {
    throw new CommandError('--what: expected what was corrected, for readers; found nothing');
  }
  const date = values.date ?? today();
  if (!daySchema.safeParse(date).success) {
    throw new CommandError(`--date: expected a day, such as 2027-03-01; found “${date}”`);
  }
  return { root: resolve(values.root), file: resolve(file), id, what, date, title, write };
}

const parse = (args: readonly string[]) =>
  parseArgs({ args: [...args], options: known, allowPositionals: true });

/** The day it is here, `2027-03-01`. */
function today(): string {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Corrects a published text: keeps the earlier one, puts the new one in its place, moves the numbers of all that
 * editors wrote about it, and records the correction.
 * @throws CommandError, PlanError, PlanErrors: nothing was written
 */
function correct(options: Options): void {
  const { root, file, id, date, write } = options;
  const site = readSite(root);
  const tree = site.plans.find(({ plan }) => plan.id === id);
  if (!tree) {
    const ids = site.plans.map(({ plan }) => plan.id).join(', ');
    throw new CommandError(`--id: expected the id of a plan (${ids}); found “${id}”`);
  }
  const before = readFileSync(join(root, tree.plan.source));
  const after = readNew(file);
  if (hash(before) === hash(after)) {
    throw new CommandError(`expected a corrected text; found in ${file} the one that is published`);
  }
  const title = options.title ?? tree.plan.title;
  const text = decodeSource(after, relative(root, file));
  const edition = parsePlan(text, {
    id,
    file: relative(root, file),
    title,
    structure: tree.plan.structure,
  });
  const current = { ...tree.plan, sections: tree.sections, tasks: tree.tasks };
  const alignment = alignEditions(current, edition);
  const renumbering = { plan: id, before: current, alignment };
  const what = options.what ?? '…';
  const earlier = { id: date, date, what, text: '', edition: current, gone: [] };
  const compared = compareEditions(id, edition, [earlier], []);
  const { files, notes } = renumberAll(root, site, tree, renumbering);
  const kept = nameEarlier(root, id, date);
  const gone = goneFigures(root, tree, renumbering);
  const planFile = `${folderOf(root, id)}/plan.yaml`;
  files.set(kept, before);
  files.set(tree.plan.source, after);
  files.set(
    planFile,
    recordCorrection(toText(files.get(planFile)) ?? readContent(root, planFile), {
      sha256: hash(after),
      title: options.title,
      entry: {
        date,
        what,
        earlier: kept,
        sha256: hash(before),
        ...(options.title === undefined ? {} : { title: tree.plan.title }),
        ...(gone.length === 0 ? {} : { gone }),
      },
    }),
  );
  tell(compared, { kept, source: tree.plan.source, notes, gone });
  const left = tryOut(root, files);
  if (left.length > 0) {
    say(`\nthen ${left.length} entries of content no longer fit the text, and are yours to mend:`);
    for (const line of left) say(`  ${line}`);
  }
  if (!write) {
    say('\nnothing was written; with --write it will be');
    return;
  }
  writeAll(root, files);
  say('\nwritten. Now mend what is listed above, if anything, and `npm run promise`');
}

const toText = (content: string | Buffer | undefined): string | undefined =>
  content === undefined ? undefined : String(content);

function readNew(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new CommandError(
      `expected the corrected text in ${file}; found none (${reasonOf(error)})`,
    );
  }
}

/** The folder of a plan: its name need not be the plan's id. */
function folderOf(root: string, id: string): string {
  const folder = 'content/plans';
  const name = namesIn(root, folder).find((one) => {
    const file = `${folder}/${one}/plan.yaml`;
    return (
      existsSync(join(root, file)) &&
      new RegExp(`^id: *["']?${id}["']? *(#|$)`, 'mu').test(readContent(root, file))
    );
  });
  if (name === undefined)
    throw new CommandError(`expected the folder of plan ${id} in ${folder}; found none`);
  return `${folder}/${name}`;
}

/** A free name for the earlier text, by the day until which it was valid. */
function nameEarlier(root: string, id: string, date: string): string {
  const nameOf = (n: number): string => `seeds/${id}/${date}${n === 1 ? '' : `-${n}`}.txt`;
  let n = 1;
  while (existsSync(join(root, nameOf(n)))) n += 1;
  return nameOf(n);
}

/** Published addresses of figures whose sentence was taken out. */
function goneFigures(
  root: string,
  { plan, targets }: PlanTree,
  { alignment }: Renumbering,
): string[] {
  const gone = targets.filter(({ task, section = 0, sentence }) => {
    if (task === undefined || sentence === undefined) return false;
    return !alignment.has(keyOf({ kind: 'sentence', section, task, sentence }));
  });
  const published = readIfThere(root, 'public/permalinks.txt')?.text.split('\n') ?? [];
  return published.filter(
    (address) =>
      address.startsWith(`/${planPath(plan.id)}`) &&
      gone.some(
        ({ id }) =>
          address.endsWith(`#${id}`) ||
          address.startsWith(promisedAddress({ page: targetPath(plan.id, id) })),
      ),
  );
}

/** Renumbers every file of content that may speak of the plan's places. */
function renumberAll(
  root: string,
  { site }: SiteContent,
  { plan }: PlanTree,
  renumbering: Renumbering,
): { files: Files; notes: string[] } {
  const files: Files = new Map();
  const notes: string[] = [];
  const take = (file: string, text: string, result: RenumberedFile): void => {
    if (result.text !== text) files.set(file, result.text);
    if (result.moved.length > 0) notes.push(`${file}: ${result.moved.length} numbers`);
    for (const { line, what } of result.gone) {
      notes.push(
        `${file}:${line}: ${what} is no more: take the entry out, or let it quote other words`,
      );
    }
  };
  const folder = folderOf(root, plan.id);
  for (const name of namesIn(root, folder)) {
    const file = `${folder}/${name}`;
    if (name === 'plan.yaml' || !name.endsWith('.yaml')) continue;
    const text = readContent(root, file);
    take(file, text, renumberYaml(text, renumbering));
  }
  const guides = 'content/guides';
  for (const name of namesIn(root, guides)) {
    const text = readContent(root, `${guides}/${name}`);
    // A guide may say in its front matter which plan it is about.
    const about = /^---\n(?:[^-].*\n)*?plan: *["']?([a-z0-9-]+)/u.exec(text)?.[1] ?? site.current;
    take(`${guides}/${name}`, text, renumberGuide(text, renumbering, about === plan.id));
  }
  return { files, notes };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function tell(
  { corrections }: PlanCorrections,
  done: { kept: string; source: string; notes: string[]; gone: string[] },
): void {
  const [correction] = corrections;
  const count = (has: (change: { before?: unknown; after?: unknown }) => boolean): number =>
    correction?.changes.filter(has).length ?? 0;
  say(
    `sentences and headings: ${count(({ before, after }) => Boolean(before && after))} changed, ${count(({ before }) => !before)} added, ${count(({ after }) => !after)} taken out`,
  );
  for (const { before, after, pieces } of correction?.changes ?? []) {
    const place = after ?? before;
    const words = pieces
      .map(({ kind, text }) =>
        kind === 'kept' ? shorten(text) : kind === 'added' ? `[+${text}+]` : `[-${text}-]`,
      )
      .join('');
    say(`  ${place ? keyOf(place) : ''}: ${words}`);
  }
  const range = ([first, last]: readonly [number, number]): string =>
    first === last ? `${first}` : `${first} to ${last}`;
  for (const { of, from, to } of correction?.renumbered ?? []) {
    say(`${of} ${range(from)} ${to ? `becomes ${range(to)}` : 'is taken out'}`);
  }
  say(`the earlier text is kept in ${done.kept}; the new one is ${done.source}`);
  for (const note of done.notes) say(note);
  for (const address of done.gone) say(`${address} will say that its figure was taken out`);
}

function shorten(text: string): string {
  const characters = Array.from(text);
  return characters.length <= 20
    ? text
    : `${characters.slice(0, 8).join('')}…${characters.slice(-8).join('')}`;
}

/**
 * Reads the site as it would be.
 * @returns what editors have to mend after the correction
 * @throws PlanError, PlanErrors for what only the command itself can have done wrong
 */
function tryOut(root: string, files: Files): string[] {
  const copy = mkdtempSync(join(tmpdir(), 'jihua-correct-'));
  try {
    for (const name of ['content', 'seeds', 'public/promised-words.txt']) {
      const from = join(root, name);
      if (existsSync(from)) cpSync(from, join(copy, name), { recursive: true });
    }
    for (const [file, content] of files) put(join(copy, file), content);
    const faults = new Faults();
    const content = faults.attempt(() => readSite(copy));
    faults.attempt(() => checkGuides(copy, content));
    faults.attempt(() => readVocabulary(copy, content?.plans));
    try {
      faults.throwFound();
      return [];
    } catch (error) {
      const found = findFaults(error);
      if (found.some(({ code }) => code.startsWith('permalink') || code.startsWith('seed'))) {
        throw error;
      }
      return found.map(({ message }) => message);
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function put(file: string, content: string | Buffer): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/**
 * Writes all files or none: first beside their places, then into them; what was there comes back if one cannot be.
 * @throws CommandError if one cannot be written
 */
export function writeAll(root: string, files: ReadonlyMap<string, string | Buffer>): void {
  const paths = [...files.keys()].map((file) => join(root, file));
  const beside = (path: string): string => `${path}.correct`;
  const undo: (() => void)[] = [];
  try {
    for (const [file, content] of files) {
      const path = beside(join(root, file));
      undo.push(() => rmSync(path, { force: true }));
      put(path, content);
    }
    for (const path of paths) {
      const old = existsSync(path) ? readFileSync(path) : undefined;
      renameSync(beside(path), path);
      undo.push(() => (old ? writeFileSync(path, old) : rmSync(path, { force: true })));
    }
  } catch (error) {
    for (const step of undo.reverse()) step();
    throw new CommandError(`nothing was written: ${reasonOf(error)}`);
  }
}

/** Runs the correction as a command: tells what it does, or every fault, and sets exit code 1. */
function correctCommand(args: string[]): void {
  try {
    const options = readOptions(args);
    if (options) correct(options);
    else process.stdout.write(usage);
  } catch (error) {
    const faults = findFaults(error);
    if (faults.length === 0 && !(error instanceof CommandError)) throw error;
    const lines =
      faults.length > 0 ? faults.map(({ message }) => message) : [(error as Error).message];
    process.stderr.write(`${lines.join('\n')}\n`);
    process.exitCode = 1;
  }
}

const [, script, ...args] = process.argv;
if (script !== undefined && realpathSync(script) === import.meta.filename) correctCommand(args);

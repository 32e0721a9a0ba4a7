import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
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
import { findContentFaults } from '../loaders/check-content.ts';
import type { PlanTree } from '../kinds/tree.ts';
import { PlanErrors } from '../text/faults.ts';
import { parsePlan } from '../text/parse.ts';
import { daySchema } from '../text/schema.ts';
import { decodeSource } from '../text/source.ts';
import { planPath, promisedAddress, targetPath } from '../urls.ts';
import { type Message, type Said, joined, listed, say } from '../text/say.ts';
import { parseOptions } from './arguments.ts';
import { CommandError, reasonOf } from './command-error.ts';
import { runCommand } from './run-command.ts';
import { put, writeAll } from './write-all.ts';

const usage: Said = {
  en: `Usage: npm run correct -- FILE --id PLAN --what TEXT [--date DAY] [--title TEXT] [--write] [--root DIR] [--lang LANGUAGE]

Corrects a text that was published: FILE is the whole corrected text. Without --write it only tells what it would do.

  --id     the plan
  --what   what was corrected, in one sentence, for readers
  --date   the day of the correction (today)
  --title  the title of the corrected text, if that is another
  --write  do it
  --root   folder with content/ and seeds/ (this folder)
  --lang   en or zh: the language of what is told (that of the machine)
`,
  zh: `用法：npm run correct -- 文件 --id 计划 --what 说明 [--date 日期] [--title 标题] [--write] [--root 文件夹] [--lang 语言]

更正已经发布的文本：“文件”是更正以后的全文。不加 --write，只说会怎样改，什么也不写。

  --id     哪一份计划
  --what   更正了什么，一句话，给读者看
  --date   更正的日期（默认是今天）
  --title  更正以后的标题，如果标题变了
  --write  写入
  --root   有 content/ 和 seeds/ 的文件夹（默认是当前文件夹）
  --lang   en 或 zh：用哪种语言报告（默认照机器的语言）
`,
};

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
  const { values, positionals } = parseOptions(args, { options: known, allowPositionals: true });
  if (values.help) return undefined;
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) {
    throw new CommandError({
      en: `expected one file, the corrected text; found ${positionals.length}; --help tells how`,
      zh: `应为：一个文件，更正以后的全文；实际为：${positionals.length} 个；用法见 --help`,
    });
  }
  const { id, what, title, write } = values;
  if (id === undefined) {
    throw new CommandError({
      en: '--id: expected the id of a plan; found nothing',
      zh: '--id：应为：一份计划的编号；实际为：空',
    });
  }
  if (write && !what?.trim()) {
    throw new CommandError({
      en: '--what: expected what was corrected, for readers; found nothing',
      zh: '--what：应为：更正了什么，给读者看；实际为：空',
    });
  }
  const date = values.date ?? today();
  if (!daySchema.safeParse(date).success) {
    throw new CommandError({
      en: `--date: expected a day, such as 2027-03-01; found “${date}”`,
      zh: `--date：应为：一个日期，例如 2027-03-01；实际为：“${date}”`,
    });
  }
  return { root: resolve(values.root), file: resolve(file), id, what, date, title, write };
}

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
    const ids = listed(site.plans.map(({ plan }) => plan.id));
    throw new CommandError({
      en: `--id: expected the id of a plan (${ids.en}); found “${id}”`,
      zh: `--id：应为：一份计划的编号（${ids.zh}）；实际为：“${id}”`,
    });
  }
  const before = readFileSync(join(root, tree.plan.source));
  const after = readNew(file);
  if (hash(before) === hash(after)) {
    throw new CommandError({
      en: `expected a corrected text; found in ${file} the one that is published`,
      zh: `应为：更正以后的文本；实际为：${file} 与已发布的文本相同`,
    });
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
    print({
      en: `\nthen ${left.length} entries of content no longer fit the text, and are yours to mend:`,
      zh: `\n更正以后，content 里有 ${left.length} 个条目与文本不合，要由您来改：`,
    });
    for (const line of left) print(`  ${line}`);
  }
  if (!write) {
    print({
      en: '\nnothing was written; with --write it will be',
      zh: '\n什么也没有写；加上 --write 才写',
    });
    return;
  }
  writeAll(root, files);
  print({
    en: '\nwritten. Now mend what is listed above, if anything, and `npm run promise`',
    zh: '\n写好了。上面如果列有条目，请逐条改好，然后 `npm run promise`',
  });
}

const toText = (content: string | Buffer | undefined): string | undefined =>
  content === undefined ? undefined : String(content);

function readNew(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const reason = reasonOf(error);
    throw new CommandError({
      en: `expected the corrected text in ${file}; found none (${reason.en})`,
      zh: `应为：更正以后的文本在 ${file}；实际为：读不到（${reason.zh}）`,
    });
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
  if (name === undefined) {
    throw new CommandError({
      en: `expected the folder of plan ${id} in ${folder}; found none`,
      zh: `应为：${folder} 里有计划 ${id} 的文件夹；实际为：没有`,
    });
  }
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
): { files: Files; notes: Message[] } {
  const files: Files = new Map();
  const notes: Message[] = [];
  const take = (file: string, text: string, result: RenumberedFile): void => {
    if (result.text !== text) files.set(file, result.text);
    if (result.moved.length > 0) {
      const moved = result.moved.length;
      notes.push(joined`${file}: ${{ en: `${moved} numbers`, zh: `改了 ${moved} 个次序` }}`);
    }
    for (const { line, what } of result.gone) {
      notes.push(
        joined`${file}:${line}: ${{
          en: `${say(what, 'en')} is no more: take the entry out, or let it quote other words`,
          zh: `${say(what, 'zh')}没有了：删去这个条目，或改引别的文字`,
        }}`,
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

function print(line: Message): void {
  process.stdout.write(`${say(line)}\n`);
}

const levels = { task: { zh: '任务' }, section: { zh: '部分' } };

function tell(
  { corrections }: PlanCorrections,
  done: { kept: string; source: string; notes: Message[]; gone: string[] },
): void {
  const [correction] = corrections;
  const count = (has: (change: { before?: unknown; after?: unknown }) => boolean): number =>
    correction?.changes.filter(has).length ?? 0;
  const changed = count(({ before, after }) => Boolean(before && after));
  const added = count(({ before }) => !before);
  const removed = count(({ after }) => !after);
  print({
    en: `sentences and headings: ${changed} changed, ${added} added, ${removed} taken out`,
    zh: `句子和标题：改动 ${changed} 处，增加 ${added} 处，去掉 ${removed} 处`,
  });
  for (const { before, after, pieces } of correction?.changes ?? []) {
    const place = after ?? before;
    const words = pieces
      .map(({ kind, text }) =>
        kind === 'kept' ? shorten(text) : kind === 'added' ? `[+${text}+]` : `[-${text}-]`,
      )
      .join('');
    print(`  ${place ? keyOf(place) : ''}: ${words}`);
  }
  const range = ([first, last]: readonly [number, number]): Said =>
    first === last
      ? { en: `${first}`, zh: `${first}` }
      : { en: `${first} to ${last}`, zh: `${first} 至 ${last}` };
  for (const { of, from, to } of correction?.renumbered ?? []) {
    const [earlier, now] = [range(from), to && range(to)];
    print(
      now
        ? {
            en: `${of} ${earlier.en} becomes ${now.en}`,
            zh: `${levels[of].zh} ${earlier.zh} 变为 ${now.zh}`,
          }
        : { en: `${of} ${earlier.en} is taken out`, zh: `${levels[of].zh} ${earlier.zh} 去掉了` },
    );
  }
  print({
    en: `the earlier text is kept in ${done.kept}; the new one is ${done.source}`,
    zh: `旧文本保留在 ${done.kept}，新文本是 ${done.source}`,
  });
  for (const note of done.notes) print(note);
  for (const address of done.gone) {
    print({
      en: `${address} will say that its figure was taken out`,
      zh: `${address} 会说明这个目标已经去掉`,
    });
  }
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
    const found = findContentFaults(copy);
    if (found.some(({ code }) => code.startsWith('permalink') || code.startsWith('seed'))) {
      throw new PlanErrors(found);
    }
    return found.map(({ message }) => message);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

await runCommand(import.meta.filename, (args) => {
  const options = readOptions(args);
  if (options) correct(options);
  else process.stdout.write(say(usage));
});

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Unreadable, convert } from '../import/convert.ts';
import { findTitle } from '../import/find-title.ts';
import { remarkWords, reportWords } from '../import/words.ts';
import { findFaults } from '../text/faults.ts';
import { parsePlan } from '../text/parse.ts';
import { planFileSchema } from '../text/schema.ts';
import { CommandError, reasonOf } from './command-error.ts';

const usage = `Usage: npm run import -- FILE --id PLAN [--title TEXT] [--encoding NAME] [--dry-run] [--root DIR]

Makes a plan of a file: DOCX, a saved page, or a text. Writes its text and the file itself into seeds/, and proposes
content/plans/PLAN/plan.yaml. Overwrites nothing.
`;

const known = {
  id: { type: 'string' },
  title: { type: 'string' },
  encoding: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  root: { type: 'string', default: '.' },
  help: { type: 'boolean', default: false },
} as const;

/**
 * Imports a file as a plan.
 * @returns the reading report
 * @throws CommandError, PlanError: nothing was written
 */
export function importPlan(args: readonly string[]): string {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options: known, allowPositionals: true });
  } catch (error) {
    throw new CommandError(`${reasonOf(error)}; --help lists the options`);
  }
  const { values, positionals } = parsed;
  if (values.help) return usage;
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0)
    throw new CommandError(`expected one file; found ${positionals.length}`);
  const id = planFileSchema.shape.id.safeParse(values.id);
  if (!id.success) {
    throw new CommandError(
      `--id: expected ${id.error.issues[0]?.message ?? 'an id'}; found “${values.id ?? ''}”`,
    );
  }
  const bytes = read(file);
  const root = resolve(values.root);
  const source = `seeds/${id.data}.txt`;
  const kept = `seeds/${id.data}-original${extname(basename(file))
    .toLowerCase()
    .replace(/[^.a-z0-9]/gu, '')}`;
  const planFile = `content/plans/${id.data}/plan.yaml`;
  for (const path of [source, kept, dirname(planFile)]) {
    if (existsSync(join(root, path)))
      throw new CommandError(
        `expected nothing at ${path} yet; found what is there: nothing was written`,
      );
  }
  const { text, remarks, titles, format, encoding } = convertFile(bytes, file, values.encoding);
  const found = values.title ?? findTitle(text, titles);
  const title = found ?? `${basename(file, extname(file))}${reportWords.byEditor}`;
  const { sections, tasks, doubts } = parsePlan(text, { id: id.data, file: source, title });
  const yaml = [
    '# yaml-language-server: $schema=../../../docs/schemas/plan.json',
    `# ${reportWords.comment}${found === undefined ? reportWords.titleLess : ''}`,
    `id: ${JSON.stringify(id.data)}`,
    `title: ${JSON.stringify(title)}`,
    `source: ${source}`,
    `sha256: ${createHash('sha256').update(text).digest('hex')}`,
    '',
  ].join('\n');
  if (!values['dry-run']) {
    writeNew(root, [
      [source, text],
      ...(Buffer.from(text).equals(bytes) ? [] : [[kept, bytes] as const]),
      [planFile, yaml],
    ]);
  }
  return [
    `${reportWords.format}：${format}${encoding === undefined ? '' : `，${reportWords.encoding}：${encoding}`}`,
    ...remarks.map(
      ({ kind, words }) =>
        `${remarkWords[kind]}（${words.length}）：${words.slice(0, 6).join(' / ')}`,
    ),
    `${title}`,
    `${reportWords.sections}：${sections.length}，${reportWords.tasks}：${tasks.length}`,
    ...sections.flatMap((section) => [
      `${section.marker?.text ?? ''}${section.title?.text ?? ''}`,
      ...section.tasks.map(
        (n) => `  ${tasks[n - 1]?.marker?.text ?? ''}${tasks[n - 1]?.title.text ?? ''}`,
      ),
    ]),
    ...doubts.map(
      ({ line, expected, found: words }) =>
        `${reportWords.doubt} ${source}:${line}: found ${words}; expected ${expected}`,
    ),
    values['dry-run']
      ? reportWords.dryRun
      : `${reportWords.written} ${source}, ${planFile}；${reportWords.next}`,
    '',
  ].join('\n');
}

function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new CommandError(`expected a file at ${file}; found none (${reasonOf(error)})`);
  }
}

function convertFile(
  bytes: Buffer,
  file: string,
  encoding: string | undefined,
): ReturnType<typeof convert> {
  try {
    return convert(bytes, encoding);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new CommandError(
      `${file}: expected DOCX, a saved page or a text; found ${error.message}`,
    );
  }
}

/** Writes files that are not there yet, all or none. */
function writeNew(root: string, files: readonly (readonly [string, string | Buffer])[]): void {
  const written: string[] = [];
  try {
    for (const [file, content] of files) {
      const path = join(root, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content, { flag: 'wx' });
      written.push(path);
    }
  } catch (error) {
    for (const path of written) rmSync(path, { force: true });
    throw new CommandError(`nothing was written: ${reasonOf(error)}`);
  }
}

const [, script, ...args] = process.argv;
if (script !== undefined && realpathSync(script) === import.meta.filename) {
  try {
    process.stdout.write(importPlan(args));
  } catch (error) {
    const faults = findFaults(error);
    if (faults.length === 0 && !(error instanceof CommandError)) throw error;
    const lines =
      faults.length > 0 ? faults.map(({ message }) => message) : [(error as Error).message];
    process.stderr.write(`${lines.join('\n')}\n`);
    process.exitCode = 1;
  }
}

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { Unreadable, convert } from '../import/convert.ts';
import { findTitle } from '../import/find-title.ts';
import { planWords, remarkWords, reportWords } from '../import/words.ts';
import { parsePlan } from '../text/parse.ts';
import { planFileSchema } from '../text/schema.ts';
import { wantedBy } from '../text/issue-words.ts';
import { pleaseLook } from '../text/phrases.ts';
import { type Said, joined, say } from '../text/say.ts';
import { parseOptions } from './arguments.ts';
import { CommandError, reasonOf } from './command-error.ts';
import { runCommand } from './run-command.ts';

const usage: Said = {
  en: `Usage: npm run import -- FILE --id PLAN [--title TEXT] [--encoding NAME] [--dry-run] [--root DIR] [--lang LANGUAGE]

Makes a plan of a file: DOCX, a saved page, or a text. Writes its text and the file itself into seeds/, and proposes
content/plans/PLAN/plan.yaml. Overwrites nothing.

  --id        the plan: the first part of its addresses
  --title     its title, as the text has it (found in the text)
  --encoding  that of a text or page (found by its characters)
  --dry-run   only tells how the file is read
  --root      folder with content/ and seeds/ (this folder)
  --lang      en or zh: the language of what is told (that of the machine)
`,
  zh: `用法：npm run import -- 文件 --id 计划 [--title 标题] [--encoding 编码] [--dry-run] [--root 文件夹] [--lang 语言]

把一个文件读成一份计划：Word 文件（.docx）、存下来的网页或文本。文字和原来的文件都存进 seeds/，并写出
content/plans/计划/plan.yaml。已有的文件一个也不覆盖。

  --id        计划的编号，网址的第一段
  --title     标题，照原文（默认从原文里找）
  --encoding  文本或网页的编码（默认看它的字）
  --dry-run   只说读成了什么样，不写
  --root      有 content/ 和 seeds/ 的文件夹（默认是当前文件夹）
  --lang      en 或 zh：用哪种语言报告（默认照机器的语言）
`,
};

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
  const { values, positionals } = parseOptions(args, { options: known, allowPositionals: true });
  if (values.help) return say(usage);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0)
    throw new CommandError({
      en: `expected one file; found ${positionals.length}`,
      zh: `应为：一个文件；实际为：${positionals.length} 个`,
    });
  const id = planFileSchema.shape.id.safeParse(values.id);
  if (!id.success) {
    const [issue] = id.error.issues;
    const wanted = issue ? wantedBy(issue) : { en: 'an id', zh: '编号' };
    throw new CommandError({
      en: `--id: expected ${wanted.en}; found “${values.id ?? ''}”`,
      zh: `--id：应为：${wanted.zh}；实际为：“${values.id ?? ''}”`,
    });
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
      throw new CommandError({
        en: `expected nothing at ${path} yet; found what is there: nothing was written`,
        zh: `应为：还没有 ${path}；实际为：已经有了，什么也没有写`,
      });
  }
  const { text, remarks, titles, format, encoding } = convertFile(bytes, file, values.encoding);
  const found = values.title ?? findTitle(text, titles);
  const title = found ?? `${basename(file, extname(file))}${planWords.byEditor}`;
  const { sections, tasks, doubts } = parsePlan(text, { id: id.data, file: source, title });
  const yaml = [
    '# yaml-language-server: $schema=../../../docs/schemas/plan.json',
    `# ${planWords.comment}${found === undefined ? planWords.titleLess : ''}`,
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
    joined`${reportWords.format}: ${format}`,
    ...(encoding === undefined ? [] : [joined`${reportWords.encoding}: ${encoding}`]),
    ...remarks.map(
      ({ kind, words }) =>
        joined`${remarkWords[kind]} (${words.length}): ${words.slice(0, 6).join(' / ')}`,
    ),
    `${title}`,
    joined`${reportWords.sections}: ${sections.length}, ${reportWords.tasks}: ${tasks.length}`,
    ...sections.flatMap((section) => [
      `${section.marker?.text ?? ''}${section.title?.text ?? ''}`,
      ...section.tasks.map(
        (n) => `  ${tasks[n - 1]?.marker?.text ?? ''}${tasks[n - 1]?.title.text ?? ''}`,
      ),
    ]),
    ...doubts.map((doubt) => pleaseLook(source, doubt)),
    values['dry-run']
      ? reportWords.dryRun
      : joined`${reportWords.written} ${source}, ${planFile}; ${reportWords.next}`,
    '',
  ]
    .map((line) => say(line))
    .join('\n');
}

function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const reason = reasonOf(error);
    throw new CommandError({
      en: `expected a file at ${file}; found none (${reason.en})`,
      zh: `应为：${file} 是一个文件；实际为：读不到（${reason.zh}）`,
    });
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
    throw new CommandError({
      en: `${file}: expected DOCX, a saved page or a text; found ${error.found.en}`,
      zh: `${file}：应为：.docx、存下来的网页或文本；实际为：${error.found.zh}`,
    });
  }
}

/** Writes files that are not there yet, all or none. Not `writeAll`: what came there meanwhile is not overwritten. */
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
    const reason = reasonOf(error);
    throw new CommandError({
      en: `nothing was written: ${reason.en}`,
      zh: `什么也没有写：${reason.zh}`,
    });
  }
}

void runCommand(import.meta.filename, (args) => process.stdout.write(importPlan(args)));

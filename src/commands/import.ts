import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { type Conversion, convert } from '../import/convert.ts';
import { findTitle } from '../import/find-title.ts';
import { proposePlanFile, proposeSiteFile } from '../import/propose.ts';
import { nextSteps, reportConversion, reportReading, structureOf } from '../import/report.ts';
import { Unreadable } from '../import/unreadable.ts';
import { planWords, reportWords } from '../import/words.ts';
import { PlanError } from '../text/errors.ts';
import { type Reading, parsePlan } from '../text/parse.ts';
import { type Original, type Structure, planFileSchema } from '../text/schema.ts';
import { wantedBy } from '../text/issue-words.ts';
import { pleaseLook } from '../text/phrases.ts';
import { type Said, joined, listed, say } from '../text/say.ts';
import { parseOptions } from './arguments.ts';
import { CommandError, reasonOf } from './command-error.ts';
import { runCommand } from './run-command.ts';

const usage: Said = {
  en: `Usage: npm run import -- FILE --id PLAN [--title TEXT] [--encoding NAME] [--dry-run] [--root DIR] [--lang LANGUAGE]

Makes a plan of a file: DOCX, PDF with text, a saved page, or a text; DOC, WPS, RTF and ODT if LibreOffice is there.
Writes its text and the file itself into seeds/, and proposes content/plans/PLAN/plan.yaml. Overwrites nothing.

  --id        the plan: the first part of its addresses
  --title     its title, as the text has it (found in the text)
  --encoding  that of a text or page (found by its characters)
  --dry-run   only tells how the file is read
  --root      folder with content/ and seeds/ (this folder); one without content/site.yaml becomes a new site
  --lang      en or zh: the language of what is told (that of the machine)
`,
  zh: `用法：npm run import -- 文件 --id 计划 [--title 标题] [--encoding 编码] [--dry-run] [--root 文件夹] [--lang 语言]

把一个文件读成一份计划：Word 文件（.docx）、有文字的 PDF、存下来的网页或文本；装了 LibreOffice 的，还有 .doc、.wps、
.rtf、.odt。文字和原来的文件都存进 seeds/，并写出 content/plans/计划/plan.yaml。已有的文件一个也不覆盖。

  --id        计划的编号，网址的第一段
  --title     标题，照原文（默认从原文里找）
  --encoding  文本或网页的编码（默认看它的字）
  --dry-run   只说读成了什么样，不写
  --root      有 content/ 和 seeds/ 的文件夹（默认是当前文件夹）；里面没有 content/site.yaml 的，就成为一个新的网站
  --lang      en 或 zh：用哪种语言报告（默认照机器的语言）
`,
};

const project = join(import.meta.dirname, '../..');
const siteFile = 'content/site.yaml';

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
export async function importPlan(args: readonly string[]): Promise<string> {
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
  const bytes = readInput(file);
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
  const conversion = await convertFile(bytes, file, values.encoding);
  const { text, titles } = conversion;
  const found = values.title ?? findTitle(text, titles);
  const title = found ?? `${basename(file, extname(file))}${planWords.byEditor}`;
  const read = (structure?: Structure): Reading =>
    parsePlan(text, { id: id.data, file: source, title, structure });
  const reading = read();
  const isSource = Buffer.from(text).equals(bytes);
  const yaml = proposePlanFile({
    id: id.data,
    title,
    isTitleFound: found !== undefined,
    source,
    sha256: hash(text),
    original: isSource ? undefined : originalOf(kept, bytes, conversion),
    structure: sameStructure(reading, read),
    reading,
  });
  const isNew = !existsSync(join(root, siteFile));
  const files: (readonly [string, string | Buffer])[] = [
    [source, text],
    ...(isSource ? [] : [[kept, bytes] as const]),
    [planFile, yaml],
    ...(isNew ? newSite(root, id.data, title, reading) : []),
  ];
  if (!values['dry-run']) writeNew(root, files);
  const written = files.map(([path]) => path);
  const current = values['dry-run'] ? currentPlan(root) : (currentPlan(root) ?? id.data);
  return [
    ...reportConversion(conversion),
    ...reportReading(title, reading),
    ...reading.doubts.map((doubt) => pleaseLook(source, doubt)),
    ...(values['dry-run']
      ? [reportWords.dryRun]
      : [
          joined`${reportWords.written}: ${listed(written)}`,
          joined`${reportWords.next}: `,
          ...nextSteps(id.data, planFile, current, { root: values.root, isNew }).map(
            (step, i) => joined`  ${i + 1}. ${step}`,
          ),
        ]),
    '',
  ]
    .map((line) => say(line).trimEnd())
    .join('\n');
}

const hash = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

const originalOf = (file: string, bytes: Buffer, { by, encoding }: Conversion): Original => ({
  file,
  sha256: hash(bytes),
  by,
  ...(encoding === undefined ? {} : { encoding }),
});

/** The structure that a plan is read by, if it can be written down: if the text, read by it, is the same. */
function sameStructure(
  reading: Reading,
  read: (structure: Structure) => Reading,
): Structure | undefined {
  const structure = structureOf(reading);
  if (!structure) return undefined;
  const outline = ({ sections, tasks }: Reading): string =>
    JSON.stringify([
      sections.map((section) => section.tasks),
      tasks.map(({ sentences }) => sentences[0].start),
    ]);
  try {
    return outline(read(structure)) === outline(reading) ? structure : undefined;
  } catch (error) {
    if (error instanceof PlanError) return undefined;
    throw error;
  }
}

/** What a folder without a site needs for one: what it is called, and the vocabulary of this one. */
function newSite(
  root: string,
  id: string,
  title: string,
  reading: Reading,
): (readonly [string, string | Buffer])[] {
  const vocabulary = 'content/vocabulary';
  const names = existsSync(join(root, vocabulary)) ? [] : readdirSync(join(project, vocabulary));
  return [
    [siteFile, proposeSiteFile(id, title, reading)],
    ...names.map((name) => {
      const file = `${vocabulary}/${name}`;
      return [file, readFileSync(join(project, file))] as const;
    }),
  ];
}

/** The plan that the home page presents; undefined if no file says so. */
function currentPlan(root: string): string | undefined {
  const file = join(root, siteFile);
  if (!existsSync(file)) return undefined;
  return /^current:\s*["']?([\w-]+)/mu.exec(readFileSync(file, 'utf8'))?.[1];
}

function readInput(file: string): Buffer {
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

async function convertFile(
  bytes: Buffer,
  file: string,
  encoding: string | undefined,
): Promise<Conversion> {
  try {
    return await convert(bytes, encoding);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new CommandError({
      en: `${file}: expected DOCX, PDF with text, a saved page or a text; found ${error.found.en}`,
      zh: `${file}：应为：.docx、有文字的 PDF、存下来的网页或文本；实际为：${error.found.zh}`,
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

await runCommand(import.meta.filename, async (args) => {
  process.stdout.write(await importPlan(args));
});

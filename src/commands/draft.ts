import { resolve } from 'node:path';
import { draftPlan } from '../draft/draft.ts';
import type { EarlierName } from '../draft/find-names.ts';
import { readListedAudiences } from '../kinds/audiences/audiences.ts';
import { documentsFileSchema } from '../kinds/documents/documents.ts';
import { initiativesFileSchema } from '../kinds/initiatives/initiatives.ts';
import { meetingsFileSchema } from '../kinds/meetings/meetings.ts';
import { isThere, namesIn, readIfThere } from '../loaders/content-files.ts';
import { readPlanText } from '../loaders/read-site.ts';
import { oneOf } from '../text/phrases.ts';
import { type Said, say } from '../text/say.ts';
import { type File, parseYaml } from '../text/yaml.ts';
import { kinds } from '../kinds/registry.ts';
import { describeRoot } from '../import/report.ts';
import { readReviewed } from '../text/review.ts';
import { parseOptions } from './arguments.ts';
import { CommandError } from './command-error.ts';
import { runCommand } from './run-command.ts';
import { writeAll } from './write-all.ts';

const usage: Said = {
  en: `Usage: npm run draft -- PLAN [--dry-run] [--root DIR] [--lang LANGUAGE]

Proposes entries for every number, 《》, “” and * of a plan that no entry speaks for, and, by rules and by what other
plans and the list of audiences know, for other documents, initiatives, meetings, audiences, relations and responsible
bodies. They wait for review; entries that are there stay as they are, and what was refused is not proposed again.

  --dry-run  tell what would be proposed, and write nothing
  --root     folder with content/ and seeds/ (this folder)
  --lang     en or zh: the language of what is told (that of the machine)
`,
  zh: `用法：npm run draft -- 计划 [--dry-run] [--root 文件夹] [--lang 语言]

为一份计划里还没有条目的每个数字、《》、“”和 * 提出条目；又按规则，按别的计划和受众词表所知，提出没有书名号的文件、
工程与活动、会议、受众、任务之间的关系和责任单位，待编者审定。已有的条目一字不动，否决过的不再提出。

  --dry-run  只说会提出什么，什么也不写
  --root     有 content/ 和 seeds/ 的文件夹（默认是当前文件夹）
  --lang     en 或 zh：用哪种语言报告（默认照机器的语言）
`,
};

function draftCommand(args: readonly string[]): void {
  const { values, positionals } = parseOptions(args, {
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      root: { type: 'string', default: '.' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(say(usage));
    return;
  }
  const root = resolve(values.root);
  const [id = '', another] = positionals;
  const names = namesIn(root, 'content/plans');
  if (!names.includes(id) || another !== undefined) {
    const wanted = oneOf(names);
    throw new CommandError({
      en: `expected a plan, ${wanted.en}; found “${positionals.join(' ')}”; --help tells more`,
      zh: `应为：一份计划，${wanted.zh}；实际为：“${positionals.join(' ')}”；--help 有说明`,
    });
  }
  const folder = `content/plans/${id}`;
  const { parts } = readPlanText(root, folder);
  const list = readIfThere(root, 'content/vocabulary/audiences.yaml');
  const known = {
    audiences: list ? readListedAudiences(list.text, list.file) : [],
    earlier: names.filter((name) => name !== id).flatMap((name) => namesOf(root, name)),
  };
  const textOf = (name: string): string | undefined => readChecked(root, folder, name)?.text;
  const drafted = draftPlan(parts, textOf, known);
  const files = new Map<string, string>();
  for (const { name, added, text } of drafted) {
    const file = `${folder}/${name}.yaml`;
    if (text !== undefined && (added > 0 || !isThere(root, file))) files.set(file, text);
    process.stdout.write(
      say({ en: `  ${file}: ${added} proposed\n`, zh: `  ${file}：提出 ${added} 条\n` }),
    );
  }
  const all = drafted.reduce((sum, { added }) => sum + added, 0);
  if (!values['dry-run']) writeAll(root, files);
  const inRoot = describeRoot(values.root);
  process.stdout.write(
    say(
      values['dry-run']
        ? { en: `${all} proposals; nothing was written\n`, zh: `共 ${all} 条；什么也没有写\n` }
        : {
            en: `${all} proposals wait for review. Decide on them at the desk, npm run desk -- ${id}${inRoot}; or in the files: take out review and proposed of those that are right, and write review: refused in those that are not\n`,
            zh: `共 ${all} 条待核。到书桌上逐条核定：npm run desk -- ${id}${inRoot}；或者在文件里改：对的删去 review 和 proposed 两行，不对的写 review: refused\n`,
          },
    ),
  );
}

/** A file of a plan. One at fault is told, with its lines, before anything is added to it. */
function readChecked(root: string, folder: string, name: string): File | undefined {
  const found = readIfThere(root, `${folder}/${name}.yaml`);
  const kind = kinds.find(({ file }) => file === name);
  if (found && kind) parseYaml(readReviewed(found).proposed.text, found.file, kind.fileSchema);
  return found;
}

/** The names that editors of another plan gave entries for. */
function namesOf(root: string, plan: string): EarlierName[] {
  const read = <Entry>(name: string, parse: (file: File) => Entry[]): Entry[] => {
    const found = readChecked(root, `content/plans/${plan}`, name);
    return found ? parse(readReviewed(found).accepted) : [];
  };
  const named = (
    file: EarlierName['file'],
    { name, aliases }: { name: string; aliases: readonly string[] },
    fields: EarlierName['fields'],
  ): EarlierName[] => [name, ...aliases].map((one) => ({ file, plan, name: one, fields }));
  return [
    ...read(
      'documents',
      ({ text, file }) => parseYaml(text, file, documentsFileSchema).data,
    ).flatMap((entry) => named('documents', entry, { kind: entry.kind, status: 'cited' })),
    ...read(
      'initiatives',
      ({ text, file }) => parseYaml(text, file, initiativesFileSchema).data,
    ).flatMap((entry) => named('initiatives', entry, { kind: entry.kind })),
    // Whatever was planned then has been held.
    ...read('meetings', ({ text, file }) => parseYaml(text, file, meetingsFileSchema).data).flatMap(
      (entry) =>
        named('meetings', entry, { status: entry.status === 'standing' ? 'standing' : 'cited' }),
    ),
  ];
}

await runCommand(import.meta.filename, draftCommand);

import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { makePageFiles } from '../desk/page-files.ts';
import { plansIn } from '../desk/state.ts';
import { makeDesk, makeToken } from '../desk/server.ts';
import { oneOf } from '../text/phrases.ts';
import { type Said, say } from '../text/say.ts';
import { parseOptions } from './arguments.ts';
import { CommandError, reasonOf } from './command-error.ts';
import { runCommand } from './run-command.ts';
import { listen } from './serve.ts';
import { writeAll } from './write-all.ts';

const project = join(import.meta.dirname, '../..');

const usage: Said = {
  en: `Usage: npm run desk -- [PLAN] [--port NUMBER] [--no-preview] [--root DIR] [--lang LANGUAGE]

Opens a desk for the editor: a page, on this machine only, that shows the text of a plan with all that is proposed, takes
one key to accept or to refuse, and writes the YAML files. Beside it is the public page as it would be.

  --port        the port of the page (any free one)
  --no-preview  without the public page
  --root        folder with content/ and seeds/ (this folder)
  --lang        en or zh: the language of what is told here (that of the machine)
`,
  zh: `用法：npm run desk -- [计划] [--port 端口] [--no-preview] [--root 文件夹] [--lang 语言]

打开编者的书桌：只在这台电脑上的一个网页，左边是计划的原文和提出的条目，一个键采用，一个键不采用，
要改的有表格可填，写的就是那些 YAML 文件；旁边是网站上那一页的样子。

  --port        网页的端口（默认找一个空着的）
  --no-preview  不要旁边的预览
  --root        有 content/ 和 seeds/ 的文件夹（默认是当前文件夹）
  --lang        en 或 zh：这里用哪种语言说话（默认照机器的语言）
`,
};

async function desk(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseOptions(args, {
    allowPositionals: true,
    options: {
      port: { type: 'string', default: '0' },
      'no-preview': { type: 'boolean', default: false },
      root: { type: 'string', default: '.' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(say(usage));
    return;
  }
  const root = resolve(values.root);
  const names = plansIn(root);
  const [plan = names[0] ?? '', another] = positionals;
  if (!names.includes(plan) || another !== undefined) {
    const wanted = oneOf(names);
    throw new CommandError({
      en: `expected a plan, ${wanted.en}; found “${positionals.join(' ')}”; --help tells more`,
      zh: `应为：一份计划，${wanted.zh}；实际为：“${positionals.join(' ')}”；--help 有说明`,
    });
  }
  const token = makeToken();
  const files = await makePageFiles();
  const preview = values['no-preview'] ? Promise.resolve(undefined) : startPreview(root);
  const server = createServer(makeDesk(token, { root, files, write: writeAll, preview }));
  const port = await listen(server, readPort(values.port)).catch((error: unknown) => {
    const reason = reasonOf(error);
    throw new CommandError({
      en: `port ${values.port} cannot be used (${reason.en})`,
      zh: `端口 ${values.port} 用不了（${reason.zh}）`,
    });
  });
  const url = new URL(`http://127.0.0.1:${port}`);
  // Behind the hash, which a browser keeps to itself.
  url.hash = `${encodeURIComponent(plan)}:${token}`;
  process.stdout.write(
    say({
      en: `\nopen the desk at ${url.href}\n(for this machine only; Ctrl+C ends)\n`,
      zh: `\n请在浏览器里打开 ${url.href}\n（只有这台电脑能用；按 Ctrl+C 结束）\n`,
    }),
  );
}

function readPort(port: string): number {
  if (/^\d{1,5}$/u.test(port) && Number(port) < 65536) return Number(port);
  throw new CommandError({
    en: `--port: expected a number, 0 to 65535; found “${port}”`,
    zh: `--port：应为：0 到 65535 的数；实际为：“${port}”`,
  });
}

/**
 * Starts the server that shows the site while editors write, with what waits; it ends with this process.
 * @returns its address once it listens, or undefined if it ended before
 */
function startPreview(root: string): Promise<string | undefined> {
  const astro = join(project, 'node_modules/astro/bin/astro.mjs');
  const child = spawn(process.execPath, [astro, 'dev', '--host', '127.0.0.1', '--ignore-lock'], {
    cwd: project,
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      JIHUA_DRAFTS: 'yes',
      JIHUA_ROOT: root,
      NO_COLOR: '1',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  endWith(child);
  return new Promise((resolve) => {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (words: string) => {
      said += words;
      // It may name another one that runs beside it, before.
      const [, address] = /Local\s+(http:\/\/127\.0\.0\.1:\d+)/u.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', () => resolve(undefined)).once('error', () => resolve(undefined));
  });
}

/** Ends a process when this one ends, however it does. */
function endWith(child: ChildProcess): void {
  process.once('exit', () => child.kill());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit());
  }
}

await runCommand(import.meta.filename, desk);

import { type ParseArgsConfig, parseArgs } from 'node:util';
import { nearestHint } from '../text/anchor.ts';
import { oneOf } from '../text/phrases.ts';
import { type Said, joined, languages } from '../text/say.ts';
import { CommandError } from './command-error.ts';

/**
 * Takes `--lang` out of a command's arguments: from here on it tells everything in that language.
 * @returns the other arguments
 * @throws CommandError for a language that there is not
 */
export function takeLanguage(args: readonly string[]): string[] {
  const at = args.findIndex((arg) => /^--lang(?:=|$)/u.test(arg));
  if (at < 0) return [...args];
  const isApart = args[at] === '--lang';
  const language = isApart ? args[at + 1] : args[at]?.slice('--lang='.length);
  if (!languages.some((known) => known === language)) {
    const wanted = oneOf(languages);
    throw new CommandError({
      en: `--lang: expected ${wanted.en}; found “${language ?? ''}”`,
      zh: `--lang：应为：${wanted.zh}；实际为：“${language ?? ''}”`,
    });
  }
  process.env['JIHUA_LANG'] = language;
  return args.toSpliced(at, isApart ? 2 : 1);
}

/** What Node's messages on arguments mean, by their code. */
const argumentFaults: Readonly<Record<string, (message: string) => Said>> = {
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: (en) => {
    return { en, zh: `多了一个词“${/'([^']*)'/u.exec(en)?.[1] ?? ''}”` };
  },
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: (en) => {
    const [option = ''] = /--[a-z-]+/u.exec(en) ?? [];
    return en.includes('does not take')
      ? { en, zh: `${option} 后面不写值` }
      : { en, zh: `${option} 后面缺少值` };
  },
};

/**
 * Reads a command's arguments. Those that it does not know are refused, with the nearest that it does.
 * @throws CommandError
 */
export function parseOptions<Config extends Omit<ParseArgsConfig, 'args'>>(
  args: readonly string[],
  config: Config,
) {
  try {
    return parseArgs({ ...config, args: [...args] });
  } catch (error) {
    const { code = '', message } = error as { code?: string; message: string };
    if (!code.startsWith('ERR_PARSE_ARGS_')) throw error;
    const [, option] = /^Unknown option '--?([^']*)'/u.exec(message) ?? [];
    if (option === undefined) {
      const [en = ''] = message.split(/\.(?:\s|$)/u);
      const what = argumentFaults[code]?.(en) ?? { en, zh: en };
      throw new CommandError({
        en: `${what.en}; --help lists the options`,
        zh: `${what.zh}；--help 列出所有选项`,
      });
    }
    const names = [...Object.keys(config.options ?? {}), 'lang'].map((name) => `--${name}`);
    const wanted = oneOf(names);
    throw new CommandError(
      joined`${{ en: `expected an option, ${wanted.en}`, zh: `应为：选项，${wanted.zh}` }}${nearestHint(names, `--${option}`)}${{ en: `; found “${option}”`, zh: `；实际为：“${option}”` }}`,
    );
  }
}

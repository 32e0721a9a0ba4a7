import { quoteBriefly } from './errors.ts';
import { type Message, type Said, listed, say } from './say.ts';

// What several errors say.

/** What a file may hold. */
export const plainText: Said = {
  en: 'text, tabs and line ends',
  zh: '文字、制表符和换行',
};

export const noFile: Said = { en: 'no file', zh: '没有这个文件' };

export const ownId: Said = { en: 'an id of its own', zh: '不与别处相同的编号' };

/** Why an id cannot be had: pages have it for what stands beside a text. */
export const keptByPages: Said = {
  en: 'which pages keep for themselves',
  zh: '页面自己要用',
};

export const wellEscaped: Said = {
  en: 'an address in which % begins two hexadecimal digits of UTF-8',
  zh: '网址里的 % 后面是两位十六进制数字，合乎 UTF-8',
};

export function oneOf(names: readonly string[]): Said {
  const { en, zh } = listed(names);
  return { en: `one of ${en}`, zh: `${zh}之一` };
}

export function onePlanOf(ids: readonly string[]): Said {
  const { en, zh } = oneOf(ids);
  return { en: `a plan, ${en}`, zh: `一份计划，${zh}` };
}

/** Words that stand on another line too. */
export function alsoOn(words: string, line: number): Said {
  const quoted = quoteBriefly(words);
  return { en: `${quoted}, also on line ${line}`, zh: `${quoted}，第 ${line} 行也有` };
}

/** That an editor should look at a line: no fault, but what may have been misread. */
export function pleaseLook(
  file: string,
  { line, expected, found }: { line: number; expected: Message; found: Message },
): Said {
  return {
    en: `please look at ${file}:${line}: found ${say(found, 'en')}; expected ${say(expected, 'en')}`,
    zh: `请看 ${file}:${line}：实际为：${say(found, 'zh')}；应为：${say(expected, 'zh')}`,
  };
}

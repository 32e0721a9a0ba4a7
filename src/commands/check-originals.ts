import { Unreadable } from '../import/unreadable.ts';
import { convert, isRepeatable } from '../import/convert.ts';
import { readBytes } from '../loaders/content-files.ts';
import type { KeptOriginal } from '../loaders/read-site.ts';
import { PlanError, quoteBriefly } from '../text/errors.ts';
import { readEach } from '../text/faults.ts';
import { limits } from '../text/limits.ts';
import type { Message, Said } from '../text/say.ts';

/**
 * Repeats the conversions that plans were made by, and compares them with the texts as first published. One that the
 * editor says was edited is not compared, nor one that needs another program, nor one by another version that gives
 * something else: that is told.
 * @throws PlanError, PlanErrors original-text
 */
export async function checkOriginals(
  root: string,
  originals: readonly KeptOriginal[],
  tell: (message: Message) => void,
): Promise<void> {
  const results: (PlanError | Said)[] = [];
  for (const kept of originals) results.push(await checkOriginal(root, kept));
  readEach(results, (result) => {
    if (result instanceof PlanError) throw result;
    tell(result);
  });
}

async function checkOriginal(root: string, kept: KeptOriginal): Promise<PlanError | Said> {
  const { file, by, encoding, edited } = kept.original;
  const notCompared = (why: Said): Said => ({
    en: `${file} is there, unaltered; its conversion was not compared: ${why.en}`,
    zh: `${file} 在，没有改动；没有比较转换的结果：${why.zh}`,
  });
  if (edited !== undefined) {
    return notCompared({ en: `the text was edited: ${edited}`, zh: `原文读入以后改过：${edited}` });
  }
  if (!isRepeatable(by)) {
    return notCompared({ en: `${by} is another program`, zh: `${by} 是别的程序` });
  }
  const now = await convert(readBytes(root, file, limits.originalBytes), encoding).catch(
    (error: unknown) => {
      if (error instanceof Unreadable) return { by, text: '' };
      throw error;
    },
  );
  if (now.text === kept.text) {
    return {
      en: `${file} converted again: it gives ${kept.source}`,
      zh: `重新转换了 ${file}，与 ${kept.source} 相同`,
    };
  }
  if (now.by !== by) {
    return notCompared({
      en: `${by} made the text, and ${now.by} reads the file otherwise`,
      zh: `原文由 ${by} 转换，${now.by} 读法不同`,
    });
  }
  return differs(kept, now.text);
}

function differs({ file, line, original, source, text }: KeptOriginal, now: string): PlanError {
  const [lines, wanted] = [text.split('\n'), now.split('\n')];
  const i = Math.max(
    0,
    wanted.findIndex((each, at) => each !== lines[at]),
  );
  const quoted = quoteBriefly(wanted[i] ?? '');
  return new PlanError(
    'original-text',
    { file, line },
    {
      expected: {
        en: `${source} as ${original.by} reads ${original.file}, ${quoted} on line ${i + 1}; or a line \`edited:\` that says what was changed`,
        zh: `${source} 与 ${original.by} 由 ${original.file} 读出的相同，第 ${i + 1} 行是${quoted}；或者有一行 \`edited:\` 写明改了什么`,
      },
      found: quoteBriefly(lines[i] ?? ''),
    },
  );
}

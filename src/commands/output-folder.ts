import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Message, Said } from '../text/say.ts';
import { CommandError, hasCode, reasonOf } from './command-error.ts';

/** Files that every built site has, and together no other folder. */
const ownFiles = ['404.html', 'icon.svg', 'llms.txt', join('search', 'pagefind.js')];

/**
 * Has a site written into a fresh folder, and puts that in the place of the earlier one. Beside the output folder
 * stand for that time `<out>.lock`, which keeps other builds waiting, and `<out>.work`. Whenever the process dies,
 * the earlier or the new site is in its place or in `<out>.work/old`, from where the next build puts it back.
 *
 * @param out absolute; no folder yet, an empty one, or an earlier site
 * @param write writes the site into the folder it is given
 * @param tell tells people what goes on
 * @throws CommandError if `out` holds anything else, or cannot be written: what was published is as it was
 */
export async function writeOutput<Result>(
  out: string,
  write: (folder: string) => Promise<Result>,
  tell: (message: Message) => void,
): Promise<Result> {
  refuseForeign(out);
  const work = `${out}.work`;
  refuseForeignWork(work);
  const release = await takeTurn(`${out}.lock`, tell);
  const next = join(work, 'next');
  const old = join(work, 'old');
  try {
    if (existsSync(old) && !existsSync(out)) {
      attempt(() => renameSync(old, out), {
        en: `${out} cannot be put back from ${old}`,
        zh: `不能把 ${out} 从 ${old} 放回去`,
      });
      tell({
        en: `an earlier build was cut off: put ${out} back`,
        zh: `上一次生成中断了：已把 ${out} 放回去`,
      });
    }
    refuseForeign(out);
    attempt(
      () => {
        rmSync(work, { recursive: true, force: true });
        mkdirSync(work);
      },
      nothingPublished({ en: `${work} cannot be made anew`, zh: `不能重建 ${work}` }),
    );
    const result = await write(next);
    refuseForeign(out);
    replace({ out, next, old });
    return result;
  } finally {
    tidy(out, work, tell);
    release();
  }
}

/** @throws CommandError unless `out` is nothing yet, an empty folder, or a site that was built before */
function refuseForeign(out: string): void {
  const entry = lstatSync(out, { throwIfNoEntry: false });
  if (!entry) return;
  const refuse = (found: Said): never => {
    throw new CommandError({
      en: `--out: expected no folder yet, an empty one or an earlier site; found ${out}, ${found.en}`,
      zh: `--out：应为：还没有的文件夹、空文件夹或以前生成的网站；实际为：${out}，${found.zh}`,
    });
  };
  if (!entry.isDirectory()) refuse({ en: 'which is no folder', zh: '不是文件夹' });
  const names = attempt(
    () => readdirSync(out),
    nothingPublished({ en: `${out} cannot be read`, zh: `读不了 ${out}` }),
  );
  if (names.length === 0) return;
  const missing = ownFiles.find((file) => !existsSync(join(out, file)));
  if (missing !== undefined) {
    refuse({
      en: `which holds ${names[0]} and no ${missing}`,
      zh: `其中有 ${names[0]} 而没有 ${missing}`,
    });
  }
  // A build writes none: a folder that has one is someone's checkout, or has been added to.
  const hidden = names.find((name) => name.startsWith('.') && name !== '.DS_Store');
  if (hidden !== undefined) {
    refuse({ en: `which also holds ${hidden}`, zh: `其中还有 ${hidden}` });
  }
}

function refuseForeignWork(work: string): void {
  const entry = lstatSync(work, { throwIfNoEntry: false });
  if (!entry) return;
  const foreign = entry.isDirectory()
    ? readdirSync(work).find((name) => name !== 'next' && name !== 'old')
    : work;
  if (foreign === undefined) return;
  throw new CommandError({
    en: `expected ${work} to be free for the build; found ${foreign} there`,
    zh: `应为：${work} 空出来供生成时使用；实际为：其中有 ${foreign}`,
  });
}

function replace({ out, next, old }: { out: string; next: string; old: string }): void {
  const had = existsSync(out);
  if (had) {
    attempt(() => renameSync(out, old), {
      en: `${out} cannot be replaced and is as it was`,
      zh: `不能替换 ${out}，它还是原样`,
    });
  }
  try {
    renameSync(next, out);
  } catch (error) {
    if (had) {
      attempt(() => renameSync(old, out), {
        en: `the earlier site is in ${old}, and cannot be put back`,
        zh: `以前的网站在 ${old}，不能放回去`,
      });
    }
    throw failure(
      nothingPublished({
        en: `${out} cannot be written and is as it was`,
        zh: `不能写 ${out}，它还是原样`,
      }),
      error,
    );
  }
}

/** Removes what a build needed beside its output; never the only copy of a site. */
function tidy(out: string, work: string, tell: (message: Message) => void): void {
  try {
    rmSync(join(work, 'next'), { recursive: true, force: true });
    if (existsSync(out)) rmSync(work, { recursive: true, force: true });
    else if (existsSync(work) && readdirSync(work).length === 0) rmdirSync(work);
  } catch (error) {
    tell(
      withReason(
        {
          en: `${work} is of no use any more and cannot be removed`,
          zh: `${work} 已经没有用，却不能删除`,
        },
        error,
      ),
    );
  }
}

function attempt<Result>(act: () => Result, what: Said): Result {
  try {
    return act();
  } catch (error) {
    throw failure(what, error);
  }
}

function failure(what: Said, error: unknown): CommandError {
  return new CommandError(withReason(what, error));
}

function withReason({ en, zh }: Said, error: unknown): Said {
  const reason = reasonOf(error);
  return { en: `${en} (${reason.en})`, zh: `${zh}（${reason.zh}）` };
}

function nothingPublished({ en, zh }: Said): Said {
  return { en: `${en}; nothing was published`, zh: `${zh}；什么也没有发布` };
}

/** Locks that this process holds. */
const held = new Set<string>();

/**
 * Waits until no other build has the lock, and takes it. A lock is a file with the id of the process that holds it;
 * that of a dead process is taken over.
 * @returns what gives the lock back
 * @throws CommandError if the lock cannot be written, or the file is none
 */
export async function takeTurn(
  lock: string,
  tell: (message: Message) => void,
): Promise<() => void> {
  let told = false;
  for (;;) {
    if (tryLock(lock)) {
      held.add(lock);
      return () => {
        held.delete(lock);
        rmSync(lock, { force: true });
      };
    }
    const holder = readHolder(lock);
    if (holder === undefined) continue;
    if (!isAtWork(holder, lock)) {
      removeLock(lock, holder);
      continue;
    }
    if (!told) {
      tell({
        en: `another build is at work: waiting for the end of process ${holder} (if that is none, remove ${lock})`,
        zh: `另一次生成正在进行：等待进程 ${holder} 结束（如果没有这个进程，请删除 ${lock}）`,
      });
    }
    told = true;
    await setTimeout(50);
  }
}

function tryLock(lock: string): boolean {
  try {
    mkdirSync(dirname(lock), { recursive: true });
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw failure(
      nothingPublished({ en: `${lock} cannot be written`, zh: `不能写 ${lock}` }),
      error,
    );
  }
}

/** The text of a lock; undefined if it has gone. */
function readHolder(lock: string): string | undefined {
  let text: string;
  try {
    text = readFileSync(lock, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw failure(nothingPublished({ en: `${lock} cannot be read`, zh: `读不了 ${lock}` }), error);
  }
  if (/^\d*$/u.test(text)) return text;
  throw new CommandError({
    en: `expected ${lock} to be free for the build; found a file that is no lock`,
    zh: `应为：${lock} 空出来供生成时使用；实际为：别的文件`,
  });
}

function isAtWork(holder: string, lock: string): boolean {
  // The file is there before its text is. A process that died in between leaves an empty one.
  if (holder === '') return Date.now() - (statSafely(lock)?.mtimeMs ?? 0) < 5000;
  // In a container ids begin anew: our own can be that of one that died.
  if (Number(holder) === process.pid) return held.has(lock);
  try {
    process.kill(Number(holder), 0);
    return true;
  } catch (error) {
    return !hasCode(error, 'ESRCH');
  }
}

const statSafely = (path: string) => statSync(path, { throwIfNoEntry: false });

/** Removes a dead process's lock. Two may try it at a time: one of them must not remove the other's new lock. */
function removeLock(lock: string, holder: string): void {
  const aside = `${lock}.${process.pid}`;
  try {
    renameSync(lock, aside);
    const text = readFileSync(aside, 'utf8');
    if (text !== holder) writeFileSync(lock, text, { flag: 'wx' });
  } catch (error) {
    if (!hasCode(error, 'ENOENT') && !hasCode(error, 'EEXIST')) {
      throw failure(
        nothingPublished({ en: `${lock} cannot be removed`, zh: `不能删除 ${lock}` }),
        error,
      );
    }
  } finally {
    rmSync(aside, { force: true });
  }
}

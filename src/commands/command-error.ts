import { type Message, type Said, say } from '../text/say.ts';
import { systemReasons } from './system-words.ts';

/** What is wrong with how a command was called, or with the machine it runs on. Told in one line, without a stack. */
export class CommandError extends Error {
  override readonly name = 'CommandError';

  constructor(message: Message) {
    super(say(message));
  }
}

/** Why the system refused something, in its own short words: `EACCES: permission denied`. */
export function reasonOf(error: unknown): Said {
  const message = error instanceof Error ? error.message : String(error);
  const en = message.split(', ')[0] ?? message;
  const zh = systemReasons[/^[A-Z]+(?=:)/u.exec(en)?.[0] ?? ''];
  return { en, zh: zh === undefined ? en : `${zh}：${en}` };
}

/** Whether the system gave this code for an error, `ENOENT` for example. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

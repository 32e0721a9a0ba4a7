/** What is wrong with how a command was called, or with the machine it runs on. Told in one line, without a stack. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** Why the system refused something, in its own short words: `EACCES: permission denied`. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split(', ')[0] ?? message;
}

/** Whether the system gave this code for an error, `ENOENT` for example. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

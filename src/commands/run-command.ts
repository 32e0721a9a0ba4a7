import { realpathSync } from 'node:fs';
import { findFaults } from '../text/faults.ts';
import { takeLanguage } from './arguments.ts';
import { CommandError } from './command-error.ts';

/**
 * Runs a command, if its file is the script that Node was started with: with its arguments but `--lang`. Wrong input is
 * told, a line a fault, and sets exit code 1.
 * @throws what is no fault of the input: Node tells it, and ends
 */
export async function runCommand(file: string, run: (args: string[]) => unknown): Promise<void> {
  // `import.meta.main` came with Node 24.2: before, a command would do nothing and call it a success.
  const [, script, ...args] = process.argv;
  if (script === undefined || realpathSync(script) !== file) return;
  try {
    await run(takeLanguage(args));
  } catch (error) {
    const faults = findFaults(error);
    if (faults.length === 0 && !(error instanceof CommandError)) throw error;
    const told = faults.length > 0 ? faults : [error as CommandError];
    process.stderr.write(`${told.map(({ message }) => message).join('\n')}\n`);
    process.exitCode = 1;
  }
}

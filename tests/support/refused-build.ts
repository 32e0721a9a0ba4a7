import { vi } from 'vitest';
import { buildCommand } from '../../src/commands/build.ts';
import type { runBuild } from './site.ts';

type Build = ReturnType<typeof runBuild>;

/**
 * Runs the build command in the process of the test: many builds that are refused cost little when no Node has to start.
 * It takes over standard output, so one at a time. A build that would be published is for `runBuild`.
 */
export async function refusedBuild(args: string[]): Promise<Build> {
  const said = { stdout: '', stderr: '' };
  const hear = (stream: 'stdout' | 'stderr') =>
    vi.spyOn(process[stream], 'write').mockImplementation((words) => {
      said[stream] += String(words);
      return true;
    });
  const before = { env: { ...process.env }, exitCode: process.exitCode };
  const spies = [hear('stdout'), hear('stderr')];
  process.exitCode = undefined;
  try {
    await buildCommand(args);
    return { code: Number(process.exitCode ?? 0), ...said };
  } finally {
    spies.forEach((spy) => spy.mockRestore());
    process.exitCode = before.exitCode;
    for (const name of Object.keys(process.env)) {
      if (!(name in before.env)) delete process.env[name];
    }
    Object.assign(process.env, before.env);
  }
}

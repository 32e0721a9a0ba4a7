import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';

/** A session of a browser by WebDriver (W3C), of which this is all that is used. */
export type Session = {
  open(url: string): Promise<void>;
  run<Result>(script: string): Promise<Result>;
  /** A PNG of what is in view. */
  picture(): Promise<Uint8Array>;
  close(): Promise<void>;
};

/**
 * Asks again, ten times a second, until there is an answer: WebDriver tells nothing by itself.
 * @param times at most
 * @returns the answer; undefined if there was none
 */
export async function askUntil<Value>(
  ask: () => Promise<Value | undefined>,
  times = Infinity,
): Promise<Value | undefined> {
  for (let asked = 1; ; asked += 1) {
    const answer = await ask();
    if (answer !== undefined || asked >= times) return answer;
    await setTimeout(100);
  }
}

/**
 * Starts a driver and a session of its browser.
 * @param command the driver and its arguments; it listens on `port`
 * @param capabilities what the session asks for
 * @throws Error if the driver does not start, or refuses the session
 */
export async function startSession(
  command: readonly [string, ...string[]],
  port: number,
  capabilities: Record<string, unknown>,
): Promise<Session> {
  const [program, ...args] = command;
  const driver: ChildProcess = spawn(program, args, { stdio: 'ignore' });
  const root = `http://127.0.0.1:${port}`;
  const ask = async <Value>(method: string, path: string, body?: unknown): Promise<Value> => {
    const answer = await fetch(root + path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = (await answer.json()) as { value: Value & { message?: string } };
    if (!answer.ok) throw new Error(`${method} ${path}: ${value.message ?? answer.status}`);
    return value;
  };
  const failed = new Promise<never>((_, reject) => {
    driver.once('error', (error) =>
      reject(new Error(`${program} does not start: ${error.message}`)),
    );
    driver.once('exit', (code) => reject(new Error(`${program} ended with ${code}`)));
  });
  failed.catch(() => undefined);
  const isReady = askUntil(() =>
    ask('GET', '/status').then(
      () => true,
      () => undefined,
    ),
  );
  await Promise.race([isReady, failed]);
  const { sessionId } = await ask<{ sessionId: string }>('POST', '/session', {
    capabilities: { alwaysMatch: capabilities },
  });
  const path = `/session/${sessionId}`;
  return {
    open: (url) => ask('POST', `${path}/url`, { url }),
    run: (script) => ask('POST', `${path}/execute/sync`, { script, args: [] }),
    picture: async () => Buffer.from(await ask<string>('GET', `${path}/screenshot`), 'base64'),
    close: async () => {
      await ask('DELETE', path).catch(() => undefined);
      driver.kill();
    },
  };
}

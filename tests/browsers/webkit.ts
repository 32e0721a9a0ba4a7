import { type ChildProcess, spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { createServer } from 'node:net';
import { findProgram } from '../support/browser.ts';
import type { Session } from './session.ts';

/** The key by which WebDriver names an element. */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

/**
 * Starts Debian's WebKit, MiniBrowser, by WebDriver (W3C).
 * @throws Error if it is not there, has no display, or does not start
 */
export async function startWebKit(): Promise<Session> {
  const program = findProgram(['WebKitWebDriver']);
  const [binary] = globSync('/usr/lib/{*/,}webkit2gtk-4.*/MiniBrowser');
  if (program === undefined || binary === undefined) {
    throw new Error(
      'expected WebKitWebDriver and MiniBrowser (Debian: webkit2gtk-driver); found ' +
        (program ?? binary ?? 'neither'),
    );
  }
  if (!process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    throw new Error('expected a display, as `xvfb-run -a npm run browsers` gives; found none');
  }
  const port = await findPort();
  const driver: ChildProcess = spawn(program, [`--port=${port}`], { stdio: 'ignore' });
  const ask = async <Value>(method: string, path: string, body?: unknown): Promise<Value> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = (await answer.json()) as { value: Value & { message?: string } };
    if (!answer.ok) throw new Error(`${method} ${path}: ${value.message ?? answer.status}`);
    return value;
  };
  const failed = new Promise<never>((_, reject) => {
    driver.once('error', (error) => reject(new Error(`${program}: ${error.message}`)));
    driver.once('exit', (code) => reject(new Error(`${program} ended with ${code}`)));
  });
  failed.catch(() => undefined);
  const isReady = async (): Promise<void> => {
    for (;;) {
      const ready = await ask('GET', '/status').then(
        () => true,
        () => false,
      );
      if (ready) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  try {
    await Promise.race([isReady(), failed]);
    const { sessionId } = await ask<{ sessionId: string }>('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': { binary, args: ['--automation'] },
        },
      },
    });
    const path = `/session/${sessionId}`;
    const find = async (selector: string): Promise<string> => {
      const found = await ask<Record<string, string>>('POST', `${path}/element`, {
        using: 'css selector',
        value: selector,
      });
      return `${path}/element/${found[elementKey]}`;
    };
    return {
      open: (url) => ask('POST', `${path}/url`, { url }),
      run: (script) => ask('POST', `${path}/execute/sync`, { script, args: [] }),
      click: async (selector) => ask('POST', `${await find(selector)}/click`, {}),
      type: async (selector, words) =>
        ask('POST', `${await find(selector)}/value`, { text: words }),
      picture: async () => Buffer.from(await ask<string>('GET', `${path}/screenshot`), 'base64'),
      close: async () => {
        await ask('DELETE', path).catch(() => undefined);
        driver.kill();
      },
    };
  } catch (error) {
    driver.kill();
    throw error;
  }
}

/** A port that is free now. */
async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || !address) throw new Error('no port is free');
  return address.port;
}

import { type ChildProcess, execFileSync } from 'node:child_process';
import { chmodSync, createReadStream, createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as after } from 'node:timers/promises';
import { createBrotliDecompress } from 'node:zlib';
import puppeteer from 'puppeteer-core';
import { writeFontConfig } from './browser.ts';
import { project } from './site.ts';

/** Old engines that npm packages bring: the oldest of the baseline that can be had, and one before `light-dark()`. */
export const oldBrowsers = ['chromium-88', 'chromium-103'] as const;

export type OldBrowser = Awaited<ReturnType<typeof puppeteer.launch>>;

/**
 * Starts an old browser. It must start: an engine that is not tried is not supported.
 * @throws Error if it does not start
 */
export async function launchOldBrowser(name: (typeof oldBrowsers)[number]): Promise<OldBrowser> {
  const home = await unpack(name);
  // One process for all of a browser now and then stops answering as it starts: then it is started anew.
  for (let left = 3; left > 0; left -= 1) {
    const browser = await launch(home);
    if (await Promise.race([showsPage(browser), after(30_000, false, { ref: false })])) {
      return browser;
    }
    (browser as unknown as { process(): ChildProcess }).process().kill('SIGKILL');
  }
  throw new Error(`${name} does not answer`);
}

async function showsPage(browser: OldBrowser): Promise<boolean> {
  const page = await browser.newPage();
  await page.close();
  return true;
}

function launch(home: string): Promise<OldBrowser> {
  return puppeteer.launch({
    executablePath: join(home, 'chromium'),
    userDataDir: join(home, 'profile'),
    // Its zygote needs a sandbox that a container does not give.
    args: [
      '--headless',
      '--no-sandbox',
      '--single-process',
      '--no-zygote',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: `${join(home, 'lib')}:${home}`,
      FONTCONFIG_FILE: writeFontConfig(home),
    },
  });
}

/** Unpacks the browser of a package into a folder of its own, once. */
async function unpack(name: string): Promise<string> {
  const home = join(project, '.cache', 'browsers', name);
  const done = join(home, 'unpacked');
  if (existsSync(done)) return home;
  const bin = join(project, 'node_modules', name, 'bin');
  mkdirSync(home, { recursive: true });
  const inflate = (file: string, to: string): Promise<void> =>
    pipeline(
      createReadStream(join(bin, file)),
      createBrotliDecompress(),
      createWriteStream(join(home, to)),
    );
  await inflate('chromium.br', 'chromium');
  chmodSync(join(home, 'chromium'), 0o755);
  for (const part of ['aws', 'swiftshader']) {
    await inflate(`${part}.tar.br`, `${part}.tar`);
    execFileSync('tar', ['xf', join(home, `${part}.tar`), '-C', home]);
  }
  mkdirSync(done);
  return home;
}

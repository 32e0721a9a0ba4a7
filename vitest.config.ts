/// <reference types="vitest/config" />
import { existsSync } from 'node:fs';
import { getViteConfig } from 'astro/config';
import type { TestProjectInlineConfiguration } from 'vitest/config';

const common = {
  testTimeout: 300_000,
  hookTimeout: 300_000,
  // What editors are told is compared in English, whatever the machine speaks.
  env: { JIHUA_LANG: 'en' },
  // Colours are read from a stylesheet, which would else be empty here.
  css: true,
};

/** A site that holds only other plans has no use for what rests on the words of the first one. */
const hasFirstPlan = existsSync('content/plans/20xx');
const ofFirstPlan = (...folders: string[]): string[] =>
  hasFirstPlan ? folders.map((folder) => `tests/first-plan/${folder}/**/*.test.ts`) : [];

/** Tests of code, which need no build, and of the checkout as a whole: formatting, types. */
const quick: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    ...common,
    name: 'quick',
    include: [
      'tests/unit/**/*.test.ts',
      'tests/checks/**/*.test.ts',
      ...ofFirstPlan('unit', 'components'),
    ],
    sequence: { groupOrder: 0 },
  },
};

/** Tests of built sites. The site of this checkout is built once for all of them. */
const built: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    ...common,
    name: 'built',
    include: ['tests/build/**/*.test.ts', ...ofFirstPlan('build', 'e2e')],
    // Several files share the machine: a browser may then be late once.
    retry: 1,
    globalSetup: ['tests/support/build-once.ts'],
    setupFiles: ['tests/support/await-site.ts'],
    sequence: { groupOrder: 1 },
  },
};

export default getViteConfig({
  test: {
    projects: [quick, built],
    reporters: ['default', './tests/support/closing-line.ts'],
    // As many as the cores we count on: a browser is several processes by itself. Three took 1.2 times as long.
    maxWorkers: 2,
    maxConcurrency: 1,
  },
});

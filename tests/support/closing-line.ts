import { writeSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with one plain line, `N passed, N failed`, whatever came before. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let passed = 0;
    let failed = errors.length;
    for (const module of modules) {
      let tests = 0;
      for (const test of module.children.allTests()) {
        tests += 1;
        const { state } = test.result();
        if (state === 'passed') passed += 1;
        else if (state === 'failed') failed += 1;
      }
      // A file that broke before its first test has failed too.
      if (tests === 0 || module.errors().length > 0) failed += Math.max(1, module.errors().length);
    }
    // Nothing ran: the setup failed.
    if (passed + failed === 0) failed = 1;
    process.once('exit', () => writeSync(1, `\n${passed} passed, ${failed} failed\n`));
  }
}

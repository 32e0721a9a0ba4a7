import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { forgetSharedSites } from './shared-sites.ts';
import { project } from './site.ts';

/**
 * Begins to build the site of this checkout, for every test that looks at it. The tests of code run meanwhile; who needs
 * the site waits for it (await-site.ts).
 * @returns what ends the build if the tests end first
 */
export default function setup(): () => void {
  forgetSharedSites();
  const { href } = new URL(join(project, 'tests/support/shared-sites.ts'), 'file:');
  const build = `const { shareSite } = await import('${href}'); await shareSite('built');`;
  const child = spawn('node', ['--input-type=module', '-e', build], {
    cwd: project,
    stdio: 'ignore',
  });
  return () => child.kill();
}

import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

// Puts the Node of this platform's package first on the path of npm scripts. npm 11 does so by itself; npm 10
// links it, and then takes the link away with the packages of other platforms, which name the same command.
// In plain JavaScript, because the Node of the machine runs it.

const windows = process.platform === 'win32';
const command = windows ? 'node.exe' : 'node';
const link = join('node_modules', '.bin', command);

if (!existsSync(link)) {
  const { optionalDependencies = {} } = JSON.parse(readFileSync('package.json', 'utf8'));
  const own = Object.keys(optionalDependencies)
    .map((name) => join(name, 'bin', command))
    .find((path) => existsSync(join('node_modules', path)));
  // Without one, as on musl, the Node of the machine is what there is.
  if (own !== undefined) {
    mkdirSync(join(link, '..'), { recursive: true });
    rmSync(link, { force: true });
    // On Windows a symbolic link asks for a right that few have.
    if (windows) linkSync(join('node_modules', own), link);
    else symlinkSync(join('..', own), link);
  }
}

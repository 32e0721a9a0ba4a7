// node hosting/compress.ts DIST: writes a .gz and a .br beside each file of text, for hosts that send them as they are.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { isCompressible } from './headers.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Usage: node hosting/compress.ts DIST');
let count = 0;
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!isCompressible(name)) continue;
  const file = join(folder, name);
  const bytes = readFileSync(file);
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  writeFileSync(`${file}.br`, brotliCompressSync(bytes));
  count += 1;
}
process.stdout.write(`${count} files of ${folder} compressed\n`);

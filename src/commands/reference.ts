import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { manualFile } from '../manual/manual-words.ts';
import { fillManual, makeReference } from '../reference/reference.ts';

// Writes the reference of what editors write: `docs/fields/` for people, `docs/schemas/` for their tools.
for (const [path, content] of makeReference()) {
  const file = join('docs', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

// The editors' manual has a table of every error.
writeFileSync(manualFile, fillManual(readFileSync(manualFile, 'utf8')));

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeReference } from '../reference/reference.ts';

// Writes the reference of what editors write: `docs/fields/` for people, `docs/schemas/` for their tools.
for (const [path, content] of makeReference()) {
  const file = join('docs', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

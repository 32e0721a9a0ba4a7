import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes a site of `count` plans of the first plan's size: its own text, with the sentences of each
 * task turned round so that no two plans are alike.
 * @returns the folder
 */
export function generatePlans(project: string, folder: string, count: number): string {
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(project, 'content'), join(folder, 'content'), { recursive: true });
  cpSync(join(project, 'seeds'), join(folder, 'seeds'), { recursive: true });
  const yaml = readFileSync(join(project, 'content/plans/20xx/plan.yaml'), 'utf8');
  const source = /^source: (.*)$/mu.exec(yaml)?.[1] ?? '';
  const lines = readFileSync(join(project, source), 'utf8').split('\n');
  for (let i = 1; i < count; i += 1) {
    const id = `plan-${String(i).padStart(3, '0')}`;
    const text = lines
      .map((line) => (/^\d+\./u.test(line) ? turnSentences(line, i) : line))
      .join('\n');
    const sha256 = createHash('sha256').update(text).digest('hex');
    writeFileSync(join(folder, 'seeds', `${id}.txt`), text);
    mkdirSync(join(folder, 'content/plans', id));
    writeFileSync(
      join(folder, 'content/plans', id, 'plan.yaml'),
      yaml
        .replace(/^id: .*$/mu, `id: ${id}`)
        .replace(/^source: .*$/mu, `source: seeds/${id}.txt`)
        .replace(/^sha256: .*$/mu, `sha256: ${sha256}`),
    );
  }
  return folder;
}

function turnSentences(line: string, by: number): string {
  const [title = '', ...sentences] = line.split(/(?<=[。;])/u);
  const turn = by % Math.max(1, sentences.length);
  return [title, ...sentences.slice(turn), ...sentences.slice(0, turn)].join('');
}

import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writePreviews } from '../../src/integrations/preview-pictures.ts';
import { readSite } from '../../src/loaders/read-site.ts';
import { listFiles, project } from '../support/site.ts';

const folder = mkdtempSync(join(tmpdir(), 'previews-'));
const content = readSite(join(project, 'tests/fixtures/annotated'));
const cache = join(folder, 'cache');

/** Writes the pictures of a site into a fresh folder; how many were drawn for it. */
async function write(out: string, site: typeof content = content, kept = cache): Promise<number> {
  rmSync(join(folder, out), { recursive: true, force: true });
  let drawn = 0;
  await writePreviews(join(folder, out), site, kept, (count) => {
    drawn += count;
  });
  return drawn;
}
const read = (out: string): Map<string, string> =>
  new Map(
    listFiles(join(folder, out)).map((file) => [
      file,
      readFileSync(join(folder, out, file)).toString('base64'),
    ]),
  );

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('writePreviews', () => {
  let first = 0;
  beforeAll(async () => {
    first = await write('first');
  });

  test('draws a picture for each page, no two the same', () => {
    const pictures = read('first');
    expect(first).toBe(pictures.size);
    expect(pictures.size).toBeGreaterThan(10);
    expect(new Set(pictures.values()).size).toBe(pictures.size);
    const { plan } = content.plans[0] ?? {};
    expect([...pictures.keys()]).toContain(`${plan?.id}/tasks/1/preview.png`);
  });

  test('draws them 1200 by 630 pixels, of at most 60 KB, on the paper of the site', async () => {
    for (const file of listFiles(join(folder, 'first'))) {
      const bytes = readFileSync(join(folder, 'first', file));
      expect(bytes.length, file).toBeLessThanOrEqual(60_000);
      const { format, width, height, isPalette } = await sharp(bytes).metadata();
      expect({ format, width, height, isPalette }).toEqual({
        format: 'png',
        width: 1200,
        height: 630,
        isPalette: true,
      });
    }
  });

  test('draws ink where the layout has words, and only paper in the margins of the square', async () => {
    const inkIn = async (left: number, width: number): Promise<boolean> => {
      const part = await sharp(join(folder, 'first/preview.png'))
        .extract({ left, top: 30, width, height: 520 })
        .toBuffer();
      const { channels } = await sharp(part).stats();
      return channels.some(({ stdev }) => stdev > 5);
    };
    expect(await inkIn(325, 550)).toBe(true);
    expect(await inkIn(287, 30)).toBe(false);
    expect(await inkIn(885, 28)).toBe(false);
  });

  test('draws none again in a second build, and gives the same', async () => {
    expect(await write('second')).toBe(0);
    expect(read('second')).toEqual(read('first'));
  });

  test('draws the same to the byte without the cache', async () => {
    expect(await write('third', content, join(folder, 'other-cache'))).toBe(first);
    expect(read('third')).toEqual(read('first'));
  });

  test('draws anew only what says something else, and forgets what is not said any more', async () => {
    const [tree, ...others] = content.plans;
    if (!tree) throw new Error('no plan');
    const [task, ...tasks] = tree.tasks;
    if (!task) throw new Error('no task');
    const renamed = { ...task, title: { ...task.title, text: '改过的题目' } };
    const site = { ...content, plans: [{ ...tree, tasks: [renamed, ...tasks] }, ...others] };
    expect(await write('changed', site)).toBe(1);
    expect(readdirSync(cache)).toHaveLength(first);
    const [before, after] = [read('first'), read('changed')];
    expect([...after.keys()].filter((file) => after.get(file) !== before.get(file))).toEqual([
      `${tree.plan.id}/tasks/1/preview.png`,
    ]);
  });

  test('does not trust what a build that died left half written', async () => {
    const kept = join(folder, 'half');
    mkdirSync(kept);
    writeFileSync(join(kept, 'x.png.part'), 'half');
    expect(await write('after', content, kept)).toBe(first);
    expect(readdirSync(kept).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

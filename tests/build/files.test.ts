import { statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formats } from '../../src/files/formats.ts';
import { filesWords } from '../../src/files/words.ts';
import { readSite } from '../../src/loaders/read-site.ts';
import { builtSite, project, readText } from '../support/site.ts';

const { plans } = readSite(project);

test.each(plans.map(({ plan }) => plan))(
  'the pages of $id tell the real size of each file',
  (plan) => {
    const overview = readText(builtSite, plan.id, 'index.html');
    const data = readText(builtSite, plan.id, 'data/index.html');
    for (const { name, label, make } of formats) {
      if (!make) continue;
      const { size } = statSync(`${builtSite}/${plan.id}/${name}`);
      const link = new RegExp(
        `<a href="/${plan.id}/${name.replaceAll('.', '[.]')}"[^>]*>\\s*${label.replace(/[()]/gu, '\\$&')}\\s*</a>\\s*<small>${filesWords.size(size)}</small>`,
        'u',
      );
      expect(overview, name).toMatch(link);
      expect(data).toMatch(
        new RegExp(
          `<a href="/${plan.id}/${name}"[^>]*>${name.split('/').at(-1)}</a><small>(?:[^<]*，)?${filesWords.size(size)}</small>`,
          'u',
        ),
      );
    }
  },
);

test.each(plans.map(({ plan }) => plan))(
  'every task of $id has its files, and a link to them',
  ({ id, tasks }) => {
    const data = readText(builtSite, id, 'data/index.html');
    for (let n = 1; n <= tasks; n += 1) {
      const file = JSON.parse(readText(builtSite, id, `tasks/${n}.json`)) as {
        links: Record<string, string>;
        task: { n: number };
      };
      expect(file.task.n).toBe(n);
      expect(file.links['previous']).toBe(n > 1 ? `/${id}/tasks/${n - 1}.json` : undefined);
      expect(file.links['next']).toBe(n < tasks ? `/${id}/tasks/${n + 1}.json` : undefined);
      for (const link of [`/${id}/tasks/${n}.json`, file.links['markdown'] ?? '']) {
        expect(data).toContain(`href="${link}"`);
        expect(statSync(builtSite + link).size).toBeGreaterThan(0);
      }
    }
  },
);

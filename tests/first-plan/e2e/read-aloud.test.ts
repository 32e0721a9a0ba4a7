import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { type Said, type StandIn, standIn } from '../../support/voices.ts';
import { visitBuiltSite } from '../../support/visited-site.ts';

const site = visitBuiltSite();
const desktop = { viewport: { width: 1440, height: 900 } };

/** Opens a page with voices that are stood for, and has it read. */
async function listen<T>(
  path: string,
  look: (page: Page) => Promise<T>,
  hasVoice = true,
): Promise<T> {
  const context = await site.browser.newContext(desktop);
  try {
    await context.addInitScript(standIn, hasVoice);
    const page = await context.newPage();
    await page.goto(site.url + path);
    await page.getByRole('link', { name: '朗读' }).click();
    await page.getByRole('region', { name: '朗读' }).waitFor();
    return await look(page);
  } finally {
    await context.close();
  }
}

const inPage = <T>(page: Page, act: (voices: StandIn) => T): Promise<T> =>
  page.evaluate(`(${String(act)})(window.voices)`);

const saidSoFar = (page: Page): Promise<Said[]> => inPage(page, ({ said }) => said);

describe('a task that is read aloud', () => {
  test('is read sentence by sentence from its title on, each marked and in view while it is', async () => {
    await listen('20xx/tasks/3/', async (page) => {
      for (let n = 0; n < 3; n += 1) await inPage(page, ({ finish }) => finish());
      const said = await saidSoFar(page);
      expect(said.map(({ marked }) => marked.trim())).toEqual([
        '3.统筹城乡教育协调发展。',
        '继续加大对农村教育的投入,完善农村教育投入保障机制,20*年从市本级预算中安排4亿元专项资金支持农村教育。',
        '建立和完善城市支持农村教育的机制,实施“十百千万工程”:组织10所高校对口支援远郊区县;',
        '建立100对城乡“手拉手”学校;',
      ]);
      expect(said.map(({ words }) => words)).toEqual([
        '三，统筹城乡教育协调发展。',
        '继续加大对农村教育的投入，完善农村教育投入保障机制，二零某年从市本级预算中安排四亿元专项资金支持农村教育。',
        '建立和完善城市支持农村教育的机制，实施十百千万工程，组织十所高校对口支援远郊区县；',
        '建立一百对城乡手拉手学校；',
      ]);
      const box = await page.locator('[data-aloud]').boundingBox();
      expect(box && box.y > 0 && box.y < 900).toBe(true);
    });
  });

  test('ends after its last sentence, and can be read again', async () => {
    await listen('20xx/tasks/3/', async (page) => {
      const sentences = await page.locator('.task p[id^=s], .task h1').count();
      await page.evaluate((n) => {
        const { voices } = window as unknown as { voices: StandIn };
        for (let i = 0; i < n; i += 1) voices.finish();
      }, sentences * 3);
      expect(await page.locator('[data-aloud]').count()).toBe(0);
      await page.getByRole('button', { name: '继续' }).click();
      expect((await saidSoFar(page)).at(-1)?.marked).toContain('统筹城乡教育协调发展');
    });
  });

  test('obeys keys and buttons: pause, another sentence, speed, voice, end', async () => {
    await listen('20xx/tasks/3/', async (page) => {
      await page.getByRole('button', { name: '暂停' }).and(page.locator(':focus')).waitFor();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press(' ');
      await page.getByRole('button', { name: '继续' }).waitFor();
      const paused = (await saidSoFar(page)).length;
      await inPage(page, ({ finish }) => finish());
      expect((await saidSoFar(page)).length).toBe(paused);
      await page.keyboard.press(' ');
      await page.getByLabel('语速').selectOption({ label: '0.8 倍速' });
      expect((await saidSoFar(page)).at(-1)).toMatchObject({ rate: 0.8, voice: '小云' });
      await page.getByLabel('声音').selectOption({ label: '阿美' });
      const last = (await saidSoFar(page)).at(-1);
      expect(last?.voice).toBe('阿美');
      expect(last?.marked).toContain('继续加大对农村教育的投入');
      await page.getByRole('button', { name: '下一句' }).focus();
      await page.keyboard.press('Escape');
      expect(await page.locator('.aloud-bar, [data-aloud]').count()).toBe(0);
      expect(
        await page
          .getByRole('link', { name: '朗读' })
          .evaluate((link) => link === document.activeElement),
      ).toBe(true);
    });
  });

  test('has the keys of the lock screen', async () => {
    await listen('20xx/tasks/3/', async (page) => {
      const [state, title] = await page.evaluate(() => [
        navigator.mediaSession.playbackState,
        navigator.mediaSession.metadata?.title,
      ]);
      expect(state).toBe('playing');
      expect(title).toContain('统筹城乡教育协调发展');
    });
  });

  test('says that the system has no Chinese voice, and begins when there is one', async () => {
    await listen(
      '20xx/tasks/3/',
      async (page) => {
        await page.getByText('系统里没有中文语音').waitFor();
        expect(await saidSoFar(page)).toEqual([]);
        const buttons = page.locator('.aloud-bar button:visible');
        expect(await buttons.count()).toBe(1);
        expect(await buttons.evaluate((one) => one === document.activeElement)).toBe(true);
        await inPage(page, ({ addVoice }) => addVoice());
        expect(await buttons.count()).toBeGreaterThan(3);
        expect((await saidSoFar(page)).length).toBe(1);
        expect(await page.getByText('系统里没有中文语音').count()).toBe(0);
      },
      false,
    );
  });
});

test('the whole plan is read in the order of the source, with nothing left out', async () => {
  await listen('20xx/full/', async (page) => {
    const marked = await page.evaluate(() => {
      const { voices } = window as unknown as { voices: StandIn };
      // Every piece of a voice ends once; far fewer pieces than characters.
      for (let i = 0; i < 5000 && document.querySelector('[data-aloud]'); i += 1) voices.finish();
      return voices.said.map((one) => one.marked);
    });
    const read = marked.filter((words, i) => words !== marked[i - 1]).join('');
    const text = await page
      .locator('article [data-plan-text]')
      .evaluateAll((parts) => parts.map((part) => part.textContent).join(''));
    expect(read.replace(/\s+/gu, '')).toBe(text.replace(/\s+/gu, ''));
  });
});

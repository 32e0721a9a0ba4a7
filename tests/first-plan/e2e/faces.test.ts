import { expect, test } from 'vitest';
import { visitBuiltSite } from '../../support/visited-site.ts';

const site = visitBuiltSite();

/** Each face of a text, and each size of it: a browser asks the system for all of them before it lays a page out. */
function findFaces(within: number): { faces: string[]; sizes: string[] } {
  const faces = new Set<string>();
  const sizes = new Set<string>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || !node.textContent?.trim() || parent.closest('[hidden], .paper')) continue;
    const { fontFamily, fontWeight, fontSize } = getComputedStyle(parent);
    const face = `${fontFamily.split(',').at(-1)?.trim() ?? ''} ${Number(fontWeight) > 500 ? 'bold' : 'regular'}`;
    faces.add(face);
    const range = document.createRange();
    range.selectNodeContents(node);
    const { top, width } = range.getBoundingClientRect();
    if (width > 0 && top < within) sizes.add(`${face} ${fontSize}`);
  }
  return { faces: [...faces].sort(), sizes: [...sizes].sort() };
}

test('a task page asks for three faces, and on the first screen of a phone for seven sizes of them', async () => {
  const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
  const { faces, sizes } = await site.visit('20xx/tasks/3/', phone, (page) =>
    page.evaluate(findFaces, 844),
  );
  expect(faces).toEqual(['sans-serif regular', 'serif bold', 'serif regular']);
  expect(sizes.length, sizes.join(', ')).toBeLessThanOrEqual(7);
});

test.each([
  ['without script until a reader comes near', false, true],
  ['with script until the page has loaded', true, false],
])(
  'what stands below the text is laid out late %s, and is on paper whole',
  async (_name, has, isLate) => {
    const options = { viewport: { width: 390, height: 844 }, javaScriptEnabled: has };
    const late = await site.visit('20xx/tasks/3/', options, async (page) => {
      const find = (): Promise<string[]> =>
        page.evaluate(() =>
          Array.from(document.querySelectorAll('body *'))
            .filter((part) => getComputedStyle(part).contentVisibility === 'auto')
            .map((part) => part.className),
        );
      const onScreen = await find();
      await page.emulateMedia({ media: 'print' });
      return { onScreen, onPaper: await find() };
    });
    expect(late.onScreen.includes('beyond')).toBe(isLate);
    expect(late.onPaper).toEqual([]);
  },
);

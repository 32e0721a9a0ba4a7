import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  likelyAddresses,
  meantAddress,
  placesAround,
  wordsToSearch,
} from '../../src/elements/meant-address.ts';

/** An address as a browser sends it, from the root. */
const asked = (address: string): string =>
  new URL(`https://example.org/${address}`).pathname.slice(1);

describe('the address that was meant', () => {
  test.each([
    ['20xx/tasks/3/。', '20xx/tasks/3/', '。'],
    ['20xx/tasks/3/6，', '20xx/tasks/3/6/', ','],
    ['20xx/tasks/3/6/），请看', '20xx/tasks/3/6/', '),请看'],
    ['20xx/tasks/3/)', '20xx/tasks/3/', ')'],
    ['20xx/tasks/3/」', '20xx/tasks/3/', '」'],
    ['20xx/tasks/3/、；”》"', '20xx/tasks/3/', '、;”》"'],
    ['20xx/tasks/3/;', '20xx/tasks/3/', ';'],
    ['20xx/tasks/3/...', '20xx/tasks/3/', ''],
    ['20xx/tasks/3.', '20xx/tasks/3/', ''],
    ['20xx/tasks/3,', '20xx/tasks/3/', ','],
    ['20xx/tasks/3/%20', '20xx/tasks/3/', ''],
    ['20xx/tasks/3/第六句', '20xx/tasks/3/', '第六句'],
    ['20XX/Tasks/3/', '20xx/tasks/3/', ''],
    ['／20xx／tasks／３', '20xx/tasks/3/', ''],
    ['/20xx//tasks//3', '20xx/tasks/3/', ''],
    ['20xx/tasks/3.html', '20xx/tasks/3/', ''],
    ['20xx/tasks/3/index.htm', '20xx/tasks/3/', ''],
    ['20xx/data/targets.csv。', '20xx/data/targets.csv', '。'],
    ['20xx/data/targets.csv.', '20xx/data/targets.csv', ''],
    ['20xx/tasks/3/%E3%80', '20xx/tasks/3/', ''],
    ['20xx/tasks/3/%', '20xx/tasks/3/', ''],
    ['', '', ''],
    ['。', '', '。'],
  ])('%s', (address, path, rest) => {
    expect(meantAddress(asked(address))).toEqual({ path, rest });
  });

  test('of what was meant it is the same, so that nobody is sent round in circles', () => {
    fc.assert(
      fc.property(fc.webPath(), (path) => {
        const once = meantAddress(asked(path)).path;
        expect(meantAddress(once).path).toBe(once);
      }),
    );
  });
});

test.each([
  ['20xx/task/7/', ['20xx/tasks/7/']],
  ['20xx/taks/', ['20xx/tasks/']],
  ['seting/', ['settings/', '20xx/seting/', '20xx/settings/']],
  ['tasks/7/', ['20xx/tasks/7/']],
  ['target/', ['targets/', '20xx/target/', '20xx/targets/']],
  ['20xx/tasks/99/', []],
  ['20xx/rural-teachers/', []],
  ['', []],
])('“%s” may have meant %j', (path, likely) => {
  expect(likelyAddresses(path, ['tasks', 'targets', 'settings'], '20xx/')).toEqual(likely);
});

test('the places around an address, from the nearest', () => {
  expect(placesAround('20xx/tasks/99/')).toEqual(['20xx/tasks/', '20xx/']);
  expect(placesAround('20xx/data/x.csv')).toEqual(['20xx/data/', '20xx/']);
  expect(placesAround('99/')).toEqual([]);
  expect(placesAround('')).toEqual([]);
});

test.each([
  ['农村教师/', '农村教师'],
  ['99/，农村教师。', '农村教师'],
  ['task/3/', ''],
  ['99/', ''],
  ['rural-teachers/', 'rural teachers'],
  ['20xx/', ''],
  ['支教、培训/', '支教 培训'],
])('of %s “%s” is looked for', (unknown, words) => {
  expect(wordsToSearch(unknown, ['tasks', 'targets', '20xx'])).toBe(words);
});

import { parseAtomFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import { writeFeed } from '../../src/exports/feed.ts';
import { changesFileSchema, lastChangeOf, listChanges } from '../../src/site/changes.ts';

const told = changesFileSchema.parse([
  { date: '2027-01-05', what: '开站。' },
  { date: '2027-03-01', what: '补写“导读” & 校注 <三则>。', pages: ['/guides/about/'] },
  { date: '2027-03-01', what: '改导读。', pages: ['/guides/about/', '/'] },
]);
const corrections = [
  { plan: 'p', id: '2027-02-01', date: '2027-02-01', what: '改一字。', pages: ['/p/', '/'] },
];

test('changes and corrections are told together, the latest first, each with an id that stays', () => {
  const changes = listChanges(told, corrections);
  expect(changes.map(({ id }) => id)).toEqual([
    '2027-03-01-2',
    '2027-03-01',
    'p-2027-02-01',
    '2027-01-05',
  ]);
  // What is told later changes no id.
  const later = listChanges([...told, { date: '2027-03-01', what: '再改。' }], corrections);
  expect(later.slice(1)).toEqual(changes);
  expect(Object.fromEntries(lastChangeOf(changes))).toEqual({
    '/guides/about/': '2027-03-01',
    '/': '2027-03-01',
    '/p/': '2027-02-01',
  });
});

test('an independent reader reads the feed, and finds the words as they are', () => {
  const [first, ...others] = listChanges(told, corrections);
  if (!first) throw new Error('no change');
  const feed = parseAtomFeed(
    writeFeed([first, ...others], {
      title: '更新记录',
      author: '网站',
      language: 'zh-CN',
      self: 'https://a.cn/feed.xml',
      page: 'https://a.cn/changes/',
      addressOf: ({ id }) => `https://a.cn/changes/#d${id}`,
    }),
  );
  expect(feed.id).toBe('https://a.cn/changes/');
  expect(feed.updated).toBe('2027-03-01T00:00:00+08:00');
  expect(feed.authors?.[0]?.name).toBe('网站');
  expect(feed.links?.map(({ rel, href }) => [rel, href])).toEqual([
    ['self', 'https://a.cn/feed.xml'],
    ['alternate', 'https://a.cn/changes/'],
  ]);
  expect(feed.entries).toHaveLength(4);
  expect(feed.entries?.[1]).toMatchObject({
    id: 'https://a.cn/changes/#d2027-03-01',
    title: { value: '补写“导读” & 校注 <三则>。' },
    updated: '2027-03-01T00:00:00+08:00',
  });
  expect(new Set(feed.entries?.map(({ id }) => id)).size).toBe(4);
});

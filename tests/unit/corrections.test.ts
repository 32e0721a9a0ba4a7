import { describe, expect, test } from 'vitest';
import { alignEditions, alignTexts } from '../../src/corrections/align.ts';
import {
  type EarlierEdition,
  compareEditions,
  comparePassages,
  formerOn,
  lostPages,
} from '../../src/corrections/corrections.ts';
import { keyOf } from '../../src/corrections/places.ts';
import { parsePlan } from '../../src/text/parse.ts';

const edition = (...lines: string[]) =>
  parsePlan(`工作计划\n${lines.join('\n')}\n`, { id: 'p', file: 'f', title: '工作计划' });

const first = [
  '总的要求是办好学校。',
  '一、教学',
  '1.改进课堂教学。教师每周集体备课一次。开展公开课。',
  '2.加强体育。每天锻炼一小时。',
  '二、后勤',
  '3.修缮校舍。暑假完成南楼屋面。',
  '4.办好食堂。公布每周菜谱。',
];
const inserted = [
  ...first.slice(0, 4),
  '3.开展劳动教育。各班每周劳动一课时。',
  '二、后勤',
  '4.修缮校舍。暑假完成南楼屋面。',
  '5.办好食堂。公布每周菜谱。',
];

const earlier = (lines: string[], day: string, gone: string[] = []): EarlierEdition => ({
  id: day,
  date: day,
  what: '改动',
  text: lines.join('\n'),
  edition: edition(...lines),
  gone,
});

/** What each place of a text is in another: `t3s2: t4s2`. */
const moves = (before: string[], after: string[]): Record<string, string> =>
  Object.fromEntries(
    [...alignEditions(edition(...before), edition(...after))]
      .map(([key, place]) => [key, keyOf(place)] as const)
      .filter(([key, to]) => key !== to),
  );

describe('which text is which after a correction', () => {
  test('a changed word leaves every place where it is', () => {
    const after = first.map((line) => line.replace('一小时', '两小时'));
    expect(moves(first, after)).toEqual({});
  });

  test('after a task is inserted, those behind it have the next number, whole', () => {
    expect(moves(first, inserted)).toEqual({
      t3: 't4',
      t3s1: 't4s1',
      t3s2: 't4s2',
      t4: 't5',
      t4s1: 't5s1',
      t4s2: 't5s2',
    });
  });

  test('a deleted task is nowhere, and those behind it move up', () => {
    const after = [
      ...first.slice(0, 3),
      '二、后勤',
      '2.修缮校舍。暑假完成南楼屋面。',
      '3.办好食堂。公布每周菜谱。',
    ];
    expect(moves(first, after)).toEqual({
      t3: 't2',
      t3s1: 't2s1',
      t3s2: 't2s2',
      t4: 't3',
      t4s1: 't3s1',
      t4s2: 't3s2',
    });
    expect(alignEditions(edition(...first), edition(...after)).has('t2')).toBe(false);
  });

  test('of a task that was split, the larger part keeps the address, and each sentence is followed', () => {
    const after = [
      ...first.slice(0, 2),
      '1.改进课堂教学。教师每周集体备课一次。',
      '2.开展公开课。',
      '3.加强体育。每天锻炼一小时。',
      '二、后勤',
      '4.修缮校舍。暑假完成南楼屋面。',
      '5.办好食堂。公布每周菜谱。',
    ];
    const found = moves(first, after);
    expect(found['t1']).toBeUndefined();
    expect(found['t1s3']).toBe('t2s1');
    expect(found['t2']).toBe('t3');
    expect(found['t4s2']).toBe('t5s2');
  });

  test('what changed place is found where it went', () => {
    const words = ['甲事由教务处负责办理。', '乙事由总务处负责办好。', '丙事全校都来做一遍。'];
    expect(alignTexts(words, [words[2] ?? '', words[0] ?? '', words[1] ?? ''])).toEqual([1, 2, 0]);
  });

  test('what has nothing in common is no correction of it', () => {
    expect(alignTexts(['修缮校舍。'], ['开展劳动教育。'])).toEqual([undefined]);
    expect(alignTexts([], ['一'])).toEqual([]);
    expect(alignTexts(['一'], [])).toEqual([undefined]);
  });
});

test('a number is told whole, other words character by character', () => {
  expect(comparePassages('招生6460人，增长9.1%。', '招生6500人，增长9.8%。')).toEqual([
    { kind: 'kept', text: '招生' },
    { kind: 'removed', text: '6460' },
    { kind: 'added', text: '6500' },
    { kind: 'kept', text: '人，增长' },
    { kind: 'removed', text: '9.1%' },
    { kind: 'added', text: '9.8%' },
    { kind: 'kept', text: '。' },
  ]);
});

describe('what a page tells of the addresses it once had', () => {
  const compare = (now: string[], ...before: EarlierEdition[]) =>
    compareEditions('p', edition(...now), before, [{ id: 'roof', task: 4, sentence: 2 }]);

  test('a text that was never corrected has nothing to tell', () => {
    expect(compare(first)).toEqual({ plan: 'p', corrections: [], former: [] });
  });

  test('a changed word moves no address', () => {
    const after = first.map((line) => line.replace('一小时', '两小时'));
    const { former, corrections } = compare(after, earlier(first, '2027-03-01'));
    expect(former).toEqual([]);
    expect(corrections[0]?.changes).toEqual([
      {
        before: { kind: 'sentence', section: 1, task: 2, sentence: 2 },
        after: { kind: 'sentence', section: 1, task: 2, sentence: 2 },
        pieces: [
          { kind: 'kept', text: '每天锻炼' },
          { kind: 'removed', text: '一' },
          { kind: 'added', text: '两' },
          { kind: 'kept', text: '小时。' },
        ],
      },
    ]);
    expect(corrections[0]?.renumbered).toEqual([]);
  });

  test('an inserted task: each page that says something else leads to what it said', () => {
    const { former, corrections } = compare(inserted, earlier(first, '2027-03-01'));
    expect(corrections[0]?.renumbered).toEqual([{ of: 'task', from: [3, 4], to: [4, 5] }]);
    const { whole, parts } = formerOn(former, 'p/tasks/3/');
    expect(whole).toMatchObject([
      { words: '修缮校舍', until: '2027-03-01', now: { page: 'p/tasks/4/' }, lost: false },
    ]);
    // The sentences went with their task; the figure has left no other of its name behind.
    expect(parts).toMatchObject([
      { id: 'roof', now: { page: 'p/tasks/4/', id: 'roof' }, lost: true },
    ]);
    expect(formerOn(former, 'p/tasks/2/')).toEqual({ whole: [], parts: [] });
    expect(formerOn(former, 'p/full/').parts.map(({ id, now }) => [id, now?.id])).toEqual([
      ['t3', 't4'],
      ['t4', 't5'],
    ]);
    // On the page of the section the task 3 of the other section was never shown.
    expect(former.filter(({ page }) => page === 'p/sections/1/')).toEqual([]);
  });

  test('a deleted task: its number leads nowhere or to another, and no address is lost', () => {
    const after = [...first.slice(0, 5), '3.办好食堂。公布每周菜谱。'];
    const corrections = compare(after, earlier(first, '2027-03-01', ['/p/targets/roof/']));
    expect(lostPages(corrections)).toEqual([
      'p/tasks/4/',
      'p/tasks/4/1/',
      'p/tasks/4/1/embed/',
      'p/tasks/4/2/',
      'p/tasks/4/2/embed/',
      'p/targets/roof/',
    ]);
    const { former } = corrections;
    const [whole] = formerOn(former, 'p/tasks/3/').whole;
    expect(whole?.words).toBe('修缮校舍');
    expect(whole?.now).toBeUndefined();
    expect(formerOn(former, 'p/tasks/4/').parts.map(({ id, now }) => [id, now?.page])).toEqual([
      ['s1', 'p/tasks/3/'],
      ['s2', 'p/tasks/3/'],
    ]);
    expect(
      former.filter(({ page, lost }) => page === 'p/full/' && lost).map(({ id }) => id),
    ).toEqual(['t4', 't4s1', 't4s2']);
  });

  test('two corrections, one after the other: an address tells all it has said', () => {
    const again = [
      ...inserted.slice(0, 3),
      '2.办好图书馆。每周开放六天。',
      ...inserted
        .slice(3)
        .map((line) => line.replace(/^\d/u, (digit) => String(Number(digit) + 1))),
    ];
    const { former } = compare(
      again,
      earlier(first, '2027-03-01'),
      earlier(inserted, '2027-05-01'),
    );
    expect(
      formerOn(former, 'p/tasks/3/').whole.map(({ words, until, now }) => [
        words,
        until,
        now?.page,
      ]),
    ).toEqual([
      ['修缮校舍', '2027-03-01', 'p/tasks/5/'],
      ['开展劳动教育', '2027-05-01', 'p/tasks/4/'],
    ]);
    // What it said until both is told once.
    expect(formerOn(former, 'p/tasks/2/').whole.map(({ words, until }) => [words, until])).toEqual([
      ['加强体育', '2027-05-01'],
    ]);
  });
});

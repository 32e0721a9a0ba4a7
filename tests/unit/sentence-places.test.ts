import { expect, test } from 'vitest';
import { placedSentences, planParts } from '../../src/text/compose.ts';
import { sentenceInTextUrl, sentenceUrl } from '../../src/urls.ts';
import { makeSmallPlan } from '../support/small-plan.ts';

const plan = makeSmallPlan(
  '总的要求是甲。还有乙。',
  '一、第一部分',
  '部分有导语。',
  '（一）第一节',
  '节有导语。两句。',
  '1.第一项。做丙。',
  '（二）第二节',
  '2.第二项。',
  '二、第二部分',
  '（一）又一节',
  '3.第三项。做丁；做戊。',
);

test('every sentence has an address without a hash, in the order of the source, and its place in the text', () => {
  const found = [...placedSentences(plan)].map(({ sentence, task, section, group }) => {
    const place = { task: task?.n, section: section?.n, group: group?.n };
    return [
      sentence.text,
      sentenceUrl('p', place, sentence.n),
      sentenceInTextUrl('p', place, sentence.n),
    ];
  });
  expect(found).toEqual([
    ['总的要求是甲。', '/p/general/1/', '/p/#g1'],
    ['还有乙。', '/p/general/2/', '/p/#g2'],
    ['部分有导语。', '/p/sections/1/1/', '/p/sections/1/#p1s1'],
    ['节有导语。', '/p/sections/1/g1s1/', '/p/sections/1/#p1g1s1'],
    ['两句。', '/p/sections/1/g1s2/', '/p/sections/1/#p1g1s2'],
    ['第一项。', '/p/tasks/1/1/', '/p/tasks/1/#s1'],
    ['做丙。', '/p/tasks/1/2/', '/p/tasks/1/#s2'],
    ['第二项。', '/p/tasks/2/1/', '/p/tasks/2/#s1'],
    ['第三项。', '/p/tasks/3/1/', '/p/tasks/3/#s1'],
    ['做丁；', '/p/tasks/3/2/', '/p/tasks/3/#s2'],
    ['做戊。', '/p/tasks/3/3/', '/p/tasks/3/#s3'],
  ]);
});

test('none is left out', () => {
  const numbered = [...planParts(plan.plan, plan.sections, plan.tasks)].filter(
    (part) => 'n' in part,
  );
  expect([...placedSentences(plan)].map(({ sentence }) => sentence)).toEqual(numbered);
});

import { describe, expect, test } from 'vitest';
import { splitSentences, withoutClosingMark } from '../../src/text/sentences.ts';

const split = (line: string): string[] =>
  splitSentences(line).map(({ start, end }) => line.slice(start, end));

describe('splitSentences', () => {
  test.each([
    ['甲。乙;丙!丁?', ['甲。', '乙;', '丙!', '丁?']],
    ['甲；乙！丙？', ['甲；', '乙！', '丙？']],
    ['他说“走吧。”然后走了。', ['他说“走吧。”', '然后走了。']],
    ['(见附件。)下同', ['(见附件。)', '下同']],
    ['真的？！好。', ['真的？！', '好。']],
    ['他说"走吧。"然后走了。', ['他说"走吧。"', '然后走了。']],
    ['走了。"好"是第二句。', ['走了。', '"好"是第二句。']],
    ['甲。　乙。 ', ['甲。', '乙。']],
    ['增长9.1%,共7.8万人', ['增长9.1%,共7.8万人']],
    ['。', ['。']],
    ['', []],
  ])('%s', (line, sentences) => expect(split(line)).toEqual(sentences));
});

test('a title loses the mark that closes it and nothing else', () => {
  expect(withoutClosingMark('加强管理。')).toBe('加强管理');
  expect(withoutClosingMark('“双师型”')).toBe('“双师型”');
});

import { expect, test } from 'vitest';
import { convert } from '../../src/import/convert.ts';
import { findTitle } from '../../src/import/find-title.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('a text in Markdown is read without its marks, which are told', async () => {
  const { text, by, remarks } = await convert(
    bytes(
      [
        '# 青石街道2031年工作计划',
        '## 一、环境',
        '1. **清楼道。**清理12个单元。',
        '| 月份 | 事项 |',
        '| --- | --- |',
        '| 一月 | 消防 |',
        '- 不是标题的 # 照留',
      ].join('\n'),
    ),
  );
  expect(text.split('\n')).toEqual([
    '青石街道2031年工作计划',
    '一、环境',
    '1. 清楼道。清理12个单元。',
    '| 月份 | 事项 |',
    '| 一月 | 消防 |',
    '- 不是标题的 # 照留',
  ]);
  expect(by).toBe('jihua md 1');
  expect(remarks).toEqual([
    { kind: 'markdown', words: ['#', '##', '| --- | --- |', '**清楼道。**'] },
  ]);
  expect(findTitle(text, [])).toBe('青石街道2031年工作计划');
});

test('a single # is no Markdown', async () => {
  const { text, by } = await convert(bytes('# 甲\n1.乙 **丙**。\n'));
  expect([text, by]).toEqual(['# 甲\n1.乙 **丙**。\n', 'jihua txt 1']);
});

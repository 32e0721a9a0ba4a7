import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakLines, shorten } from '../../src/setting/lines.ts';

/** As in the typeface: Chinese characters and marks are an em wide, Latin ones about a half. */
const advance = (character: string): number => (/[ -~]/u.test(character) ? 0.55 : 1);
const linesOf = (words: string, width: number, most?: number): string[] | undefined =>
  breakLines(words, width, advance, most)?.lines.map(({ text }) => text);

describe('breakLines', () => {
  test.each([
    ['within no word', '进一步调整优化教育结构', 6.9, ['进一步调整', '优化教育结构']],
    [
      'after a mark rather than before',
      '坚持内涵发展,着力提高高等教育质量',
      6.9,
      ['坚持内涵发展,', '着力提高', '高等教育质量'],
    ],
    ['with no number apart from its unit', '普通高中招生7.8万人', 8, ['普通高中招生', '7.8万人']],
    [
      'with a short name in one line',
      '建立100对城乡“手拉手”学校',
      7.2,
      ['建立100对城乡', '“手拉手”学校'],
    ],
    [
      'with a mask and what it begins together',
      '加强建设的*市重点学科',
      6.2,
      ['加强建设的', '*市重点学科'],
    ],
  ])('breaks %s', (_case, words, width, lines) => {
    expect(linesOf(words, width)).toEqual(lines);
  });

  test('leaves no character alone on the last line', () => {
    expect(linesOf('狠抓工作落实。', 5)?.at(-1)).not.toMatch(/^.。?$/u);
    expect(linesOf('继续推进调整学科专业结构', 11)?.at(-1)?.length).toBeGreaterThan(1);
  });

  test('says that there is no room, and sets nothing for no words', () => {
    expect(linesOf('统筹各级各类教育协调发展', 6, 1)).toBeUndefined();
    expect(linesOf('', 6)).toEqual([]);
  });

  test('sets marks at the edge of a line, and two beside one another, without their empty half', () => {
    const [line] = breakLines('（“十百千万工程”）', 10, advance)?.lines ?? [];
    // Ten characters, less a half at either end and between either pair of marks.
    expect(line?.width).toBe(8);
    expect(line?.characters.slice(0, 3)).toEqual([
      { character: '（', x: -0.5 },
      { character: '“', x: 0 },
      { character: '十', x: 1 },
    ]);
  });

  const words = fc
    .array(
      fc.constantFrom(
        ...'统筹各级教育协调发展的工作',
        '，',
        '。',
        '、',
        ',',
        ';',
        '“',
        '”',
        '（',
        '）',
        '《',
        '》',
        '——',
        '……',
        '7.8万人',
        '20*年',
        '9.1%',
        'A级',
      ),
      { minLength: 1, maxLength: 60 },
    )
    .map((parts) => parts.join(''));

  test('loses no character, begins no line with a mark that closes, ends none with one that opens, and keeps to the width', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 6, max: 12 }), (text, width) => {
        const { lines } = breakLines(text, width, advance) ?? { lines: [] };
        // Marks alone can fill a line; then nothing can be set.
        if (lines.length === 0) return;
        expect(lines.map((line) => line.text).join('')).toBe(text);
        lines.forEach((line, i) => {
          expect(line.width).toBeLessThanOrEqual(width);
          if (i > 0) expect(line.text).not.toMatch(/^[，。、,;”）》…—%]/u);
          if (i < lines.length - 1) expect(line.text).not.toMatch(/[“（《]$/u);
          if (i > 0)
            expect(lines[i - 1]?.text.slice(-1) + line.text.slice(0, 1)).not.toMatch(
              /^(?:——|……|\d\d|\d万|万人)$/u,
            );
        });
      }),
    );
  });
});

describe('shorten', () => {
  const atMost = (length: number) => (text: string) => text.length <= length;

  test.each([
    ['nothing that fits', '狠抓工作落实。', 7, '狠抓工作落实。'],
    [
      'at the end of a clause',
      '继续加大对农村教育的投入,完善农村教育投入保障机制,安排4亿元。',
      29,
      '继续加大对农村教育的投入,完善农村教育投入保障机制……',
    ],
    [
      'at the end of a member of a list, if no clause ends in time',
      '在全市各组织、各区县积极开展学习型企业、学习型社区创建',
      22,
      '在全市各组织、各区县积极开展学习型企业……',
    ],
    [
      'at the end of a word, if there is nothing else',
      '强化学校服务意识和学校服务水平',
      10,
      '强化学校服务意识……',
    ],
    ['never within a number', '组织100000所高校对口支援', 6, '组织……'],
    ['never within quotation marks', '实施“情系奥运,文明礼仪伴我行”主题教育', 12, '实施……'],
  ])('shortens %s', (_case, words, length, short) => {
    expect(shorten(words, atMost(length))).toBe(short);
  });
});

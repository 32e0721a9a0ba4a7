import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/text/anchor.ts';
import { refuseCrossing } from '../../src/kinds/name-ledger.ts';
import { kinds } from '../../src/kinds/registry.ts';
import { checkAll } from '../../src/text/faults.ts';
import { type SmallPlan, makeSmallPlan } from '../support/small-plan.ts';

const tree = makeSmallPlan(
  '一、依法治教',
  '1.办法。𠮷县贯彻《教育法》,制定《*市“*”规划》。',
  '2.“阳光工程”。做好“回头看”。',
);
const source = tree.cut({ start: 0, end: Infinity });

/** A claim on the words of the source between two bars: `贯彻《|教育法|》`. */
const claim = (bars: string, id = 'x', file = 'a.yaml'): Claim => {
  const [before = '', text = '', after = ''] = bars.split('|');
  const at = source.indexOf(before + text + after);
  if (at < 0) throw new Error(`${bars} is not in the source`);
  const start = Array.from(source.slice(0, at + before.length)).length;
  const line = source.slice(0, at).split('\n').length;
  return {
    span: { start, end: start + Array.from(text).length, line, text },
    where: { file, line: 9, id },
  };
};
const law = claim('《|教育法|》', 'law', 'documents.yaml');
const plan = claim('《|*市“*”规划|》', 'plan', 'documents.yaml');
const sun = claim('“|阳光工程|”', 'sun', 'initiatives.yaml');
const look = claim('|“回头看”|', '“回头看”', 'phrases.yaml');
const masks = [claim('《|*市|', 'city', 'notes.yaml'), claim('|“*”|', 'plan', 'notes.yaml')];
/** What kinds claim, by their names; a kind that is not there has no file. */
type Claims = Readonly<Record<string, readonly Claim[] | undefined>>;
const whole: Claims = {
  documents: [law, plan],
  initiatives: [sun],
  phrases: [look],
  notes: masks,
};
const balance = (of: SmallPlan, claims: Claims): void =>
  checkAll(
    ...kinds.map(
      ({ ledger }) =>
        () =>
          ledger?.prove(of, (kind) => claims[kind]),
    ),
  );
const prove = (change: Claims) => () => balance(tree, { ...whole, ...change });

describe('a 《》, a “” and a * each have one to speak for them', () => {
  test('and then nothing is left over', () => {
    expect(prove({})).not.toThrow();
  });

  test.each<[string, Claims, string]>([
    [
      'a title',
      { documents: [plan] },
      'f:3: ledger-title: expected “《教育法》” of task 1 in a mention of documents.yaml; found none for “𠮷县贯彻《教育法》,制定《*市”',
    ],
    [
      'a title that an initiative names',
      { documents: [plan], initiatives: [sun, law] },
      'ledger-title: expected “《教育法》”',
    ],
    [
      'a title that a document names in part',
      { documents: [claim('《|教育|法》'), plan] },
      'ledger-title: expected “《教育法》”',
    ],
    [
      'a quotation that is named in part',
      { initiatives: [claim('“|阳光|工程”')] },
      'ledger-quoted: expected ““阳光工程””',
    ],
    [
      'a quoted name',
      { initiatives: [] },
      'f:4: ledger-quoted: expected ““阳光工程”” of task 2 in a mention of initiatives.yaml or documents.yaml, or in phrases.yaml; found none for ““阳光工程”。”',
    ],
    ['a quoted phrase', { phrases: [] }, 'f:4: ledger-quoted: expected ““回头看””'],
    [
      'a mask',
      { notes: masks.slice(1) },
      'f:3: ledger-mask: expected “*” of task 1 in a note of kind mask; found none for “',
    ],
    ['a mask in “”', { notes: masks.slice(0, 1) }, 'f:3: ledger-mask'],
  ])('%s that nobody speaks for is told with the words about it', (_case, change, message) => {
    expect(prove(change)).toThrow(message);
  });

  test('a “” inside a title is the title’s', () => {
    expect(prove({ phrases: [look], initiatives: [sun] })).not.toThrow();
  });

  test.each<[string, Claims, string]>([
    [
      'a phrase and an initiative',
      { phrases: [look, claim('“|阳光工程|”', 'again', 'phrases.yaml')] },
      'found ““阳光工程””, also in again, phrases.yaml:9',
    ],
    [
      'two phrases',
      { phrases: [look, claim('|“回头看”|', 'again', 'phrases.yaml')] },
      'phrases.yaml:9: ledger-double: expected again: words that no other entry claims; found ““回头看””, also in “回头看”, phrases.yaml:9',
    ],
    [
      'two notes on a mask',
      { notes: [...masks, claim('|*市|', 'again', 'notes.yaml')] },
      'notes.yaml:9: ledger-double: expected again: words that no other entry claims; found “*”, also in city, notes.yaml:9',
    ],
  ])('%s do not claim the same words', (_case, change, message) => {
    expect(prove(change)).toThrow(message);
  });

  test('a list that is not there proves nothing', () => {
    const none = {
      documents: undefined,
      initiatives: undefined,
      phrases: undefined,
      notes: undefined,
    };
    expect(prove(none)).not.toThrow();
    expect(prove({ ...none, phrases: [] })).not.toThrow();
    expect(prove({ ...none, documents: [] })).toThrow('ledger-title');
  });
});

test('a quotation that does not end is told to the end of its sentence', () => {
  const open = makeSmallPlan('一、甲', '1.乙。称为“阳光工程。再见。');
  expect(() => balance(open, { initiatives: [], phrases: [] })).toThrow(
    'expected ““阳光工程。” of task 1',
  );
});

describe('marks within marks', () => {
  const nested = makeSmallPlan('一、依法治教', '1.办法。转发《关于《教育法》的通知》。');
  const text = nested.cut({ start: 0, end: Infinity });
  const spanOf = (words: string): Claim => {
    const start = text.indexOf(words);
    const span = { start, end: start + words.length, line: 2, text: words };
    return { span, where: { file: 'documents.yaml', line: 1, id: words } };
  };
  const proveTitles =
    (...names: string[]) =>
    () =>
      balance(nested, { documents: names.map(spanOf) });

  test('a title in a title does not speak for the outer one', () => {
    expect(proveTitles('教育法')).toThrow('ledger-title: expected “《关于《教育法》的通知》”');
  });

  test('the outer one speaks for both', () => {
    expect(proveTitles('关于《教育法》的通知')).not.toThrow();
  });
});

describe('annotations', () => {
  test.each<[string, Claim[]]>([
    ['one in another', [claim('|贯彻《教育法》|'), claim('《|教育法|》')]],
    ['of one extent', [claim('|教育法|'), claim('|教育法|')]],
    ['that touch', [claim('|贯彻|《'), claim('贯彻|《教育法》|')]],
    ['with one start', [claim('|贯彻|'), claim('|贯彻《教育法》|')]],
    ['with one end', [claim('|《教育法》|,'), claim('教育|法》|,')]],
    ['apart', [claim('|教育法|'), claim('|规划|')]],
  ])('nest or stand apart: %s', (_case, claims) => {
    expect(() => refuseCrossing(claims)).not.toThrow();
    expect(() => refuseCrossing([...claims].reverse())).not.toThrow();
  });

  test('that cross are refused, and both are named, whatever their order', () => {
    const [one, other] = [
      claim('|贯彻《教育|法', 'one'),
      claim('《|教育法》,|制定', 'other', 'b.yaml'),
    ];
    const message =
      'b.yaml:9: mark-crossing: expected other: words that hold “贯彻《教育”, or stand in them, or apart; found “教育法》,”, which cross those of one, a.yaml:9';
    expect(() => refuseCrossing([one, other])).toThrow(message);
    expect(() => refuseCrossing([other, one])).toThrow(message);
  });

  test('that cross are found behind one that is nested and closed', () => {
    const claims = [
      claim('|贯彻《教育法|', 'one'),
      claim('|贯彻|', 'two'),
      claim('|法》,制定|', 'three'),
    ];
    expect(() => refuseCrossing(claims)).toThrow('found “法》,制定”, which cross those of one');
  });
});

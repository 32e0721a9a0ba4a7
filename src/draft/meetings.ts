import { clausesOf, namesIn, within, withoutInner, wordsOf } from './clauses.ts';
import type { Found } from './named.ts';
import { type Placed, findAll } from './passages.ts';
import { draftWords as words } from './words.ts';

const number = '[一二三四五六七八九十]+';

/** Congresses and plenums: 党的十六大, 十六届五中全会, 市委九届十次全会. */
const congress = new RegExp(
  `党的(?:十[一二三四五六七八九]|二十[一二三四五六七八九]?)大|(?:党的)?${number}届${number}中全会|(?:[省市县区]委|自治区党委|中央?纪委|中纪委)(?:${number}届)?${number}次(?:、${number}次)*全会`,
  'gu',
);

const heads =
  /(?:会议|座谈会|现场会|推进会|大会|论坛|研讨会|工作会|交流会|动员会|部署会|总结会|年会|联席会|恳谈会|发布会|调度会|例会|峰会|听证会|报告会|观摩会|表彰会|党代会|教代会|职代会|代表会|家长会|组织生活会|民主生活会)$/u;
const tail =
  /^(?:[（(][^（）()]*[）)])?(?:的?(?:筹备|准备|服务|保障|组织|承办)?工作|等|[\d０-９一二两三四五六七八九十]+余?[次场届期].*|并.*|，.*|部署.*|推进.*|总结.*|研究.*)?$/u;
const spirit = /^(?:的?(?:重要)?(?:精神|部署|要求)).*$/u;
const standing = /^(?:制度|机制|作用|办公室|成员).*$/u;

const rules: readonly { status: string; verb: RegExp; tail: RegExp; heads: RegExp }[] = [
  {
    status: 'planned',
    verb: /召开|举办|举行|筹办|筹备|承办|开好|办好|主办|协办|组织|参加|出席/gu,
    tail,
    heads,
  },
  {
    status: 'cited',
    verb: /贯彻|落实|学习|传达|宣传/gu,
    tail: spirit,
    heads: /(?:会议|大会|座谈会|全会|两会)$/u,
  },
  {
    status: 'standing',
    verb: /建立|健全|完善|发挥|落实|执行|依托|用好/gu,
    tail: standing,
    heads: /(?:联席会议|联席会|例会)$/u,
  },
];

/** Meetings that are to be held, whose spirit is to be carried out, or which stand. */
export function findMeetings(placed: readonly Placed[]): Found[] {
  const congresses = findAll(placed, congress).map((name) => asFound(name, 'cited'));
  const held = placed.flatMap(clausesOf).flatMap((clause) => {
    const text = withoutInner(wordsOf(clause));
    return rules.flatMap(({ status, verb, ...rule }) => {
      // Of verbs in a row the last has the object: 筹备召开.
      const starts = Array.from(text.matchAll(verb), ({ 0: done, index }) => index + done.length);
      return starts
        .filter((at) => !starts.some((other) => other > at && other <= at + 2))
        .flatMap((at) => namesIn(within(clause, at, text.length), { ...rule, others: /(?!)/u }))
        .filter((name) => /[^大会工作议开]{2}/u.test(wordsOf(name)))
        .map((name) => asFound(name, status));
    });
  });
  const isWithin = (one: Found, other: Found): boolean =>
    one !== other &&
    one.name.passage === other.name.passage &&
    one.name.start >= other.name.start &&
    one.name.end <= other.name.end &&
    one.name.end - one.name.start < other.name.end - other.name.start;
  const all = [
    ...congresses,
    ...held.filter(
      ({ name }) =>
        !congresses.some(
          (c) =>
            c.name.passage === name.passage && c.name.start < name.end && name.start < c.name.end,
        ),
    ),
  ];
  return all.filter((one) => !all.some((other) => isWithin(one, other)));
}

function asFound(name: Found['name'], status: string): Found {
  return { name, quote: name, fields: { status }, mention: {}, proposed: words.meeting };
}

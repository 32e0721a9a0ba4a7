import { type HeadRule, clausesOf, namesIn, within, withoutInner, wordsOf } from './clauses.ts';
import type { Found } from './named.ts';
import { type Placed, type Words, findBracketed, withinMarks } from './passages.ts';
import { draftWords as words } from './words.ts';

/** The last word of a title tells what a document is. */
const kindsByHead: readonly [string, RegExp][] = [
  ['regulation', /条例|规定/u],
  ['law', /(?<!办|方)法(?!规)/u],
  ['outline', /纲要/u],
  ['other', /预案/u],
  ['scheme', /方案/u],
  ['opinion', /意见|决定|通知/u],
  ['measures', /办法|措施/u],
  ['rules', /规程|规则|规范|细则|守则|准则|章程|公约|制度|规章/u],
  ['standard', /标准|指南|目录|大纲|清单|指引|手册|导则/u],
  ['plan', /规划|计划|行动/u],
];

/** Whose name says what they are to be: 条例, 办法, 实施意见. */
const titles =
  '条例|规定|规划|计划|纲要|大纲|方案|意见|决定|通知|办法|规程|规则|规范|细则|守则|准则|章程|公约|标准|指南|预案|指引|手册|导则|(?<![办方执普司立依违守用做书国])法';

const modal = '研究|组织|牵头|抓紧|加快|尽快|配合|推动|推进';
const makingVerb =
  '制定|制订|出台|印发|起草|编制|拟定|拟订|研制|颁布|发布|下发|草拟|编写|编印|研究并?确定';
const revisingVerb = '修订|修改|修编|完善|(?<!建立)健全|改进';
const applyingVerb = '贯彻|落实|执行|实施|遵守|遵循|试行|推行|学习|宣传|启动';
const followingVerb = '按照|根据|依据|依照|对照|参照';

/** Verbs in a row: 研究制定, 制定并实施, 贯彻落实. A verb that names something is none: 实施意见, 的落实. */
const chain = (verb: string, more: string): RegExp =>
  new RegExp(
    `(?<![的不])(?:(?:${modal})(?:并|、)?)*(?:${verb})(?:(?:并|和|、|及)?(?:${more})(?!意见|方案|细则|办法|情况))*(?!意见|方案|细则|会|工作)`,
    'gu',
  );

const verbs: readonly {
  status: 'draft' | 'revise' | 'implement';
  verb: RegExp;
  heads: RegExp;
  /** How many characters the name has at least, beside its last word. */
  least: number;
}[] = [
  {
    status: 'draft',
    verb: chain(makingVerb, `${makingVerb}|${applyingVerb}|${revisingVerb}|公布|完成`),
    heads: new RegExp(`(?:${titles}|(?<!政策|有效|得力)措施|政策措施|制度|目录|清单)$`, 'u'),
    least: 2,
  },
  {
    status: 'draft',
    verb: /建立(?:健全|完善|和完善|并完善)|健全完善/gu,
    heads: /(?:规章制度|规章|章程|预案|办法|细则|标准)$/u,
    least: 2,
  },
  {
    status: 'revise',
    verb: chain(revisingVerb, `${revisingVerb}|${applyingVerb}`),
    heads:
      /(?:条例|规定|规划|方案|办法|规程|规则|规范|细则|守则|准则|章程|标准|指南|预案|目录|手册|大纲|意见)$/u,
    least: 2,
  },
  // A system is made better in many ways, but 修订 is done to what is written.
  { status: 'revise', verb: /修订(?:完善|并完善)?/gu, heads: /制度$/u, least: 2 },
  {
    status: 'implement',
    verb: chain(applyingVerb, applyingVerb),
    heads: new RegExp(`(?:${titles.replace('|计划', '|行动计划')})$`, 'u'),
    least: 2,
  },
  {
    status: 'implement',
    verb: chain(followingVerb, followingVerb),
    heads: /(?:条例|规定|规划|行动计划|纲要|方案|意见|办法|规程|细则|守则|准则|章程|指南|预案)$/u,
    least: 4,
  },
];

/** What may follow a name: what is done with it, what is in it, or what is done next. */
const tail =
  /^(?:[（(][^（）()]*[）)])?(?:等(?:一系列|系列)?(?:文件|制度|规定)?)?(?:的?(?:要求|精神|规定|部署|任务|目标|落实|实施|宣传|贯彻|执行|学习|编制|修订|起草|制定|制订|出台|颁布|印发|立法|检查|督查|评估|试点|前期|研究|工作)*)[中内上下里前后]?(?:$|(?:并|报|来|以|推动|加强|规范|确保|开展|组织|指导|统筹|做好|明确|提出|加快|完成|开好|对|为|由|经|从).*$)/u;

/** What ends the name of something that is no document: 体系 of 监控体系、管理办法. */
const others =
  /(?:体系|机制|制度|平台|队伍|模式|环境|水平|质量|能力|力度|工程|项目|活动|行动|政策|措施|机构|作用|管理|改革|格局)$/u;

/** Names that say only what sort of document is meant. */
const general =
  /^(?:各项|各类|各级|有关|相关|上级|国家|法律|法规|全面|具体|统一|既定|年度|本|该|其|这些|以上|上述|党|中央|党中央|教育|工作|实施|整改|发展|政策|重要|一系列|新|高|更高|基本|总体|这一|的|、|和)*$/u;

const kindOf = (name: string): string => {
  const title = name.replace(/[（(][^（()）]*[）)]$/u, '');
  const [last] = kindsByHead
    .map(([kind, pattern]) => {
      const { source } = pattern;
      return { kind, at: title.search(new RegExp(`(?:${source})(?!.*(?:${source}))`, 'u')) };
    })
    .sort((a, b) => b.at - a.at);
  return last && last.at >= 0 ? last.kind : 'other';
};

/** Documents in 《》, one by one; one within another is part of it. */
export function findTitled(placed: readonly Placed[]): Found[] {
  return findBracketed(placed, '《', '》').map((found) => {
    const name = withinMarks(found);
    const before = found.passage.text.slice(Math.max(0, found.start - 20), found.start);
    const clause = /[^，,；;。]*$/u.exec(before)?.[0] ?? '';
    const last = verbs
      .flatMap(({ status, verb }) =>
        Array.from(clause.matchAll(verb), ({ 0: action, index }) => {
          return { status, action, index };
        }),
      )
      .sort((a, b) => b.index - a.index)[0];
    return {
      name,
      quote: found,
      fields: { kind: kindOf(wordsOf(name)), status: last?.status ?? 'cited' },
      mention: last ? { action: last.action } : {},
      proposed: words.document,
    };
  });
}

/** Documents that a verb makes, revises or carries out, whose name has no 《》: 制定教师考核办法. */
export function findAnnounced(placed: readonly Placed[]): Found[] {
  return placed.flatMap(clausesOf).flatMap((clause) => {
    const found: Found[] = [];
    const isTaken = ({ start, end }: Words): boolean =>
      found.some(({ name }) => name.start < end && start < name.end);
    const text = withoutInner(wordsOf(clause));
    for (const rule of verbs) {
      for (const { 0: action, index } of text.matchAll(rule.verb)) {
        const verb = within(clause, index, index + action.length);
        if (isTaken(verb)) continue;
        const { names, action: done } = objectsOf(clause, index, action, rule.heads);
        for (const name of names) {
          const inner = wordsOf(name);
          const modifier = inner.replace(rule.heads, '');
          const isLong = Array.from(inner).length > 45;
          const isVague = rule.status !== 'draft' && general.test(modifier);
          if (modifier.length < rule.least || isVague || isLong || isTaken(name)) continue;
          const fields = { kind: kindOf(inner), status: rule.status };
          const proposed = words.announced(done);
          found.push({ name, quote: name, fields, mention: { action: done }, proposed });
        }
      }
    }
    return [...found, ...findDoneWith(clause, isTaken)];
  });
}

/**
 * The names after a verb. 制定实施X标准的办法 announces a 办法 that is about 实施X标准; 制定实施X方案 does both with a
 * 方案.
 */
function objectsOf(
  clause: Words,
  at: number,
  action: string,
  heads: RegExp,
): { names: Words[]; action: string } {
  const rule: HeadRule = { heads, tail, others };
  const to = clause.end - clause.start;
  const names = namesIn(within(clause, at + action.length, to), rule);
  const [first] = names;
  const second = new RegExp(`(?:${applyingVerb})$`, 'u').exec(action)?.[0];
  if (!first || second === undefined || /并|和|、|及/u.test(action) || second === action)
    return { names, action };
  if (!new RegExp(`(?:${titles})的(?:具体)?(?:${titles})$`, 'u').test(wordsOf(first)))
    return { names, action };
  const isNext = first.start === clause.start + at + action.length;
  return {
    names: isNext ? [{ ...first, start: first.start - second.length }, ...names.slice(1)] : names,
    action: action.slice(0, -second.length),
  };
}

const doneWith =
  /^(?:的)?(编制|修订|起草|制定|制订|立法|修编|(?:实施|执法)检查)(?:起草)?(?:工作)?/u;

/** 启动学院章程修订工作: what is done stands behind the name. */
function findDoneWith(clause: Words, isTaken: (words: Words) => boolean): Found[] {
  const text = withoutInner(wordsOf(clause));
  const verb = /启动|做好|抓好|推进|加快|完成|开展|支持|加强/u.exec(text);
  if (!verb) return [];
  const object = within(clause, verb.index + verb[0].length, clause.end - clause.start);
  const heads = new RegExp(`(?:${titles})$`, 'u');
  return namesIn(object, { heads, tail: doneWith, others }).flatMap((name) => {
    const action = doneWith.exec(clause.passage.text.slice(name.end))?.[1];
    if (action === undefined || isTaken(name) || general.test(wordsOf(name).replace(heads, '')))
      return [];
    const status = /修/u.test(action) ? 'revise' : /检查/u.test(action) ? 'implement' : 'draft';
    const fields = { kind: kindOf(wordsOf(name)), status };
    return [{ name, quote: name, fields, mention: { action }, proposed: words.announced(action) }];
  });
}

import type { Audience } from '../kinds/audiences/audiences.ts';
import type { ParsedPlan } from '../text/compose.ts';
import type { Extent } from '../text/span.ts';
import { clausesOf, wordsOf } from './clauses.ts';
import { type Placed, type Words, placedPassages, quoteWords } from './passages.ts';
import type { Proposal } from './proposal.ts';
import { draftWords as words } from './words.ts';

type Role = 'beneficiary' | 'performer' | 'supervised' | 'affected';

/** An audience as a clause names it. */
type Named = { audience: Audience; term: string; at: number };

/** Words that mean an audience: those of the vocabulary, and its name where that is no phrase. */
const termsOf = ({ name, words: own }: Audience): string[] =>
  /^[\p{Script=Han}]{2,8}$/u.test(name) && !/[与和]/u.test(name) ? [name, ...own] : [...own];

const lastOf = (text: string, pattern: RegExp): string | undefined =>
  Array.from(text.matchAll(new RegExp(pattern.source, 'gu'))).at(-1)?.[0];

/** Who is inspected, evaluated, regulated or managed. */
const overseen =
  /(?:监督|监管|检查|督查|督促|督导|整治|治理|规范|查处|严禁|考核|约束|巡视|巡察|审计|问责|评估|清理)/u;
const overseenAfter =
  /^[^、]{0,10}?(?:监督|监管|检查|督查|督导|评估|考核|管理|年检|审计|巡察|巡视|问责|行为规范|行为准则|职业规范|收费)/u;

/** Whose duty it is: subjects of what they are to do, and those who are called on to do it. */
const called = /(?:组织|动员|引导|鼓励|指导|推动|支持|督促|选派|选聘|选拔|推荐|安排|促进|发动)$/u;
const modal =
  /^(?:们)?(?:要|应当?|须|必须|负责|承担|参与|参加|开展|主导|积极|主动|编制|制定|落实|全面|按|与|自主|建立|实施|推行|面向|对口|到|组织|计划|举办|进|做好|结合)/u;
const partners = /(?:与|同|联合|协同|会同)$/u;
const partnersAfter = /^[^，]{0,4}(?:共建|合作|联合|签|共同|协同|结对)/u;

/** Who gets what is given, taught or built. */
const given =
  /(?:为|给|面向|惠及|帮助|资助|关心|关爱|培训|培养|保障|奖励|配备|服务|减轻|改善|提高|提升|增强|促进|建设|招收|招聘|支持|完善|加强|扩大|办好|救助|慰问)/u;

/** Of what rules, plans, examinations and reforms are about, where nobody is served. */
const about =
  /(?:布局|结构调整|改革|招生|考试|中考|高考|入学|录取|制度|办法|标准|规划|方案|条例|评选|评审|宣传|体制|认定)/u;

/** Proposes whom each task concerns, with the clause that names them. */
export function proposeAudiences(
  tree: ParsedPlan,
  vocabulary: readonly Audience[],
  {
    isKnown,
    isConcerned,
  }: {
    /** Whether an entry says of words of a sentence that they concern an audience. */
    isKnown: (code: string, sentence: Extent) => boolean;
    /** Whether an entry says whom a task concerns. */
    isConcerned: (task: number) => boolean;
  },
): Proposal[] {
  const byTerm = Map.groupBy(
    vocabulary.flatMap((audience) => termsOf(audience).map((term) => ({ term, audience }))),
    ({ term }) => term,
  );
  if (byTerm.size === 0) return [];
  const terms = new RegExp(
    [...byTerm.keys()]
      .sort((a, b) => b.length - a.length)
      .map((term) => RegExp.escape(term))
      .join('|'),
    'gu',
  );
  return placedPassages(tree).flatMap((placed) => {
    if (placed.place.task === undefined) return [];
    const seen = new Set<string>();
    const proposals: Proposal[] = [];
    for (const clause of partsOf(placed)) {
      const text = wordsOf(clause);
      const named = Array.from(text.matchAll(terms), ({ 0: term, index }): Named[] =>
        (byTerm.get(term) ?? []).map(({ audience }) => ({ audience, term, at: index })),
      ).flat();
      for (const { audience, term, at } of named) {
        const role = roleOf(audience, text, at, term);
        const sentence = clause.passage.partAt(clause.start);
        const key = `${sentence.n} ${audience.code}`;
        if (seen.has(key) || isKnown(audience.code, sentence)) continue;
        seen.add(key);
        const { quote, occurrence } = quoteWords(tree, clause);
        proposals.push({
          task: placed.place.task,
          code: audience.code,
          role,
          basis: 'explicit',
          quote,
          ...(occurrence === undefined ? {} : { occurrence }),
          review: 'pending',
          proposed: words.audience(term, role),
        });
      }
    }
    const isLeft = proposals.length === 0 && !isConcerned(placed.place.task);
    return isLeft ? proposeNobody(tree, placed, vocabulary) : proposals;
  });
}

/** No task may be without an audience: of one that names none the editor says whom it concerns. */
function proposeNobody(
  tree: ParsedPlan,
  placed: Placed,
  vocabulary: readonly Audience[],
): Proposal[] {
  const doer = vocabulary.findLast(({ group }) => group === 'government') ?? vocabulary.at(-1);
  const [clause] = partsOf(placed);
  if (!doer || !clause) return [];
  const { task, quote, occurrence } = quoteWords(tree, clause);
  return [
    {
      task,
      code: doer.code,
      role: 'performer',
      basis: 'inferred',
      why: words.nobodyWhy,
      quote,
      ...(occurrence === undefined ? {} : { occurrence }),
      review: 'pending',
      proposed: words.nobody,
    },
  ];
}

/** The clauses of a passage without what is no word at their ends. */
function partsOf(placed: Placed): Words[] {
  return clausesOf(placed).flatMap((clause) => {
    const text = wordsOf(clause);
    const start = clause.start + text.length - text.trimStart().length;
    const end = clause.end - (text.length - text.trimEnd().length);
    return end > start ? [{ ...clause, start, end }] : [];
  });
}

/** What the words around an audience make of it; where they say nothing, what such audiences mostly are. */
function roleOf({ group }: Audience, clause: string, at: number, term: string): Role {
  const before = clause.slice(0, at);
  const after = clause.slice(at + term.length);
  if (
    called.test(
      before.replace(
        /(?:各类|各级|有条件的|优秀|骨干|广大|全体|所有|[\d.]+万?余?多?[名所家个]|[一-龥]{0,2}(?<=城镇|机关))+$/u,
        '',
      ),
    )
  ) {
    const isLed = !/支持$/u.test(before) || modal.test(after) || /面向|开展|参加/u.test(after);
    if (isLed) return 'performer';
  }
  if (
    partners.test(before.replace(/[\d.]+余?多?家$/u, '')) &&
    (group === 'institution' || partnersAfter.test(after))
  )
    return 'performer';
  if (lastOf(before, overseen) !== undefined && !/为|给|面向/u.test(before)) return 'supervised';
  if (overseenAfter.test(after) && group !== 'learner' && !/后勤|服务/u.test(after))
    return 'supervised';
  if (
    modal.test(after) &&
    (before === '' ||
      /(?:[^加改](?:由)|、|和|各|是|中)$/u.test(before) ||
      (group !== 'learner' && !given.test(before)))
  )
    return 'performer';
  if (given.test(before))
    return group === 'government' ? 'performer' : about.test(after) ? 'affected' : 'beneficiary';
  if (about.test(after) || about.test(before))
    return group === 'learner' && !about.test(after) ? 'beneficiary' : 'affected';
  return group === 'government' ? 'performer' : 'beneficiary';
}

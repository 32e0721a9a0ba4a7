import type { ListedAudience } from '../kinds/audiences/audiences.ts';
import type { ParsedPlan } from '../text/compose.ts';
import type { Extent } from '../text/span.ts';
import { clausesOf, wordsOf } from './clauses.ts';
import { type Placed, type Words, placedPassages, quoteWords } from './passages.ts';
import type { Proposal } from './proposal.ts';
import { draftWords as words } from './words.ts';

type Role = 'beneficiary' | 'performer' | 'supervised' | 'affected';

/** An audience as a clause names it. */
type Named = { audience: ListedAudience; term: string; at: number };

/** Words that mean an audience: those of the vocabulary, and its name where that is no phrase. */
const termsOf = ({ name, words: own }: ListedAudience): string[] =>
  /^[\p{Script=Han}]{2,8}$/u.test(name) && !/[与和]/u.test(name) ? [name, ...own] : [...own];

/** Who is inspected, evaluated, regulated or managed: the verb before, or 对 before and the noun behind. */
const overseen =
  /(?:监督|监管|检查|督查|督促|督导|整治|治理|规范|查处|严禁|考核|约束|巡视|巡察|审计|问责|清理)[^，为给]{0,8}$/u;
const overseenBehind =
  /^[^，]{0,24}?(?:监督|监管|检查|督查|督导|评估|评价|考核|管理|年检|审计|巡察|巡视|问责)/u;
const overseenWords =
  /^(?:的)?[^，]{0,8}?(?:考核|述职|评估|监管|行为准则|行为规范|职业行为|指导行为|收费|考评|督导|评价)/u;

/** Who is called on to do something: 鼓励学生参加; 组织 and 推动 are also said of those who are taught. */
const called = /(?:动员|引导|鼓励|选派|选聘|选拔|推荐|发动|组织|指导|推动|安排|邀请|聘请)$/u;
const calledLearners = /(?:动员|鼓励|选派|选聘|选拔|推荐|发动|邀请)$/u;
/** What may stand between that and those who are called on. */
const some =
  /(?:各级|各类|有条件的|优秀|骨干|广大|全体|所有|城镇|县城|[\d.]+万?余?多?[名所家个位])+$/u;

/** What follows those whose duty it is. */
const duty =
  /^(?:们)?(?:每[年月周日天]|每学[年期]|定期|及时)?(?:要|应当?|须|必须|负责|承担|参与|参加|开展|主导|积极|主动|编制|制定|落实|全面|自主|实施|推行|面向|对口|到|举办|执行|做好|结合|共建|与)/u;
const partner = /(?:与|同|联合|协同|会同|充分利用|发挥)(?:[\d.]+余?多?[家所个])?$/u;

/** What is given, taught or built for somebody. */
const given =
  /(?:为|给|面向|惠及|帮助|资助|关心|关爱|培训|培养|保障|奖励|配备|减轻|改善|提高|提升|增强|招收|招聘|支持|支援|扩大|办好|救助|慰问|投入)/u;
const givenBehind =
  /^[^，]{0,12}?(?:培训|资助|补助|待遇|工资|荣誉|激励|减负|体检|人才培养|队伍|素质|素养|健康|学位|设备|条件|免收|就业|维权|权益|申诉|奖学金|减免)/u;

/** What institutions do: their work and what they teach. */
const ownWork =
  /^[^，]{0,10}?(?:工作|课程|教学|资源|专业|创建|科研|后勤|安全|意识|作用|凝聚力|统战)/u;

/** What rules, plans, examinations and reforms are about. */
const about =
  /(?:布局|结构调整|改革|考试|中考|高考|入学|录取|制度|办法|标准|规划|方案|条例|评选|评审|体制|认定|定位|宣传|典型|程序|换届|权力观)/u;

/** Proposes whom each task concerns, with the clause that names them. */
export function proposeAudiences(
  tree: ParsedPlan,
  vocabulary: readonly ListedAudience[],
  {
    isKnown,
    isConcerned,
  }: {
    /** Whether an entry says of words of a sentence that they concern an audience. */
    isKnown: (code: string, sentence: Extent) => boolean;
    /** Whether an entry says whom a task concerns; whether it says it of this one, if there is a code. */
    isConcerned: (task: number, code?: string) => boolean;
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
    const { title } = tree.tasks[placed.place.task - 1] ?? {};
    // A title says again what the task is about: it is quoted for those whom no sentence names.
    const isTitle = ({ start }: Words): boolean =>
      placed.passage.partAt(start).start === title?.start;
    const parts = partsOf(placed);
    for (const clause of [...parts.filter((one) => !isTitle(one)), ...parts.filter(isTitle)]) {
      const text = wordsOf(clause);
      const named = Array.from(findWords(text, terms), ({ 0: term, index }): Named[] =>
        (byTerm.get(term) ?? []).map(({ audience }) => ({ audience, term, at: index })),
      ).flat();
      for (const { audience, term, at } of named) {
        const role = roleOf(audience, text, at, term);
        const sentence = clause.passage.partAt(clause.start);
        const key = `${sentence.n} ${audience.code}`;
        const isAgain =
          isTitle(clause) &&
          (isConcerned(placed.place.task, audience.code) ||
            proposals.some(({ code }) => code === audience.code));
        if (isAgain || seen.has(key) || isKnown(audience.code, sentence)) continue;
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
  vocabulary: readonly ListedAudience[],
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

/** Whose 机关 are not those of who publishes the plan. */
const others = /(?:检察|公安|司法|审判|监察|纪检|行政|执法|税务|权力|立法|党政|主管|登记|审批)$/u;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Where terms stand that begin with a word: the 大学 of 扩大学位 is none, and the 机关 of 检察机关 are others'. */
function findWords(text: string, terms: RegExp): RegExpExecArray[] {
  const starts = new Set(Array.from(segmenter.segment(text), ({ index }) => index));
  return Array.from(text.matchAll(terms)).filter(
    ({ 0: term, index }) =>
      starts.has(index) && !(term === '机关' && others.test(text.slice(0, index))),
  );
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
function roleOf({ group }: ListedAudience, clause: string, at: number, term: string): Role {
  const before = clause.slice(0, at);
  const after = clause.slice(at + term.length);
  const isTold = (group === 'learner' ? calledLearners : called).test(before.replace(some, ''));
  if (isTold || /支教$/u.test(term) || (group !== 'learner' && partner.test(before)))
    return 'performer';
  if (/对/u.test(before) && !/对口|面对|针对/u.test(before) && overseenBehind.test(after))
    return 'supervised';
  if (/支持$/u.test(before) && duty.test(after) && group !== 'learner') return 'performer';
  if (overseen.test(before)) return group === 'learner' ? 'affected' : 'supervised';
  if (group !== 'learner' && overseenWords.test(after)) return 'supervised';
  if (duty.test(after) && !given.test(before)) return 'performer';
  if (given.test(before) || givenBehind.test(after)) return 'beneficiary';
  if (group === 'government') return 'performer';
  if (about.test(after) || (about.test(before) && group !== 'learner')) return 'affected';
  return group === 'institution' && ownWork.test(after) ? 'performer' : 'beneficiary';
}

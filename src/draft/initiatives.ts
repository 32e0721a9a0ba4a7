import { clausesOf, namesIn, within, withoutInner, wordsOf } from './clauses.ts';
import type { Found } from './named.ts';
import { type Placed, type Words, findBracketed, withinMarks } from './passages.ts';
import { draftWords as words } from './words.ts';

/** What an initiative is called by its last word, and the last words of which this is said. */
const kindsByHead: readonly [string, RegExp][] = [
  ['project', /(?:工程|项目|试点|实验|园区建设|专业群?|学科|实验室|课程|工作室|团)$/u],
  ['programme', /计划$/u],
  ['policy', /(?:政策|制度)$/u],
  ['other', /(?:战略|专项资金|奖学金|助学金|班|学院|研究院|联盟|共同体)$/u],
];
const kindOf = (name: string): string =>
  kindsByHead.find(([, pattern]) => pattern.test(name))?.[0] ?? 'campaign';

const days =
  '宣传|读书|阅读|教育|活动|主题|普及|服务|质量|安全|科普|推广|法治|节能|文化|体验|管理|提升|攻坚';
const feasts =
  '艺术|体育|科技|文化|读书|阅读|戏剧|音乐|合唱|英语|数学|劳动|美食|旅游|购物|电影|创新|丰收|社团|体艺';

/** What verbs do with initiatives, and what these are called then. */
const rules: readonly { verb: RegExp; heads: RegExp }[] = [
  {
    verb: /实施|启动|推进|推动|开展|组织|举办|承办|主办|协办|举行|参加|办好|做好|抓好|落实|打造|深化|完成|筹办|筹备|推行|推广|探索|申报|建设|全面推开|加强|引导/gu,
    heads: new RegExp(
      `(?:工程|计划|行动|活动|试点|大赛|竞赛|比赛|联赛|运动会|锦标赛|博览会|展示会|交易会|文化周|评选|主题教育|进(?:校园|社区|农村|乡村|机关|企业)|专项(?:治理|整治|检查|督查)|专项资金|园区建设|(?:${feasts})节|(?:${days})(?:月|周|年|日))$`,
      'u',
    ),
  },
  { verb: /实施|启动|推进|申报|建设|组织|开展|推行|参与/gu, heads: /项目$/u },
  { verb: /实施|落实|推行|执行|实行|用好|用足/gu, heads: /(?:政策|制度|战略)$/u },
  {
    verb: /推进|开展|推动|深化|抓好|做好|加强|争取|巩固/gu,
    // What is made so by a campaign that is called by two characters: 科技创安, 创文.
    heads: /创(?:安|文|卫|城|模|森|优)$/u,
  },
  {
    verb: /推进|加强|组建|成立|建好|办好/gu,
    heads: /(?:科技|艺术|合唱|舞蹈|管弦乐|民乐|交响乐|宣讲|讲师|服务)团$/u,
  },
  {
    verb: /做好|办好|开设|举办|开办|扩大|增设|加强/gu,
    heads: /(?:高中|初中|中职|民族|预科|定向|实验|创新|宏志)班$/u,
  },
  {
    verb: /评选|认定|增补|命名|遴选|评定|选树/gu,
    heads: /(?:学校|示范校|示范园|基地|示范区|实验区|中心|专业群?|学科|实验室|工作室)$/u,
  },
  { verb: /设立/gu, heads: /(?:专项资金|奖学金|助学金|奖励基金|基金)$/u },
];

/** What may follow the name of an initiative. */
const tail =
  /^(?:[（(][^（）()]*[）)])?(?:等[^，]*|(?:的?(?:建设|工作|创建|实施|落实|评审|评选|认定|申报|扩面|扩招|招生|任务|要求|成果|经验|进展))+.*|的.{1,6}|(?:并|来|以|为|对|加强|推动|确保|提升|提高|促进|惠及|覆盖).*)?$/u;

const others =
  /(?:体系|机制|平台|队伍|模式|环境|水平|质量|能力|力度|机构|作用|管理|改革|格局|规划|方案|意见|办法|标准|建设)$/u;

/** Names that say only what sort of thing is meant, or which are many. */
const general =
  /^(?:各项|各类|各种|各级|多种|多种形式|形式|丰富多彩|丰富|多彩|有关|相关|重大|重点|民生|系统|基础|系列|一系列|专项|专题|主题|集中|统一|具体|年度|工作|教学|培训|教育|宣传|文化|文体|文化体育|体育|体育锻炼|锻炼|健身|科普|实践|社会实践|创新实践|学习|研究性|研究性学习|交流|教育教学|课外|支农|改革|综合改革|体制改革|国家|党|党的|配套|优惠|惠民|惠农|扶持|投资|建设|科研|管理|责任|规章|各方面|校际间?|好|的|和|、|与)*$/u;

/** What makes an activity one of its own: what it is held for. */
const activities =
  /(?:主题|创建|评选|编创|展示|展演|宣传|教育|支教|庆祝|纪念|表彰|读书|阅读|体验|征集|月|周|年|日|志愿|走访|慰问|结对|帮扶|专项|比武|竞赛|服务|感受|开放|”)[^的]{0,6}活动$/u;

/** Names that are no initiative for all their last word: a plan of work, a system, a part of a sentence. */
const noInitiative =
  /(?:招生|工作|年度|教学|培训|用地|资金|采购|收支|考试|体制改革|制度改革|改革)(?:计划|试点)$|(?:规章|管理|监管|责任|考核|评价|监督|审批|会议|学分|安全|核心|各项|配套)制度$|^(?:把|将|对|与|向|在|为|以|从|由)|统一行动$/u;

/** A verb within: what is named stands behind it, and is found there. */
const doing = /开展|参加|举办|承办|举行|实施(?!方案)|启动/u;

/** A number, or some, with its measure word, before what is named: 10个示范专业. */
const counted =
  /(?:[\d,.０-９]+(?![\d,.０-９*])(?:余|多)?(?:个|所|家|门|项|支|名|对|类|期|场|批|处|套|种)?|[一二三四五六七八九十百]+(?:个|所|家|门|项|支|名|对|类|期|场|批|处|套|种)|若干(?:个|所|家|门|项|支|名|对|类|期|场|批|处|套|种)?|部分)(?:以上|左右)?/u;
const countAtStart = new RegExp(`^(?:新增|新建|建成)?${counted.source}(?![的年月届级])`, 'u');
const yearAtStart = /^(?:\d{4}|\d{2}\*)(?:年度?|学年)|^第?[一二三四]季度/u;

/** What is chosen, named or built as one of its kind: 示范学校, 重点学科, 省级卫生乡镇. */
const labelled = new RegExp(
  `^(?!以及|及|和|、)(?:(?!以及|[和与])[^的，。、]){0,16}(?:(?:示范|重点|试点|特色|实验|标杆|先进|文明|卫生|星级|[省市国]家?级|后备人才)[^的，。、和]{0,8}?(?:学校|校|园|基地|区|乡镇|村|社区|中心|专业群?|学科|实验室|工作室|单位)|(?:一流|高水平)(?:学校|大学|专业群?|学科))(?=$|[，、\\d]|建设|评审|评选|认定|创建|申报|和|以及|的建设|配备|与|评估)`,
  'u',
);
/** What is made so everywhere: 平安校园, 学习型城市, by those words alone. */
const model =
  /(?:平安|和谐|绿色|文明|智慧|书香|美丽|健康|健康促进|学习型|法治|清廉|廉洁|节约型|生态)(?:校园|学校|城市|社会|机关|社区|乡村|医院|企业|家庭|单位|组织)(?=$|的?(?:建设|创建)|为主线)/gu;
const modelling = /创建|建设|推进|推动|开展|打造|争创|构建/u;
/** What is founded, its number before it or behind: 若干所语言学院, 名师工作室4个. */
const founded = {
  before: /^[^的，。、和]{2,12}(?:学院|研究院|工作室|联盟|共同体)(?=$|[，、（]|的?建设|和|以及)/u,
  behind: /^[^的，。、和]{2,12}(?:学院|研究院|工作室|联盟|共同体)(?=\d)/u,
};
const labelling = new RegExp(
  `(^(?=[\\d一若部])|的|为|、|和|以及|及|支持|建立|成立|组建|设立|评选|命名(?:和建设)?|创建|评审|增补|认定|遴选|申报|建设|建成|加强|共建|推进|打造|新增|开展|推动)了?(${counted.source}|一批)?`,
  'gu',
);
/** After what is no verb of choosing, only what is counted is one of its kind, or what is to be built. */
const needsCount = /^(?:的|为|、|和|以及|及|支持|)$/u;

/** Initiatives that a verb carries out, whose names end with what they are. */
export function findCarriedOut(placed: readonly Placed[]): Found[] {
  return placed.flatMap(clausesOf).flatMap((clause) => {
    const text = withoutInner(wordsOf(clause));
    const found: Words[] = [];
    const isTaken = ({ start, end }: Words): boolean =>
      found.some((name) => name.start < end && start < name.end);
    for (const { verb, heads } of rules) {
      for (const { 0: done, index } of text.matchAll(verb)) {
        if (/的$/u.test(text.slice(0, index)) || isTaken(within(clause, index, index + 1)))
          continue;
        const object = within(clause, index + done.length, clause.end - clause.start);
        for (const name of namesIn(object, { heads, tail, others }).map(withoutCount)) {
          if (!isTaken(name) && isNamed(wordsOf(name), heads)) found.push(name);
        }
      }
    }
    for (const { 0: before, 1: verb = '', 2: count, index } of text.matchAll(labelling)) {
      const at = index + before.length;
      const rest = text.slice(at);
      const [label] =
        labelled.exec(rest) ?? founded[count === undefined ? 'behind' : 'before'].exec(rest) ?? [];
      if (label === undefined || label.length < 4) continue;
      const isBuilt = /^(?:建设|创建|评选)/u.test(text.slice(at + label.length));
      if (count === undefined && needsCount.test(verb) && !isBuilt) continue;
      const name = withoutCount(within(clause, at, at + label.length));
      if (!isTaken(name)) found.push(name);
    }
    if (modelling.test(text)) {
      for (const { 0: printed, index } of text.matchAll(model)) {
        const name = within(clause, index, index + printed.length);
        if (!isTaken(name)) found.push(name);
      }
    }
    return found.sort((a, b) => a.start - b.start).map((name) => foundAs(name, words.initiative));
  });
}

/** What stands before a name and is no part of it: a slogan, a list, the two sides that are to join hands. */
const beforeName =
  /^(“[^“”]*[，,、][^“”]*”的|.*等(?:各类|各种)|[^“”，,]{2,14}[与和][^“”，,]{2,14}?(?=手拉手|结对|携手)).{4,}$/u;

/** A name as an entry has it: without the marks around it, what stands before it, or 政策 behind it. */
function foundAs(name: Words, proposed: string): Found {
  const printed = wordsOf(name);
  const [, skipped = ''] = beforeName.exec(printed) ?? [];
  const [, policy] = /“([^“”]*)”政策$/u.exec(printed) ?? [];
  const fields = { kind: kindOf(printed) };
  const says = { fields, mention: {}, proposed };
  if (policy !== undefined) {
    const from = printed.indexOf(`“${policy}”`);
    return {
      ...says,
      name: within(name, from + 1, from + 1 + policy.length),
      quote: within(name, from, printed.length),
    };
  }
  if (skipped !== '') {
    const rest = within(name, skipped.length, printed.length);
    return { ...says, name: rest, quote: rest };
  }
  const isQuoted = /^“[^“”]*”$/u.test(printed);
  return { ...says, name: isQuoted ? within(name, 1, printed.length - 1) : name, quote: name };
}

/** A name without a number or a year before it. */
function withoutCount(name: Words): Words {
  const printed = wordsOf(name);
  const year = yearAtStart.exec(printed)?.[0] ?? '';
  const count = countAtStart.exec(printed.slice(year.length))?.[0] ?? '';
  return { ...name, start: name.start + year.length + count.length };
}

function isNamed(name: string, heads: RegExp): boolean {
  const modifier = name.replace(heads, '');
  const isShort = name.length < 5 || name.length > 40;
  if (
    isShort ||
    noInitiative.test(name) ||
    doing.test(withoutInner(name)) ||
    /[，；]/u.test(withoutInner(name))
  )
    return false;
  if (/活动$/u.test(name) && !activities.test(name)) return false;
  return !general.test(modifier) || /(?:节|[月周年日])$/u.test(name);
}

const namedInside =
  /^(.*(?:工程|计划|行动(?!方案)|项目))(?:实施|工作|建设|总体)?(?:方案|意见|细则|办法)$/u;

/** Initiatives that documents are about: the 行动计划 of X行动计划实施方案. */
export function findWithin(documents: readonly Words[]): Found[] {
  return documents.flatMap((document) => {
    const [, name] = namedInside.exec(wordsOf(document)) ?? [];
    if (name === undefined || !isNamed(name, /(?:工程|计划|行动|项目)$/u)) return [];
    return [foundAs(within(document, 0, name.length), words.initiative)];
  });
}

/** What follows a quoted name and says what it is. */
const behind =
  /^(?:[^，,；;。、：:“”（）()]{0,10}?)(?:工程|计划|行动|活动|项目|实验|大赛|竞赛|比赛|评选|试点|主题教育|系列教育|学校|博览会)(?=$|[，,；;。、：:（()）]|等|建设|工作|和|以及)/u;

const countedBefore = /\d(?:个|所|家|门|项|支|名|对|类|批|处|套)(\p{Script=Han}{1,6})$/u;

/** What of a quoted name is named by it alone: “两免一补”政策, “平安校园”创建. */
const behindAlone = /^(?:主题)?(?:政策|创建|争创|建设)(?!的?(?:学校|活动))/u;
const asTheme = /^为(?:主题|载体|抓手|主线|契机|品牌)/u;
/** Titles that are given: 评选“最美家庭”50户. */
const givenBefore = new RegExp(
  `(?:评选|选树|命名|推选|争创|创建)(?:表彰)?出?(?:一批|${counted.source})?[全国省市县区校院级年度]{0,4}$`,
  'u',
);
const nameInside = /(?:工程|计划|行动|活动|项目|学校|战略)$/u;

/** Initiatives in “”, with what stands behind it, and the phrases that are none. */
export function findQuoted(
  placed: readonly Placed[],
  isTaken: (words: Words) => boolean,
): { initiatives: Found[]; phrases: Words[] } {
  const initiatives: Found[] = [];
  const phrases: Words[] = [];
  for (const quoted of findBracketed(placed, '“', '”')) {
    const inner = withinMarks(quoted);
    if (isTaken(inner)) continue;
    const { text } = quoted.passage;
    const after = text.slice(quoted.end);
    const follows = behind.exec(after)?.[0];
    const isTheme = asTheme.test(after) && /以$/u.test(text.slice(0, quoted.start));
    const isGiven =
      follows === undefined &&
      givenBefore.test(text.slice(0, quoted.start)) &&
      /^(?:$|[，,；;。、等\d])/u.test(after);
    if (nameInside.test(wordsOf(inner)) || isTheme || isGiven || behindAlone.test(after)) {
      const isPolicy = after.startsWith('政策');
      const kind = isPolicy ? 'policy' : isTheme ? 'campaign' : kindOf(wordsOf(inner));
      initiatives.push({
        name: inner,
        quote: quoted,
        fields: { kind },
        mention: {},
        proposed: words.initiative,
      });
    } else if (follows !== undefined) {
      // What is counted begins behind its measure word: 100对城乡“手拉手”学校.
      const [, from = ''] = countedBefore.exec(text.slice(0, quoted.start)) ?? [];
      const name = {
        ...quoted,
        start: quoted.start - from.length,
        end: quoted.end + follows.length,
      };
      const found = foundAs(name, words.initiative);
      // A slogan before a name is no part of it.
      if (found.name.start >= inner.end) phrases.push(quoted);
      else initiatives.push(found);
    } else phrases.push(quoted);
  }
  return { initiatives, phrases };
}

/** What words in “” are that name nothing: masked, a slogan, or a term. */
export function phraseKind(printed: string): 'mask' | 'slogan' | 'term' {
  if (printed.includes('*')) return 'mask';
  return /[，,、；;！!]/u.test(printed) && printed.length > 9 ? 'slogan' : 'term';
}

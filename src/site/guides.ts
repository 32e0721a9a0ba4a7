import { z } from 'zod';
import type { Term } from './glossary.ts';
import type { Audience } from '../kinds/audiences/audiences.ts';
import { listedKinds, listsOf } from '../kinds/lists.ts';
import { planChartsOf } from '../kinds/charts/charts.ts';
import { labelOf, printTarget } from '../kinds/targets/printed.ts';
import type { PlanTree } from '../kinds/tree.ts';
import { nearestHint } from '../text/anchor.ts';
import { type Message, type Said, joined, listed } from '../text/say.ts';
import { onePlanOf } from '../text/phrases.ts';
import { nameStrings, strings } from '../words/strings.ts';

/** The front matter of `content/guides/*.mdx`. */
export const guideSchema = z.strictObject({
  title: z.string().min(1),
  description: z.string().min(1),
  /** The plan that its components speak of; a guide to a plan that the site does not hold is not published. */
  plan: z.string().optional(),
  /** Guides are listed by this number, then by file name. */
  order: z.int(),
  /** The reader it is for, as the first page lists: 按身份看. */
  reader: z.string().min(1).optional(),
  /** What English pages call it; the guide itself is in Chinese. */
  en: z
    .strictObject({
      title: z.string().min(1).optional(),
      description: z.string().min(1).optional(),
      reader: z.string().min(1).optional(),
    })
    .optional(),
});

/** What search knows of a guide: its id, what its front matter says, the texts of its headings and paragraphs. */
export type GuideOutline = {
  id: string;
  title: string;
  description: string;
  headings: string[];
  paragraphs: string[];
};

/** A component in a guide and its attributes as written: `<TaskLink n={3} s={2} />`. */
export type GuideReference = { component: string; attributes: Record<string, string> };

type Site = {
  site: { current: string };
  plans: readonly PlanTree[];
  terms: readonly Term[];
};

type Missing = { expected: Message; found: Message } | undefined;

/** What each component refers to, and by which attribute. A guide may use no other component. */
const references: Record<
  string,
  (attributes: Record<string, string>, tree: PlanTree, site: Site) => Missing
> = {
  PlanLink: () => undefined,
  TaskLink: ({ n, s }, { plan, tasks }) => {
    const task = tasks.find((candidate) => String(candidate.n) === n);
    if (!task) {
      const expected = {
        en: `a task of plan ${plan.id}, 1 to ${tasks.length}`,
        zh: `计划 ${plan.id} 的任务，1 到 ${tasks.length}`,
      };
      return missing(expected, 'n', n);
    }
    const isThere = s === undefined || task.sentences.some((sentence) => String(sentence.n) === s);
    return isThere
      ? undefined
      : missing(
          {
            en: `a sentence of task ${n}, 1 to ${task.sentences.length}`,
            zh: `第${n}项任务的句子，1 到 ${task.sentences.length}`,
          },
          's',
          s,
        );
  },
  Sentence: (attributes, tree, site) =>
    attributes['s'] === undefined
      ? missing({ en: 'the number of a sentence', zh: '句子的次序' }, 's', undefined)
      : references['TaskLink']?.(attributes, tree, site),
  SectionLink: ({ n }, { plan, sections }) =>
    sections.some((section) => String(section.n) === n)
      ? undefined
      : missing(
          {
            en: `a section of plan ${plan.id}, 1 to ${sections.length}`,
            zh: `计划 ${plan.id} 的部分，1 到 ${sections.length}`,
          },
          'n',
          n,
        ),
  Target: ({ id }, { plan, targets }) =>
    thingOf(targets, id, { en: `a target of plan ${plan.id}`, zh: `计划 ${plan.id} 的目标` }),
  Chart: ({ id }, tree) => {
    const { plan, charts } = tree;
    const all = [...charts, ...planChartsOf(tree).map((chart) => ({ id: chart }))];
    return thingOf(all, id, { en: `a chart of plan ${plan.id}`, zh: `计划 ${plan.id} 的图` });
  },
  Initiative: ({ id }, { plan, initiatives }) =>
    thingOf(initiatives, id, {
      en: `an initiative of plan ${plan.id}`,
      zh: `计划 ${plan.id} 的工程或活动`,
    }),
  Documents: ({ status }, { plan, documents }) =>
    documents.some((document) => document.status === status)
      ? undefined
      : missing(
          {
            en: `a status that documents of plan ${plan.id} have`,
            zh: `计划 ${plan.id} 的文件有的 status`,
          },
          'status',
          status,
        ),
  AudienceLink: ({ code }, { plan, concerns }) =>
    concerns.some((concern) => concern.code === code)
      ? undefined
      : missing(
          { en: `an audience that plan ${plan.id} concerns`, zh: `计划 ${plan.id} 涉及的受众` },
          'code',
          code,
        ),
  EverySentence: (attributes, tree, site) => references['AudienceLink']?.(attributes, tree, site),
  ListLink: ({ to }, tree, { terms }) => {
    const glossary = terms.length > 0 ? ['glossary'] : [];
    const there: string[] = ['full', 'search', 'data', ...glossary, ...listsOf(tree)];
    return there.includes(to ?? '')
      ? undefined
      : missing(
          { en: `a list, one of ${there.join(', ')}`, zh: `一个列表，${there.join('、')}之一` },
          'to',
          to,
        );
  },
  Term: ({ id }, _, { terms }) =>
    thingOf(terms, id, { en: 'a term of the glossary', zh: '名词解释里的名词' }),
};

/** The attributes of each component; every one may also name its plan. */
const attributesOf: Record<string, readonly string[]> = {
  PlanLink: [],
  TaskLink: ['n', 's'],
  Sentence: ['n', 's'],
  SectionLink: ['n'],
  Target: ['id'],
  Chart: ['id'],
  Initiative: ['id'],
  Documents: ['status'],
  AudienceLink: ['code'],
  EverySentence: ['code'],
  ListLink: ['to'],
  Term: ['id'],
};

/**
 * Checks that what a component in a guide refers to exists, and that it has no attribute that would be ignored.
 * A component names a plan by `plan`, or means that of its guide. Where the site holds several plans, what is said of
 * one must name it: the current plan changes.
 * @param ofGuide the plan of the guide
 * @returns undefined if it does, else what was expected and what was found
 */
export function findMissingReference(
  { component, attributes }: GuideReference,
  site: Site,
  ofGuide?: string,
): Missing {
  const check = Object.hasOwn(references, component) ? references[component] : undefined;
  if (!check) {
    return {
      expected: {
        en: `a component, one of ${Object.keys(references).join(', ')}`,
        zh: `一个组件，${Object.keys(references).join('、')}之一`,
      },
      found: `<${component}>`,
    };
  }
  const known = [...(attributesOf[component] ?? []), 'plan'];
  const stray = Object.keys(attributes).find((name) => !known.includes(name));
  if (stray !== undefined) {
    return {
      expected: joined`${{
        en: `an attribute of <${component}>, one of ${known.join(', ')}`,
        zh: `<${component}> 的属性，${known.join('、')}之一`,
      }}${nearestHint(known, stray)}`,
      found: `“${stray}”`,
    };
  }
  const named = attributes['plan'] ?? ofGuide;
  if (named === undefined && site.plans.length > 1 && !ofAnyPlan.includes(component)) {
    return {
      expected: {
        en: `the plan of which <${component}> speaks: \`plan\` in the front matter, or as an attribute`,
        zh: `<${component}> 说的是哪一份计划：写在文件开头的 \`plan\`，或写作它的属性`,
      },
      found: { en: 'none, and more than one plan', zh: '没有写，而计划不止一份' },
    };
  }
  const id = named ?? site.site.current;
  const tree = site.plans.find(({ plan }) => plan.id === id);
  if (!tree) {
    const ids = site.plans.map(({ plan }) => plan.id);
    return { expected: onePlanOf(ids), found: `“${id}”` };
  }
  return check(attributes, tree, site);
}

/** What `<ListLink>` calls the list or page that it leads to. */
export function nameList(to: string): string | undefined {
  const others: Record<string, string> = {
    data: strings.fact.data,
    full: strings.full,
    search: strings.search,
    glossary: nameStrings.glossary,
  };
  return others[to] ?? listedKinds.find(({ list }) => list.path === to)?.list.name;
}

/** What components that lead on from a line of text are called there; others stand by themselves. */
const names: Record<
  string,
  (attributes: Record<string, string>, tree: PlanTree, site: NamedSite) => string | undefined
> = {
  PlanLink: (_, { plan }) => plan.title,
  TaskLink: ({ n, s }) => {
    const task = strings.taskLabel(Number(n));
    return s === undefined ? task : strings.sentenceIn(task, Number(s));
  },
  SectionLink: ({ n }, { sections }) =>
    sections.find((section) => String(section.n) === n)?.title?.text,
  Target: ({ id }, { targets }) => {
    const target = targets.find((one) => one.id === id);
    return target && `${labelOf(target)}${printTarget(target).text}`;
  },
  Initiative: ({ id }, { initiatives }) => initiatives.find((one) => one.id === id)?.name,
  AudienceLink: ({ code }, _, { audiences }) =>
    audiences.find((audience) => audience.code === code)?.name,
  EverySentence: (attributes, tree, site) => names['AudienceLink']?.(attributes, tree, site),
  ListLink: ({ to = '' }) => nameList(to),
  Term: ({ id }, _, { terms }) => terms.find((term) => term.id === id)?.term,
};

type NamedSite = Site & { audiences: readonly Audience[] };

/**
 * What a component reads as within a line.
 * @param ofGuide the plan of the guide
 * @returns '' for one that stands by itself
 */
export function nameReference(
  { component, attributes }: GuideReference,
  site: NamedSite,
  ofGuide = site.site.current,
): string {
  const tree = site.plans.find(({ plan }) => plan.id === (attributes['plan'] ?? ofGuide));
  return (tree && names[component]?.(attributes, tree, site)) ?? '';
}

/** The components that may follow the current plan from year to year. */
const ofAnyPlan = ['PlanLink', 'ListLink', 'Term'];

/** The components that lead to the page of an audience. */
const leadingToAudience = ['AudienceLink', 'EverySentence'];

/**
 * Checks that a guide quotes only what is on the pages it leads to: a reader who goes there for all of it
 * must not have read here what is missing there. A guide that leads to no audience promises nothing.
 * @param all the components of the guide, each of which refers to something that exists
 * @returns undefined if the sentence is on one of those pages, else what was expected and what was found
 */
export function findStraySentence(
  { component, attributes }: GuideReference,
  all: readonly GuideReference[],
  { site, plans }: Site,
  ofGuide = site.current,
): Missing {
  if (component !== 'Sentence') return undefined;
  const planOf = (reference: GuideReference): string => reference.attributes['plan'] ?? ofGuide;
  const id = attributes['plan'] ?? ofGuide;
  const codes = all.flatMap((reference) =>
    leadingToAudience.includes(reference.component) && planOf(reference) === id
      ? (reference.attributes['code'] ?? [])
      : [],
  );
  const tree = plans.find(({ plan }) => plan.id === id);
  const { n, s } = attributes;
  const isThere = tree?.concerns.some(
    ({ task, sentence, code }) =>
      String(task) === n && String(sentence) === s && codes.includes(code),
  );
  if (codes.length === 0 || isThere) return undefined;
  return {
    expected: joined`${{
      en: 'a sentence on a page that the guide leads to',
      zh: '导读所指引的受众页面上有的句子',
    }}: ${listed([...new Set(codes)])}`,
    found: {
      en: `sentence ${s} of task ${n}, which is on none of them`,
      zh: `第${n}项任务第 ${s} 句，那些页面上都没有`,
    },
  };
}

function missing(expected: Said, attribute: string, value: string | undefined): Missing {
  return { expected, found: joined`${attribute}=${value ?? { en: 'nothing', zh: '空' }}` };
}

function thingOf(
  things: readonly { id: string }[],
  value: string | undefined,
  expected: Said,
): Missing {
  return things.some(({ id }) => id === value) ? undefined : missing(expected, 'id', value);
}

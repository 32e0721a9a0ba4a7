import type { PlanTree } from '../kinds/tree.ts';
import { printTarget } from '../kinds/targets/printed.ts';
import { pathOf, placeName } from '../sentence-places.ts';
import { type PlacedSentence, placedSentences } from '../text/compose.ts';
import type { Site } from '../text/schema.ts';
import { isWithin } from '../text/span.ts';
import { homePath, planPath, previewOf, sectionPath, targetPath, taskPath } from '../urls.ts';
import { strings } from '../words/strings.ts';

/** What the picture of a page says. Words are the plan's own where it has some. */
export type Preview = {
  /** Of the picture, from the site's root. */
  path: string;
  /** What the page is, or where it stands; empty for the site. */
  label: string;
  /** The number in the label, where it is the page's own. */
  numeral?: string;
  /** Where a section or task stands, or what it holds. */
  beside?: string;
  /** A figure, as the plan prints it. */
  figure?: { before: string; number: string; unit: string; after: string };
  words: string;
  /** More words, in small. */
  note?: string;
  /** The plan, absent where it is the words; the site, empty there. */
  plan?: string;
  site: string;
};

/** The picture of the site itself: that of its home page and of the pages of no plan. */
export const describeSite = ({ name, description }: Site): Preview => ({
  path: previewOf(homePath),
  label: '',
  words: name,
  note: description,
  site: '',
});

/**
 * The pictures of a plan: its own, and one for each section, task, sentence and target that has a page.
 * @param site the name of the site
 */
export function describePreviews(tree: PlanTree, site: string): Preview[] {
  const { plan, sections, tasks, targets } = tree;
  const { id, title } = plan;
  const common = { plan: title, site };
  const sentences = [...placedSentences(tree)];
  const nameOf = (placed: PlacedSentence): string =>
    strings.sentenceIn(placeName(placed), placed.sentence.n);
  return [
    {
      path: previewOf(planPath(id)),
      label: strings.planSize(sections.length, tasks.length),
      words: title,
      site,
    },
    ...sections.map(({ n, numeral, title: heading, tasks: own }) => ({
      ...common,
      path: previewOf(sectionPath(id, n)),
      ...(numeral === undefined
        ? { label: strings.planSize(sections.length, tasks.length) }
        : { label: strings.sectionLabel(numeral, n), numeral }),
      beside: strings.taskRange(own[0], own.at(-1) ?? own[0]),
      words: heading?.text ?? strings.wholePlan,
    })),
    ...tasks.map(({ n, section, title: heading }) => {
      const numeral = sections[section - 1]?.numeral;
      return {
        ...common,
        path: previewOf(taskPath(id, n)),
        label: strings.taskLabel(n),
        numeral: String(n),
        ...(numeral === undefined ? {} : { beside: strings.sectionLabel(numeral, section) }),
        words: heading.text,
      };
    }),
    ...sentences.map((placed) => ({
      ...common,
      path: previewOf(pathOf(id, placed)),
      label: nameOf(placed),
      words: placed.sentence.text,
    })),
    ...targets.map((target) => {
      const { before, number, unit, after } = printTarget(target);
      const placed = sentences.find(({ sentence }) => isWithin(target.quantity, sentence));
      return {
        ...common,
        path: previewOf(targetPath(id, target.id)),
        label: placed ? nameOf(placed) : strings.full,
        figure: { before, number: number.text, unit: unit.text, after },
        words: target.indicator,
      };
    }),
  ];
}

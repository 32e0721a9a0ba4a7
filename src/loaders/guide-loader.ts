import { join } from 'node:path';
import { type Loader, type LoaderContext, glob } from 'astro/loaders';
import type { MdastNode } from 'satteri';
import type { z } from 'zod';
import { findCitedPlaces, findMissingPlace } from '../text/cited-places.ts';
import { PlanError, quoteBriefly } from '../text/errors.ts';
import { Faults, readEach } from '../text/faults.ts';
import {
  type GuideOutline,
  type GuideReference,
  findMissingReference,
  findStraySentence,
  guideSchema,
  nameReference,
} from '../site/guides.ts';
import { settings } from '../settings.ts';
import { mdxIdsIn, readContent } from './content-files.ts';
import { follow } from './follow.ts';
import { inLanguage } from './in-language.ts';
import {
  type MdxComponent,
  type MdxFile,
  isComponent,
  lineOfNode,
  readMdx,
  textOfNode,
} from './mdx.ts';
import type { PlanTree } from '../kinds/tree.ts';
import { type SiteContent, loadSite } from './read-site.ts';
import { wellEscaped } from '../text/phrases.ts';

const folder = 'content/guides';

/** Components that draw blocks: no paragraph can hold them. */
const blocks = new Set(['Chart', 'Documents', 'Sentence']);

/**
 * Loads `content/guides/*.mdx`, once each file has compiled and every plan, section, task and sentence
 * it refers to exists.
 */
export function guideLoader(): Loader {
  return {
    name: 'jihua-guides',
    load: (context) => follow(context, () => fillGuides(context)),
  };
}

async function fillGuides({ watcher: _, ...context }: LoaderContext): Promise<void> {
  const content = loadSite(settings.root);
  checkGuides(settings.root, content);
  const guides = readGuides(settings.root, content.plans);
  if (guides.length === 0) {
    context.store.clear();
    return;
  }
  const dataOf = new Map(guides.map(({ id, data }) => [id, data]));
  const pattern = guides.map(({ id }) => `${id}.mdx`);
  await glob({ pattern, base: join(settings.root, folder) }).load({
    ...context,
    // Astro's own reader of front matter would make a number of `plan: 2027`.
    parseData: (entry) =>
      context.parseData({ ...entry, data: { ...dataOf.get(entry.id) } as never }),
  });
}

/**
 * Checks that every guide can be read, that all it refers to exists, and that it quotes only what is on
 * the pages it leads to.
 * @param content of the site, if it could be read
 * @throws PlanError, PlanErrors: mdx-syntax, yaml-…, reference-missing, guide-sentence in all guides
 */
export function checkGuides(root: string, content: SiteContent | undefined): void {
  const faults = new Faults();
  for (const id of faults.attempt(() => mdxIdsIn(root, folder)) ?? []) {
    const guide = faults.attempt(() => readGuide(root, id));
    if (!guide) continue;
    const { file, nodes, data } = guide;
    faults.attempt(() => readEach(nodes, (node) => checkLink(node, file)));
    if (!content || isDormant(data, content.plans)) continue;
    const found = faults.attempt(() =>
      readEach(nodes, (node) => checkComponent(node, file, content, data.plan)),
    );
    faults.attempt(() => readEach(nodes, (node) => checkProse(node, file, content, data.plan)));
    const located = found?.flatMap((component) => component ?? []) ?? [];
    const all = located.map(({ reference }) => reference);
    faults.attempt(() =>
      readEach(located, ({ reference, line }) => {
        const stray = findStraySentence(reference, all, content, data.plan);
        if (stray) throw new PlanError('guide-sentence', { file, line }, stray);
      }),
    );
  }
  faults.throwFound();
}

/** Whether a guide speaks of a plan that the site does not hold. */
function isDormant({ plan }: z.infer<typeof guideSchema>, plans: readonly PlanTree[]): boolean {
  return plan !== undefined && plans.every((tree) => tree.plan.id !== plan);
}

/** The guides that are published. */
function readGuides(
  root: string,
  plans: readonly PlanTree[],
): ({ id: string } & MdxFile<z.infer<typeof guideSchema>>)[] {
  return mdxIdsIn(root, folder)
    .map((id) => {
      return { id, ...readGuide(root, id) };
    })
    .filter(({ data }) => !isDormant(data, plans));
}

/** The outlines of the published guides, in the order their editors gave them. */
export function readGuideOutlines(root: string, content: SiteContent): GuideOutline[] {
  return readGuides(root, content.plans)
    .map(({ id, data, nodes }) => {
      const wordsOf = (node: MdxComponent): string =>
        nameReference(readComponent(node), content, data.plan);
      const textsOf = (wanted: MdastNode['type']): string[] =>
        nodes.filter(({ type }) => type === wanted).map((node) => textOfNode(node, wordsOf));
      // What follows a component on a line of its own begins with the mark between them.
      const paragraphs = textsOf('paragraph').map((text) => text.replace(/^[：，、；。]+/u, ''));
      return { ...data, id, headings: textsOf('heading'), paragraphs };
    })
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

function readGuide(root: string, id: string): MdxFile<z.infer<typeof guideSchema>> {
  const file = `${folder}/${id}.mdx`;
  const guide = readMdx(readContent(root, file), file, guideSchema);
  return { ...guide, data: inLanguage(guide.data) };
}

/** Where links of a guide may lead out of the site. */
const linkSchemes = ['http:', 'https:', 'mailto:', 'tel:'];

/** Refuses a link that is no address, or that carries or runs what it leads to, and an image from elsewhere. */
function checkLink(node: MdastNode, file: string): void {
  if (node.type !== 'link' && node.type !== 'definition' && node.type !== 'image') return;
  const [scheme] = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/iu.exec(node.url) ?? [];
  const isAllowed =
    scheme === undefined ||
    (node.type !== 'image' && (scheme === '//' || linkSchemes.includes(scheme.toLowerCase())));
  if (isAllowed && isWellFormed(node.url)) return;
  const expected = isAllowed
    ? wellEscaped
    : node.type === 'image'
      ? { en: 'an address of the site', zh: '本网站的网址' }
      : {
          en: `an address of the site or one that begins with ${linkSchemes.join(', ')}`,
          zh: `本网站的网址，或以 ${linkSchemes.join('、')} 开头的网址`,
        };
  throw new PlanError(
    'link-form',
    { file, line: lineOfNode(node) },
    { expected, found: quoteBriefly(node.url, 40) },
  );
}

function isWellFormed(url: string): boolean {
  try {
    decodeURIComponent(url);
    return true;
  } catch {
    return false;
  }
}

/** Refuses words of a guide that name a task, a sentence or a section which its plan does not have, or of no plan. */
function checkProse(
  node: MdastNode,
  file: string,
  { site, plans }: SiteContent,
  ofGuide: string | undefined,
): void {
  if (node.type !== 'text') return;
  const tree = plans.find(({ plan }) => plan.id === (ofGuide ?? site.current));
  readEach(findCitedPlaces(node.value), (place) => {
    const line = lineOfNode(node) + node.value.slice(0, place.index).split('\n').length - 1;
    const isOpen = ofGuide === undefined && plans.length > 1;
    const expected = isOpen
      ? {
          en: 'the plan of which the guide speaks: `plan` in the front matter',
          zh: '导读讲的是哪份计划：在文件开头写 `plan`',
        }
      : tree && findMissingPlace(place, tree);
    if (expected) {
      throw new PlanError(
        'reference-missing',
        { file, line },
        { expected, found: `“${place.words}”` },
      );
    }
  });
}

/** A component and its attributes. */
function readComponent(node: MdxComponent): GuideReference {
  const attributes: Record<string, string> = {};
  for (const attribute of node.attributes) {
    // readMdx let nothing else through.
    if (attribute.type !== 'mdxJsxAttribute') continue;
    const { value } = attribute;
    attributes[attribute.name] = typeof value === 'string' ? value : (value?.value ?? 'true');
  }
  return { component: node.name ?? '', attributes };
}

/** The component that a node is, if it is one, and its line; what it refers to exists. */
function checkComponent(
  node: MdastNode,
  file: string,
  content: SiteContent,
  ofGuide: string | undefined,
): { reference: GuideReference; line: number } | undefined {
  if (!isComponent(node)) return undefined;
  const reference = readComponent(node);
  const { component } = reference;
  if (node.type === 'mdxJsxTextElement' && blocks.has(component)) {
    throw new PlanError(
      'mdx-syntax',
      { file, line: lineOfNode(node) },
      {
        expected: { en: `<${component}> on a line of its own`, zh: `<${component}> 自成一行` },
        found: { en: 'it inside a line of text', zh: '它夹在一行文字里' },
      },
    );
  }
  const missing = findMissingReference(reference, content, ofGuide);
  if (missing) {
    throw new PlanError('reference-missing', { file, line: lineOfNode(node) }, missing);
  }
  return { reference, line: lineOfNode(node) };
}

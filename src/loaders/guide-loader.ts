import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Loader, glob } from 'astro/loaders';
import type { MdastNode } from 'satteri';
import type { z } from 'zod';
import { PlanError } from '../text/errors.ts';
import { Faults, readEach } from '../text/faults.ts';
import {
  type GuideOutline,
  type GuideReference,
  findMissingReference,
  findStraySentence,
  guideSchema,
} from '../site/guides.ts';
import { settings } from '../settings.ts';
import { type MdxFile, lineOfNode, readMdx, textOfNode } from './mdx.ts';
import { type SiteContent, loadSite } from './read-site.ts';

const folder = 'content/guides';

/** Components that draw blocks: no paragraph can hold them. */
const blocks = new Set(['Chart', 'Documents', 'Sentence']);

/**
 * Loads `content/guides/*.mdx`, once each file has compiled and every plan, section, task and sentence
 * it refers to exists.
 */
export function guideLoader(): Loader {
  const files = glob({ pattern: '*.mdx', base: join(settings.root, folder) });
  return {
    name: 'jihua-guides',
    load: async (context) => {
      if (!existsSync(join(settings.root, folder))) return;
      checkGuides(settings.root, loadSite(settings.root));
      await files.load(context);
    },
  };
}

/**
 * Checks that every guide can be read, that all it refers to exists, and that it quotes only what is on
 * the pages it leads to.
 * @param content of the site, if it could be read
 * @throws PlanError, PlanErrors: mdx-syntax, yaml-…, reference-missing, guide-sentence in all guides
 */
export function checkGuides(root: string, content: SiteContent | undefined): void {
  const faults = new Faults();
  for (const name of guideNames(root)) {
    const guide = faults.attempt(() => readGuide(root, name));
    if (!guide || !content) continue;
    const { file, nodes } = guide;
    const found = faults.attempt(() =>
      readEach(nodes, (node) => checkComponent(node, file, content)),
    );
    const located = found?.flatMap((component) => component ?? []) ?? [];
    const all = located.map(({ reference }) => reference);
    faults.attempt(() =>
      readEach(located, ({ reference, line }) => {
        const stray = findStraySentence(reference, all, content);
        if (stray) throw new PlanError('guide-sentence', { file, line }, stray);
      }),
    );
  }
  faults.throwFound();
}

/** The outlines of the guides, in the order their editors gave them. */
export function readGuideOutlines(root: string): GuideOutline[] {
  return guideNames(root)
    .map((name) => {
      const { id, data, nodes } = readGuide(root, name);
      const textsOf = (wanted: MdastNode['type']): string[] =>
        nodes.filter(({ type }) => type === wanted).map(textOfNode);
      return { ...data, id, headings: textsOf('heading'), paragraphs: textsOf('paragraph') };
    })
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

function guideNames(root: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.mdx'))
    .sort();
}

function readGuide(
  root: string,
  name: string,
): MdxFile<z.infer<typeof guideSchema>> & { id: string } {
  const file = `${folder}/${name}`;
  const guide = readMdx(readFileSync(join(root, file), 'utf8'), file, guideSchema);
  return { ...guide, id: name.replace(/\.mdx$/u, '') };
}

/** The component that a node is, if it is one, and its line; what it refers to exists. */
function checkComponent(
  node: MdastNode,
  file: string,
  content: SiteContent,
): { reference: GuideReference; line: number } | undefined {
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return undefined;
  const component = node.name ?? '';
  if (node.type === 'mdxJsxTextElement' && blocks.has(component)) {
    throw new PlanError(
      'mdx-syntax',
      { file, line: lineOfNode(node) },
      { expected: `<${component}> on a line of its own`, found: 'it inside a line of text' },
    );
  }
  const attributes: Record<string, string> = {};
  for (const attribute of node.attributes) {
    // readMdx let nothing else through.
    if (attribute.type !== 'mdxJsxAttribute') continue;
    const { value } = attribute;
    attributes[attribute.name] = typeof value === 'string' ? value : (value?.value ?? 'true');
  }
  const reference: GuideReference = { component, attributes };
  const missing = findMissingReference(reference, content);
  if (missing) {
    throw new PlanError('reference-missing', { file, line: lineOfNode(node) }, missing);
  }
  return { reference, line: lineOfNode(node) };
}

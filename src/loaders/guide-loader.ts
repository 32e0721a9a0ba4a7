import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Loader, glob } from 'astro/loaders';
import type { MdastNode } from 'satteri';
import type { z } from 'zod';
import { PlanError } from '../plan/errors.ts';
import {
  type GuideOutline,
  type GuideReference,
  findMissingReference,
  findStraySentence,
  guideSchema,
} from '../plan/guides.ts';
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

/** @throws PlanError mdx-syntax, yaml-…, reference-missing, guide-sentence: the first fault in the first file that has one */
export function checkGuides(root: string, content: SiteContent): void {
  for (const { file, nodes } of readGuides(root)) {
    const located = nodes.flatMap((node) => checkComponent(node, file, content) ?? []);
    const all = located.map(({ reference }) => reference);
    for (const { reference, line } of located) {
      const stray = findStraySentence(reference, all, content);
      if (stray) throw new PlanError('guide-sentence', { file, line }, stray);
    }
  }
}

/** The outlines of the guides, in the order their editors gave them. */
export function readGuideOutlines(root: string): GuideOutline[] {
  return Array.from(readGuides(root), ({ id, data, nodes }) => {
    const headings = nodes.filter(({ type }) => type === 'heading').map(textOfNode);
    return { ...data, id, headings };
  }).sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/** The guides by name, each read when it is asked for: the fault of an earlier one is told first. */
function* readGuides(
  root: string,
): Generator<MdxFile<z.infer<typeof guideSchema>> & { id: string }> {
  if (!existsSync(join(root, folder))) return;
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.mdx'));
  for (const name of names.sort()) {
    const file = `${folder}/${name}`;
    const guide = readMdx(readFileSync(join(root, file), 'utf8'), file, guideSchema);
    yield { ...guide, id: name.replace(/\.mdx$/u, '') };
  }
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

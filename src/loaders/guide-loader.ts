import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Loader, glob } from 'astro/loaders';
import { type MdastNode, mdxToJs, mdxToMdast } from 'satteri';
import { PlanError, quoteBriefly } from '../plan/errors.ts';
import {
  type GuideOutline,
  type GuideReference,
  findMissingReference,
  guideSchema,
} from '../plan/guides.ts';
import { parseYaml } from '../plan/yaml.ts';
import { settings } from '../settings.ts';
import { type SiteContent, readSite } from './read-site.ts';

const folder = 'content/guides';

/**
 * Loads `content/guides/*.mdx`, once each file has compiled and every plan, section, task and sentence
 * it refers to exists. Guides are text with components: they import nothing and run nothing.
 */
export function guideLoader(): Loader {
  const files = glob({ pattern: '*.mdx', base: join(settings.root, folder) });
  return {
    name: 'jihua-guides',
    load: async (context) => {
      if (!existsSync(join(settings.root, folder))) return;
      checkGuides(settings.root, readSite(settings.root));
      await files.load(context);
    },
  };
}

/** @throws PlanError mdx-syntax, yaml-…, reference-missing: the first fault in the first file that has one */
export function checkGuides(root: string, content: SiteContent): void {
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.mdx'));
  for (const name of names.sort()) {
    const file = `${folder}/${name}`;
    const text = readFileSync(join(root, file), 'utf8');
    const tree = parseMdx(text, file);
    const nodes = [...walk(tree)];
    const frontmatter = nodes.find((node) => node.type === 'yaml');
    // A line break stands for the opening `---`, so that lines keep their numbers.
    parseYaml(`\n${frontmatter?.value ?? ''}`, file, guideSchema);
    for (const node of nodes) checkNode(node, file, content);
  }
}

/** The outlines of the guides, in the order their editors gave them. They must have passed checkGuides. */
export function readGuideOutlines(root: string): GuideOutline[] {
  if (!existsSync(join(root, folder))) return [];
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.mdx'));
  return names
    .map((name) => {
      const file = `${folder}/${name}`;
      const nodes = [...walk(parseMdx(readFileSync(join(root, file), 'utf8'), file))];
      const frontmatter = nodes.find((node) => node.type === 'yaml');
      const { title, description, order } = parseYaml(
        `\n${frontmatter?.value ?? ''}`,
        file,
        guideSchema,
      ).data;
      const headings = nodes
        .filter((node) => node.type === 'heading')
        .map((heading) => [...walk(heading)].map((n) => ('value' in n ? n.value : '')).join(''));
      return { id: name.replace(/\.mdx$/u, ''), title, description, order, headings };
    })
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    .map(({ order: _order, ...outline }) => outline);
}

type MdxRoot = ReturnType<typeof mdxToMdast>;

function parseMdx(text: string, file: string): MdxRoot {
  const options = { features: { frontmatter: true } };
  try {
    mdxToJs(text, options);
    return mdxToMdast(text, options);
  } catch (error) {
    // The compiler's message is `line:column: reason (where) (code)`.
    const [, line = '1', reason = ''] =
      /^(\d+):\d+: (.*)$/su.exec(String((error as Error).message)) ?? [];
    throw new PlanError(
      'mdx-syntax',
      { file, line: Number(line) },
      { expected: 'MDX that compiles', found: reason.split('\n')[0] || String(error) },
    );
  }
}

function* walk(node: MdxRoot | MdastNode): Generator<MdastNode> {
  for (const child of 'children' in node ? node.children : []) {
    yield child as MdastNode;
    yield* walk(child as MdastNode);
  }
}

function checkNode(node: MdastNode, file: string, content: SiteContent): void {
  const where = { file, line: node.position?.start.line ?? 1 };
  if (
    node.type === 'mdxjsEsm' ||
    node.type === 'mdxFlowExpression' ||
    node.type === 'mdxTextExpression'
  ) {
    throw new PlanError('mdx-syntax', where, {
      expected: 'text and components',
      found: `code, ${quoteBriefly(node.value)}`,
    });
  }
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
  const attributes: Record<string, string> = {};
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') continue;
    const { value } = attribute;
    attributes[attribute.name] = typeof value === 'string' ? value : (value?.value ?? 'true');
  }
  const reference: GuideReference = { component: node.name ?? '', attributes };
  const missing = findMissingReference(reference, content.site.current, content.plans);
  if (missing) throw new PlanError('reference-missing', where, missing);
}

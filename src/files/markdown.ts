import type { Root, RootContent } from 'mdast';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';
import { type Block, type PlanText, planBlocks, taskBlocks, textOf } from './blocks.ts';
import type { Task } from '../text/schema.ts';

/**
 * What readers of more than CommonMark take for markup: ~ strikes out, $ begins a formula, and addresses become links
 * (GitHub Flavored Markdown 6.9), in which nothing is escaped.
 */
const unsafe: Options['unsafe'] = [
  { character: '~', inConstruct: 'phrasing' },
  { character: '$', inConstruct: 'phrasing' },
  { character: ':', before: '[ps]', after: '/', inConstruct: 'phrasing' },
  { character: '.', before: '[Ww]', after: String.raw`[-.\w]`, inConstruct: 'phrasing' },
  {
    character: '@',
    before: String.raw`[-+.\w]`,
    after: String.raw`[-.\w]`,
    inConstruct: 'phrasing',
  },
];

/** Headings deeper than this are none in Markdown. */
const deepest = 6;

/**
 * A plan in Markdown (CommonMark): its words are those of the source, with what would be read as markup escaped. A
 * task's title is a heading, and its other sentences begin a paragraph.
 */
export function writeMarkdown(whole: PlanText): string {
  const blocks = planBlocks(whole);
  const title = blocks.find(({ kind }) => kind === 'title');
  return write(
    blocks.map((block) => (block === title ? heading(1, textOf(block)) : node(block, 1))),
  );
}

/**
 * One task in Markdown, with the editor's line on where it stands below a rule.
 * @param origin that line
 */
export function writeTaskMarkdown(task: Task, origin: string): string {
  return write([
    ...taskBlocks(task, 1).map((block) => node(block, 0)),
    { type: 'thematicBreak' },
    paragraph(origin),
  ]);
}

/** @param above how many levels of headings stand above that of a section */
function node(block: Block, above: number): RootContent {
  const text = textOf(block);
  return block.kind === 'heading' ? heading(block.level + above, text) : paragraph(text);
}

function heading(level: number, value: string): RootContent {
  const depth = Math.min(level, deepest) as 1 | 2 | 3 | 4 | 5 | 6;
  return { type: 'heading', depth, children: [{ type: 'text', value }] };
}

function paragraph(value: string): RootContent {
  return { type: 'paragraph', children: [{ type: 'text', value }] };
}

function write(children: RootContent[]): string {
  const root: Root = { type: 'root', children };
  return toMarkdown(root, {
    rule: '-',
    unsafe,
  });
}

import { type MdastNode, mdxToJs, mdxToMdast } from 'satteri';
import type { z } from 'zod';
import { PlanError, quoteBriefly } from '../text/errors.ts';
import { type YamlFile, parseYaml } from '../text/yaml.ts';

/** An MDX file: its front matter, checked, the blocks of its text, and every node, blocks included. */
export type MdxFile<Data> = YamlFile<Data> & { blocks: MdastNode[]; nodes: MdastNode[] };

/**
 * Reads an MDX file that is text with components: it imports nothing and runs nothing.
 * @param schema of its front matter
 * @throws PlanError mdx-syntax, yaml-…: the first fault found
 */
export function readMdx<Schema extends z.ZodType>(
  text: string,
  file: string,
  schema: Schema,
): MdxFile<z.output<Schema>> {
  const root = parseMdx(text, file);
  const nodes = [...walk(root)];
  for (const node of nodes) {
    refuseCode(node, file);
    refuseLostCharacter(node, file);
  }
  const frontmatter = nodes.find((node) => node.type === 'yaml');
  // A line break stands for the opening `---`, so that lines keep their numbers.
  const yaml = parseYaml(`\n${frontmatter?.value ?? ''}`, file, schema);
  const children = 'children' in root ? (root.children as MdastNode[]) : [];
  const blocks = children.filter((node) => node !== frontmatter);
  return { ...yaml, blocks, nodes };
}

/** The line on which a node begins. */
export function lineOfNode(node: MdastNode): number {
  return node.position?.start.line ?? 1;
}

/** A component in a file, as its parser gives it. */
export type MdxComponent = Extract<
  MdastNode,
  { type: 'mdxJsxFlowElement' } | { type: 'mdxJsxTextElement' }
>;

export const isComponent = (node: MdastNode): node is MdxComponent =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

/**
 * The words of a node, without any markup; a line of the file is a line.
 * @param wordsOf the words that a component stands for beside those within it, if it does for any
 */
export function textOfNode(
  node: MdastNode,
  wordsOf: (component: MdxComponent) => string = () => '',
): string {
  if (node.type === 'break') return '\n';
  if (isComponent(node)) {
    return wordsOf(node) + node.children.map((child) => textOfNode(child, wordsOf)).join('');
  }
  if ('value' in node && typeof node.value === 'string') return node.value;
  return 'children' in node
    ? node.children.map((child) => textOfNode(child as MdastNode, wordsOf)).join('')
    : '';
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
    const found = reason.split('\n')[0] || String(error);
    throw new PlanError(
      'mdx-syntax',
      { file, line: Number(line) },
      {
        expected: { en: 'MDX that compiles', zh: '合乎 MDX 写法的文字' },
        found: { en: found, zh: `${describeFault(found)}（${found}）` },
      },
    );
  }
}

/** What the compiler's messages are about, in Chinese: it has one code for nearly all. */
const compilerFaults: readonly { about: RegExp; zh: string }[] = [
  { about: /closing tag/u, zh: '标签没有成对' },
  { about: /closing brace/u, zh: '花括号没有成对' },
  { about: /^Could not parse/u, zh: '花括号里或 import、export 处的代码有误' },
  { about: /create a comment/u, zh: '不能用 <!-- --> 写注释' },
  { about: /`<`|tag/u, zh: '“<”之后不是组件；只要“<”这个字的，写 &lt;' },
];

function describeFault(message: string): string {
  const known = compilerFaults.find(({ about }) => about.test(message));
  return (known ?? { zh: '写法有误' }).zh;
}

function* walk(node: MdxRoot | MdastNode): Generator<MdastNode> {
  for (const child of 'children' in node ? node.children : []) {
    yield child as MdastNode;
    yield* walk(child as MdastNode);
  }
}

/** A reference to what no page can carry, such as `&#7;`, has become U+FFFD, the sign for what was lost. */
function refuseLostCharacter(node: MdastNode, file: string): void {
  if (!('value' in node) || typeof node.value !== 'string' || !node.value.includes('\ufffd'))
    return;
  throw new PlanError(
    'file-character',
    { file, line: lineOfNode(node) },
    {
      expected: { en: 'text', zh: '文字' },
      found: {
        en: 'U+FFFD, or a reference to a character that no page can carry',
        zh: 'U+FFFD，或网页不能显示的字符的代码',
      },
    },
  );
}

function refuseCode(node: MdastNode, file: string): void {
  const code = findCode(node);
  if (code === undefined) return;
  throw new PlanError(
    'mdx-syntax',
    { file, line: lineOfNode(node) },
    {
      expected: {
        en: 'text and components, with words or whole numbers as attributes',
        zh: '文字和组件，组件的属性是文字或整数',
      },
      found: { en: `code, ${quoteBriefly(code)}`, zh: `程序代码${quoteBriefly(code)}` },
    },
  );
}

/** What of a node would run. A whole number in braces is a value; a spread could replace any other. */
function findCode(node: MdastNode): string | undefined {
  switch (node.type) {
    case 'mdxjsEsm':
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return node.value;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return node.attributes
        .flatMap((attribute) => {
          if (attribute.type === 'mdxJsxExpressionAttribute') return attribute.value;
          const { value } = attribute;
          const isCode = typeof value === 'object' && value && !/^\d+$/u.test(value.value);
          return isCode ? value.value : [];
        })
        .at(0);
    default:
      return undefined;
  }
}

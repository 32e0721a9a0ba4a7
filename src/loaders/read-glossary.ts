import { findCitedPlaces, findMissingPlace } from '../text/cited-places.ts';
import { PlanError, quoteBriefly } from '../text/errors.ts';
import { readEach } from '../text/faults.ts';
import { type Term, checkTerms, termFileSchema, termsInPlans } from '../site/glossary.ts';
import type { PlanTree } from '../kinds/tree.ts';
import { mdxIdsIn, readContent } from './content-files.ts';
import { lineOfNode, readMdx, textOfNode } from './mdx.ts';

const folder = 'content/glossary';

/**
 * Reads `content/glossary/*.mdx`, a term a file; the name of the file is its id. A site may do without.
 * @param plans of the site, if they could be read: a term that stands in none of them is not published
 * @returns terms in the order of their ids
 * @throws PlanError mdx-syntax, yaml-…, name-clash, reference-missing
 */
export function readGlossary(root: string, plans: readonly PlanTree[] | undefined): Term[] {
  const files = readEach(mdxIdsIn(root, folder), (id) => readTerm(root, id));
  checkTerms(files);
  const terms = files.map(({ term }) => term);
  if (plans) readEach(files, ({ term, file }) => checkDefinition(term, file, plans));
  return plans ? termsInPlans(terms, plans) : terms;
}

/** Refuses a definition that names a task or a section that no plan has. */
function checkDefinition({ definition }: Term, file: string, plans: readonly PlanTree[]): void {
  readEach(findCitedPlaces(definition), (place) => {
    const [expected] = plans.map((plan) => findMissingPlace(place, plan));
    if (!expected || plans.some((plan) => findMissingPlace(place, plan) === undefined)) return;
    throw new PlanError(
      'reference-missing',
      { file, line: 1 },
      { expected, found: `“${place.words}”` },
    );
  });
}

function readTerm(
  root: string,
  id: string,
): { term: Term; file: string; lineOf: (path: readonly PropertyKey[]) => number } {
  const file = `${folder}/${id}.mdx`;
  const text = readContent(root, file);
  const { data, blocks, nodes, lineOf } = readMdx(text, file, termFileSchema);
  const component = nodes.find(({ type }) => type.startsWith('mdxJsx'));
  if (component) {
    throw new PlanError(
      'mdx-syntax',
      { file, line: lineOfNode(component) },
      {
        expected: { en: 'a definition in plain text', zh: '只有文字的释义' },
        found: { en: 'a component', zh: '一个组件' },
      },
    );
  }
  const other = blocks.find(({ type }) => type !== 'paragraph');
  if (other) {
    throw new PlanError(
      'mdx-syntax',
      { file, line: lineOfNode(other) },
      {
        expected: { en: 'a definition in paragraphs', zh: '由段落组成的释义' },
        found: {
          en: `a block of another kind, ${other.type}`,
          zh: `不是段落的内容（${other.type}）`,
        },
      },
    );
  }
  const definition = blocks.map((block) => joinLines(textOfNode(block))).join('\n');
  if (definition === '') {
    throw new PlanError(
      'yaml-value',
      { file, line: 1 },
      {
        expected: {
          en: `a definition of ${quoteBriefly(data.term)} after its front matter`,
          zh: `两行 --- 之后是${quoteBriefly(data.term)}的释义`,
        },
        found: { en: 'nothing', zh: '空' },
      },
    );
  }
  return { term: { id, ...data, definition }, file, lineOf };
}

/** A paragraph as one line: a line break between Latin words stands for a space, beside Chinese for nothing. */
function joinLines(text: string): string {
  return text
    .trim()
    .replace(/(?<=[!-~\p{Script=Latin}])\s*\n\s*(?=[!-~\p{Script=Latin}])/gu, ' ')
    .replace(/\s*\n\s*/gu, '');
}

import { isMap, isSeq, parseDocument, stringify } from 'yaml';
import type { ParsedPlan } from '../text/compose.ts';
import { overlap } from '../text/span.ts';
import { proposeDocuments, proposeMasks, proposeQuoted } from './names.ts';
import { proposeNumbers } from './numbers.ts';
import type { Proposal } from './proposal.ts';
import { quotedExtents } from './passages.ts';

/** The files that a draft proposes entries for, in the order in which they are told. */
export const draftedFiles = [
  'targets',
  'numerals',
  'documents',
  'initiatives',
  'phrases',
  'notes',
] as const;

type Drafted = (typeof draftedFiles)[number];

/** What a draft adds to a file, and the file with it. */
export type DraftedFile = { name: Drafted; proposals: readonly Proposal[]; text: string };

/**
 * Proposes entries for all that is mechanical and that no entry speaks for: accepted, waiting or refused.
 * @param textOf the text of a file beside `plan.yaml`, or undefined if there is none
 * @returns every file, with what was there before byte for byte as it was
 */
export function draftPlan(
  tree: ParsedPlan,
  textOf: (name: Drafted) => string | undefined,
): DraftedFile[] {
  const entriesOf = (name: Drafted): unknown[] => {
    const entries: unknown = parseDocument(textOf(name) ?? '[]').toJS();
    return Array.isArray(entries) ? entries : [];
  };
  const extents = new Map(
    draftedFiles.map((name) => [name, quotedExtents(tree, entriesOf(name))] as const),
  );
  const idsOf = (name: Drafted): Set<string> =>
    new Set(entriesOf(name).flatMap((entry) => (entry as { id?: string }).id ?? []));
  const known =
    (...names: readonly Drafted[]) =>
    (span: { start: number; end: number }): boolean =>
      names.some((name) => extents.get(name)?.some((one) => overlap(one, span)));
  const numbers = proposeNumbers(tree, (kind, span) => known(kind)(span), idsOf('targets'));
  const names = known('documents', 'initiatives', 'phrases');
  const proposals: Record<Drafted, readonly Proposal[]> = {
    ...numbers,
    ...proposeQuoted(tree, names, idsOf('initiatives')),
    documents: proposeDocuments(tree, names, idsOf('documents')),
    notes: proposeMasks(tree, known('notes'), idsOf('notes')),
  };
  return draftedFiles.map((name) => {
    return {
      name,
      proposals: proposals[name],
      text: appendEntries(name, textOf(name), proposals[name]),
    };
  });
}

/**
 * A file with entries at its end: what is there keeps its comments, its order and its every byte.
 * @param name of the file, without `.yaml`
 * @param text of it, or undefined if there is none yet
 */
export function appendEntries(
  name: string,
  text: string | undefined,
  proposals: readonly Readonly<Record<string, unknown>>[],
): string {
  const schema = `# yaml-language-server: $schema=../../../docs/schemas/${name}.json\n`;
  const before = text ?? schema;
  if (proposals.length === 0) return text ?? `${schema}[]\n`;
  const added = proposals.map((entry) => stringify([entry], { lineWidth: 0 })).join('\n');
  const document = parseDocument(before);
  const { contents } = document;
  if (isSeq(contents) && contents.items.length > 0 && contents.flow === true) {
    for (const entry of proposals) contents.add(document.createNode(entry) as never);
    return document.toString({ lineWidth: 0 });
  }
  if (isMap(contents)) throw new TypeError(`${name}.yaml is no list`);
  const isEmpty = isSeq(contents) && contents.items.length === 0;
  const [from = 0, to = 0] = (isEmpty && contents.range) || [];
  const kept = isEmpty ? before.slice(0, from) + before.slice(to).trimStart() : before;
  return `${kept}${kept === '' || kept.endsWith('\n') ? '' : '\n'}\n${added}`;
}

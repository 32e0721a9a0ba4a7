import { LineCounter, type Node, type YAMLMap, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { PlanError, quoteBriefly } from './errors.ts';
import { readEach } from './faults.ts';
import type { File } from './yaml.ts';

/** What became of a proposal: it waits for an editor, or an editor refused it. An entry without it is the editor's. */
export const reviewStates = ['pending', 'refused'] as const;

/** The keys that any entry may have, whatever its kind: its state, and why it was proposed. */
const reviewKeys = ['review', 'proposed'] as const;

/** An annotation file as its kind may read it, with the lines of the file that the editor sees. */
export type Reviewed = {
  /** Without what waits and what was refused. */
  accepted: File;
  /** With what waits: what the plan would be if every proposal were accepted. */
  proposed: File;
  /** The entries that wait, by their ids, mentions in others' entries included; of what has no id, nothing. */
  waiting: readonly (string | undefined)[];
};

/** What is to be left out of a file, and how many entries that is. */
type Cuts = { pending: Node[]; refused: Node[]; keys: [number, number][] };

/**
 * Takes out of an annotation file what is no editor's word. What is taken out becomes spaces, so that each line
 * stays where it is and the kinds need not know of proposals. An entry all of whose mentions wait, waits.
 * @throws PlanError yaml-value for a `review` that is no state, or a `proposed` that is no text
 */
export function readReviewed(file: File): Reviewed {
  const asItIs = { accepted: file, proposed: file, waiting: [] };
  if (!/\breview\b|\bproposed\b/u.test(file.text)) return asItIs;
  const counter = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: counter });
  // What is not well formed its own reader tells.
  if (document.errors.length > 0 || !isSeq(document.contents)) return asItIs;
  const cuts: Cuts = { pending: [], refused: [], keys: [] };
  const lineOf = (node: Node): number => counter.linePos(node.range?.[0] ?? 0).line;
  readEach(document.contents.items as Node[], (entry) => {
    if (!isMap(entry)) return;
    const state = takeState(entry, file, lineOf, cuts);
    if (state) cuts[state].push(entry);
    else readMentions(entry, file, lineOf, cuts);
  });
  const { pending, refused, keys } = cuts;
  const edit = (nodes: readonly Node[]): File => ({
    file: file.file,
    text: blank(file.text, document.contents as Node, nodes, keys),
  });
  return {
    accepted: edit([...pending, ...refused]),
    proposed: edit(refused),
    waiting: pending.map(idOf),
  };
}

function idOf(entry: Node): string | undefined {
  const id: unknown = isMap(entry) ? entry.get('id') : undefined;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}

/** The state of an entry or a mention; both keys are to be taken out. */
function takeState(
  entry: YAMLMap,
  { file }: File,
  lineOf: (node: Node) => number,
  { keys }: Cuts,
): (typeof reviewStates)[number] | undefined {
  let state: (typeof reviewStates)[number] | undefined;
  for (const { key, value } of entry.items) {
    if (!isScalar(key) || !reviewKeys.some((name) => name === key.value)) continue;
    const found: unknown = isScalar(value) ? value.value : undefined;
    const known = reviewStates.find((name) => name === found);
    const isRight = key.value === 'review' ? known !== undefined : typeof found === 'string';
    if (!isRight) {
      throw new PlanError(
        'yaml-value',
        { file, line: lineOf(key) },
        {
          expected:
            key.value === 'review'
              ? {
                  en: `review: one of ${reviewStates.join(', ')}, or no such key`,
                  zh: `review：${reviewStates.join('、')} 之一，或者不写`,
                }
              : { en: 'proposed: why it was proposed', zh: 'proposed：为什么提出' },
          found:
            found === undefined || found === null
              ? { en: 'no text', zh: '不是文字' }
              : quoteBriefly(String(found), 40),
        },
      );
    }
    if (key.value === 'review') state = known;
    const end = (value as Node).range?.[1] ?? key.range?.[1] ?? 0;
    keys.push([key.range?.[0] ?? 0, end]);
  }
  return state;
}

/** Mentions wait and are refused one by one; an entry that has no other left is as they are. */
function readMentions(
  entry: YAMLMap,
  file: File,
  lineOf: (node: Node) => number,
  cuts: Cuts,
): void {
  const mentions = entry.get('mentions', true);
  if (!isSeq(mentions)) return;
  const states = readEach(mentions.items as Node[], (mention) =>
    isMap(mention) ? { mention, state: takeState(mention, file, lineOf, cuts) } : undefined,
  ).filter((read) => read !== undefined);
  const isKept = ({ state }: { state?: string | undefined }): boolean => state === undefined;
  if (states.length > 0 && !states.some(isKept)) {
    const state = states.some((one) => one.state === 'pending') ? 'pending' : 'refused';
    if (state === 'pending') {
      for (const one of states) if (one.state === 'refused') cuts.refused.push(one.mention);
    }
    cuts[state].push(entry);
    return;
  }
  for (const { mention, state } of states) if (state) cuts[state].push(mention);
}

/** A text with nodes and keys as spaces; a list of which nothing is left is an empty one. */
function blank(
  text: string,
  contents: Node,
  nodes: readonly Node[],
  keys: readonly [number, number][],
): string {
  const characters = text.split('');
  const wipe = (from: number, to: number): void => {
    for (let i = from; i < to; i += 1)
      if (!/[\n\r]/u.test(characters[i] ?? '')) characters[i] = ' ';
  };
  for (const [from, to] of keys) wipe(from, withComma(text, from, to));
  for (const node of nodes) {
    const [from = 0, to = 0] = node.range ?? [];
    const dash = /-[ \t]*(?:#[^\n]*)?\s*$/u.exec(text.slice(0, from))?.index;
    wipe(dash ?? from, withComma(text, from, to));
  }
  const isEmpty = isSeq(contents) && contents.items.every((item) => nodes.includes(item as Node));
  if (isEmpty) {
    const [from = 0, , end = text.length] = contents.range ?? [];
    if (text.startsWith('[', from)) return characters.join('');
    wipe(from, end);
    // A line that was part of the list has room for its sign.
    characters.splice(from, 2, '[', ']');
  }
  return characters.join('');
}

/** In a list or mapping within brackets a comma goes with what stands before it. */
function withComma(text: string, from: number, to: number): number {
  const comma = /^\s*,/u.exec(text.slice(to));
  return comma && from < to ? to + comma[0].length : to;
}

import { LineCounter, type Node, type YAMLMap, isMap, isSeq, parseDocument } from 'yaml';
import { findQuoted } from '../draft/passages.ts';
import type { Place } from '../text/anchor.ts';
import type { ParsedPlan } from '../text/compose.ts';
import { reviewStates } from '../text/review.ts';
import type { Extent } from '../text/span.ts';
import type { Path } from './edit-yaml.ts';

/** What became of an entry: `accepted`, if it is an editor's. */
type State = 'accepted' | (typeof reviewStates)[number];

/** Words that an entry quotes: where they begin and end in code points of the source, and in what. */
type QuotedPlace = Extent & Place & { sentence?: number | undefined };

/** An entry of an annotation file, or a mention in one that has a state of its own. */
export type DeskEntry = {
  /** The name of its file, without `.yaml`. */
  file: string;
  path: Path;
  state: State;
  /** Why it was proposed. */
  why: string | undefined;
  /** Its first line in the file and its last, from 1. */
  lines: readonly [number, number];
  /** Its fields, as they stand in the file. */
  values: Readonly<Record<string, unknown>>;
  /** The words that it quotes, in the order of the file; what is at fault is left out. */
  places: readonly QuotedPlace[];
};

/**
 * The entries of an annotation file, in its order: also those that are at fault, for they are to be mended.
 * @param file its name, without `.yaml`
 * @returns none of a file that is not well formed
 */
export function readEntries(tree: ParsedPlan, file: string, text: string): DeskEntry[] {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  if (document.errors.length > 0 || !isSeq(document.contents)) return [];
  const lineOf = (at: number): number => counter.linePos(at).line;
  const read = (node: YAMLMap, path: Path): DeskEntry => {
    const values = node.toJS(document) as Record<string, unknown>;
    const [from = 0, to = 0] = node.range ?? [];
    return {
      file,
      path,
      state: reviewStates.find((state) => state === values['review']) ?? 'accepted',
      why: typeof values['proposed'] === 'string' ? values['proposed'] : undefined,
      lines: [lineOf(from), lineOf(from + text.slice(from, to).trimEnd().length)],
      values,
      places: findPlaces(tree, values),
    };
  };
  return (document.contents.items as Node[]).flatMap((node, i) => {
    if (!isMap(node)) return [];
    const mentions = node.get('mentions', true);
    const own = isSeq(mentions) ? (mentions.items as Node[]) : [];
    return [
      read(node, [i]),
      ...own.flatMap((mention, j) =>
        isMap(mention) && mention.has('review') ? [read(mention, [i, 'mentions', j])] : [],
      ),
    ];
  });
}

/** What an entry quotes: itself, its mentions, both ends of a relation. */
function findPlaces(tree: ParsedPlan, value: unknown): QuotedPlace[] {
  if (typeof value !== 'object' || value === null) return [];
  const quoted = findQuoted(tree, value);
  if (quoted) {
    const { task, section, part } = value as Place;
    const { span, sentence } = quoted;
    return [{ start: span.start, end: span.end, task, section, part, sentence }];
  }
  return Object.values(value).flatMap((inner) => findPlaces(tree, inner));
}

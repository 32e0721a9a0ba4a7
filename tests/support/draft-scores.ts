import { readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { type DraftedFile, draftPlan } from '../../src/draft/draft.ts';
import { readListedAudiences } from '../../src/kinds/audiences/audiences.ts';
import { project, readText } from './site.ts';
import { makeSmallPlan } from './small-plan.ts';

/** What a draft should propose of an excerpt: names with their kinds, `task code role`, `qualifier number unit`. */
export type Gold = Record<
  'documents' | 'initiatives' | 'meetings' | 'responsible',
  Record<string, string>
> &
  Record<'audiences' | 'targets', string[]>;

/** How much of what is proposed is right, how much of what is right is proposed, and in how much of both the rest is right too. */
export type Score = {
  precision: number;
  recall: number;
  kind: number;
  found: string[];
  missed: string[];
  wrong: string[];
};

const folder = 'tests/fixtures/drafts';

/** The site's own list of audiences, with the words that mean each. */
export const vocabulary = readListedAudiences(readText('content/vocabulary/audiences.yaml'), '');

/** The invented excerpts of a set, each with what should be proposed of it. */
export function readExcerpts(
  set: 'tuned' | 'held-out',
): { name: string; text: string; gold: Partial<Gold> }[] {
  return readdirSync(`${project}/${folder}/${set}`).map((name) => {
    const { text, ...gold } = parse(readText(folder, set, name)) as {
      text: string;
    } & Partial<Gold>;
    return { name, text, gold };
  });
}

/** What is asked of a draft: of what it proposes, so much is right; of what is right, it proposes so much. */
export const floors: Record<keyof Gold, Pick<Score, 'precision' | 'recall' | 'kind'>> = {
  targets: { precision: 0.95, recall: 0.9, kind: 0.98 },
  documents: { precision: 0.9, recall: 0.9, kind: 0.75 },
  initiatives: { precision: 0.9, recall: 0.9, kind: 0.75 },
  meetings: { precision: 0.9, recall: 0.9, kind: 0.75 },
  responsible: { precision: 0.95, recall: 0.95, kind: 0.95 },
  audiences: { precision: 0.75, recall: 0.7, kind: 0.7 },
};

/** What a draft proposes of a text, in the form of the gold. */
export function proposeFor(text: string): Gold {
  return inFormOfGold(
    draftPlan(makeSmallPlan(...text.trimEnd().split('\n')), () => undefined, {
      audiences: vocabulary,
      earlier: [],
    }),
  );
}

type Entry = {
  name: string;
  kind?: string;
  status?: string;
  task?: number;
  code?: string;
  role?: string;
  qualifier?: string;
  value: number;
  normalised?: number;
  unit: string;
  mentions?: { role?: string }[];
};

/** Drafted files in the form of the gold. */
export function inFormOfGold(drafted: readonly DraftedFile[]): Gold {
  const entries = (name: string) =>
    (drafted.find((file) => file.name === name)?.proposals ?? []) as unknown as Entry[];
  const byName = (name: string, kindOf: (entry: Entry) => string | undefined) =>
    Object.fromEntries(entries(name).map((entry) => [entry.name, kindOf(entry) ?? '']));
  return {
    documents: byName('documents', ({ kind }) => kind),
    initiatives: byName('initiatives', ({ kind }) => kind),
    meetings: byName('meetings', ({ status }) => status),
    responsible: byName('responsible', ({ mentions }) => mentions?.[0]?.role),
    // Once a task: the gold says whom it concerns, not how often.
    audiences: [
      ...new Map(entries('audiences').map(({ task, code, role }) => [`${task} ${code}`, role])),
    ].map((entry) => entry.join(' ')),
    targets: entries('targets').map(({ qualifier, value, normalised = value, unit }) =>
      [...(qualifier ? [qualifier] : []), normalised, unit].join(' '),
    ),
  };
}

/** Names without their kinds, or entries without their last word, are what is found; the rest is its kind. */
export function score(
  pairs: readonly { gold: readonly [string, string][]; proposed: readonly [string, string][] }[],
): Score {
  const found: string[] = [];
  const missed: string[] = [];
  const wrong: string[] = [];
  let rightKinds = 0;
  for (const { gold, proposed } of pairs) {
    const left = [...proposed];
    for (const [name, kind] of gold) {
      const same = left.filter(([other]) => bare(other) === bare(name));
      const best = same.find(([, other]) => other === kind) ?? same[0];
      if (!best) missed.push(`${name} ${kind}`);
      else {
        left.splice(left.indexOf(best), 1);
        if (best[1] === kind) rightKinds += 1;
        found.push(best[1] === kind ? name : `${name} ${best[1]}, not ${kind}`);
      }
    }
    wrong.push(...left.map(([name, kind]) => `${name} ${kind}`));
  }
  const share = (n: number, of: number): number => (of === 0 ? 1 : n / of);
  return {
    precision: share(found.length, found.length + wrong.length),
    recall: share(found.length, found.length + missed.length),
    kind: share(rightKinds, found.length),
    found,
    missed,
    wrong,
  };
}

/** A name without the marks around parts of it: whether these belong to it is a matter of taste. */
const bare = (name: string): string => name.replace(/[“”]/gu, '');

/** The names or entries of a kind, with what is said of each, of every text that says what is right. */
export function pairsOf(
  kind: keyof Gold,
  texts: readonly { gold: Partial<Gold>; proposed: Gold }[],
): { gold: [string, string][]; proposed: [string, string][] }[] {
  const inPairs = (gold: Partial<Gold>): [string, string][] | undefined => {
    const entries = gold[kind];
    if (!Array.isArray(entries)) return entries && Object.entries(entries);
    return entries.map((entry) => splitEntry(entry, kind === 'audiences'));
  };
  return texts.flatMap(({ gold, proposed }) => {
    const right = inPairs(gold);
    return right ? [{ gold: right, proposed: inPairs(proposed) ?? [] }] : [];
  });
}

/** `1 teacher performer` as [`1 teacher`, `performer`]; `不少于 12 所` as [`12 所`, `不少于`]. */
function splitEntry(entry: string, isRoleLast: boolean): [string, string] {
  const words = entry.split(' ');
  return isRoleLast
    ? [words.slice(0, 2).join(' '), words[2] ?? '']
    : [words.slice(-2).join(' '), words.slice(0, -2).join(' ')];
}

import { createHash } from 'node:crypto';
import { findContentFaults } from '../loaders/check-content.ts';
import { isThere, namesIn, readBytes } from '../loaders/content-files.ts';
import { readPlanText } from '../loaders/read-site.ts';
import { type Audience, readAudienceList } from '../kinds/audiences/audiences.ts';
import { annotationFiles } from '../kinds/registry.ts';
import { type ParsedPlan, planParts, titleParts } from '../text/compose.ts';
import type { PlanError } from '../text/errors.ts';
import { findFaults } from '../text/faults.ts';
import type { Part } from '../text/schema.ts';
import { decodeText } from '../text/source.ts';
import { type DeskEntry, readEntries } from './entries.ts';
import type { Choice } from './fields.ts';

/** A part of the plan's text: `start` in code points of the source, `after` the white space behind it. */
export type DeskPart = {
  start: number;
  line: number;
  text: string;
  after: string;
  is: 'title' | 'section' | 'group' | 'task' | 'text' | 'around';
  task?: number;
};

/** A fault, as a build tells it. */
export type DeskFault = {
  file: string;
  line: number;
  code: string;
  meaning: string;
  expected: string;
  found: string;
};

/** A plan as the desk shows it. */
export type DeskState = {
  plan: { id: string; title: string };
  parts: readonly DeskPart[];
  entries: readonly DeskEntry[];
  /** What tells whether a file is as it was read, by its name without `.yaml`. */
  versions: Readonly<Record<string, string>>;
  /** The ids that fields may name, by the file that has them. */
  ids: Readonly<Record<string, readonly Choice[]>>;
  faults: readonly DeskFault[];
};

/** A file as it is on the disk; `mark` is its byte order mark, if it has one. */
export type DiskFile = { bytes: Buffer; text: string; mark: string; version: string };

export const folderOf = (plan: string): string => `content/plans/${plan}`;

/**
 * Reads an annotation file, line ends and all.
 * @returns undefined if there is none
 * @throws PlanError file-…
 */
export function readFile(root: string, plan: string, file: string): DiskFile | undefined {
  const path = `${folderOf(plan)}/${file}.yaml`;
  if (!isThere(root, path)) return undefined;
  const bytes = readBytes(root, path);
  const text = decodeText(bytes, path);
  const version = createHash('sha256').update(bytes).digest('hex');
  return { bytes, text, mark: bytes[0] === 0xef ? '\ufeff' : '', version };
}

/**
 * Reads a plan as the desk shows it, also one whose annotations are at fault.
 * @throws PlanError, PlanErrors if its text cannot be read
 */
export function readState(root: string, plan: string): DeskState {
  const { parts: tree } = readPlanText(root, folderOf(plan));
  const entries: DeskEntry[] = [];
  const versions: Record<string, string> = {};
  for (const file of annotationFiles) {
    const found = readOrTell(() => readFile(root, plan, file));
    versions[file] = found?.version ?? '';
    if (found) entries.push(...readEntries(tree, file, found.text));
  }
  return {
    plan: { id: tree.plan.id, title: tree.plan.title },
    parts: partsOf(tree),
    entries,
    versions,
    ids: {
      audiences: audiencesOf(root).map(({ code, name }) => ({ value: code, title: name })),
      targets: entries
        .filter(
          ({ file, path, state }) => file === 'targets' && path.length === 1 && state !== 'refused',
        )
        .map(({ values: { id, indicator } }) => ({ value: String(id), title: String(indicator) })),
    },
    faults: findContentFaults(root).map(tellFault),
  };
}

/** What is at fault is told with the other faults. */
function readOrTell<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch (error) {
    if (findFaults(error).length === 0) throw error;
    return undefined;
  }
}

function audiencesOf(root: string): Audience[] {
  const file = 'content/vocabulary/audiences.yaml';
  if (!isThere(root, file)) return [];
  return readOrTell(() => readAudienceList(decodeText(readBytes(root, file), file), file)) ?? [];
}

/** A fault in the language of the page. */
export function tellFault(fault: PlanError): DeskFault {
  return { file: fault.file, line: fault.line, code: fault.code, ...fault.in('zh') };
}

/** The plans of a site. */
export const plansIn = (root: string): string[] => namesIn(root, 'content/plans');

function partsOf({ plan, sections, tasks }: ParsedPlan): DeskPart[] {
  const roles = new Map<number, Pick<DeskPart, 'is' | 'task'>>();
  const name = (is: DeskPart['is'], parts: readonly (Part | undefined)[], task?: number): void => {
    for (const part of parts) {
      if (part) roles.set(part.start, { is, ...(task === undefined ? {} : { task }) });
    }
  };
  name('around', [...plan.preface, ...plan.front, ...plan.closing]);
  name('title', titleParts(plan));
  for (const { marker, heading, groups } of sections) {
    name('section', [marker, heading]);
    for (const group of groups) name('group', [group.marker, group.heading]);
  }
  for (const { marker, sentences, isUntitled, n } of tasks) {
    name('task', [marker, ...(isUntitled ? [] : [sentences[0]])], n);
  }
  return Array.from(planParts(plan, sections, tasks), (part) => {
    const { start, line, text, after } = part;
    return { start, line, text, after, ...(roles.get(start) ?? { is: 'text' }) };
  });
}

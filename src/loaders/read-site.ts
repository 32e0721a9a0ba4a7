import { createHash } from 'node:crypto';
import { realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { readAnnotations } from '../kinds/annotations.ts';
import { annotationFiles } from '../kinds/registry.ts';
import { type Audience, readAudienceList } from '../kinds/audiences/audiences.ts';
import { composePlan } from '../text/compose.ts';
import { PlanError, quoteBriefly } from '../text/errors.ts';
import { Faults, readEach } from '../text/faults.ts';
import { limits } from '../text/limits.ts';
import type { Term } from '../site/glossary.ts';
import type { File } from '../text/yaml.ts';
import { parsePlan } from '../text/parse.ts';
import {
  type Plan,
  type PlanFile,
  type Site,
  type Span,
  planFileSchema,
  siteSchema,
} from '../text/schema.ts';
import { SourceText, decodeSource, lineAt } from '../text/source.ts';
import type { PlanTree } from '../kinds/tree.ts';
import { type YamlFile, parseYaml } from '../text/yaml.ts';
import {
  fingerprintOf,
  isThere,
  namesIn,
  readBytes,
  readContent,
  readIfThere,
  refuseUnknownFiles,
} from './content-files.ts';
import { readGlossary } from './read-glossary.ts';

/** What a site is made of. `audiences` is the controlled list of whom a plan may concern. */
export type SiteContent = { site: Site; plans: PlanTree[]; audiences: Audience[]; terms: Term[] };

let latest: { fingerprint: string; content: SiteContent } | undefined;

/** readSite, once for as long as no file of `content/` and `seeds/` changes: a build asks for it many times. */
export function loadSite(root: string): SiteContent {
  const fingerprint = [
    root,
    ...['content', 'seeds'].flatMap((name) => fingerprintOf(root, name)),
  ].join();
  if (latest?.fingerprint !== fingerprint) latest = { fingerprint, content: readSite(root) };
  return latest.content;
}

/**
 * Reads `content/site.yaml`, every `content/plans/<folder>/plan.yaml`, the sources they name, the
 * annotations beside them, the controlled list of audiences and the glossary.
 * @param root the folder that holds `content/` and `seeds/`
 * @returns plans in the order of their folders' names
 * @throws PlanError, PlanErrors: the faults of all files
 */
export function readSite(root: string): SiteContent {
  const folder = 'content/plans';
  const names = namesIn(root, folder).filter((name) =>
    statSync(join(root, folder, name), { throwIfNoEntry: false })?.isDirectory(),
  );
  if (names.length === 0) {
    throw new PlanError(
      'plan-file',
      { file: folder, line: 1 },
      { expected: 'a folder for each plan', found: 'none' },
    );
  }
  const faults = new Faults();
  const list = readIfThere(root, 'content/vocabulary/audiences.yaml');
  const audiences = list ? faults.attempt(() => readAudienceList(list.text, list.file)) : [];
  const fileOf = new Map<string, string>();
  const plans = faults.attempt(() =>
    readEach(names, (name) => {
      const tree = readPlan(root, `${folder}/${name}`, audiences);
      const file = `${folder}/${name}/plan.yaml`;
      const other = fileOf.get(tree.plan.id);
      if (other !== undefined) {
        throw new PlanError(
          'plan-duplicate',
          { file, line: 1 },
          { expected: 'an id of its own', found: `“${tree.plan.id}”, the id of ${other}` },
        );
      }
      fileOf.set(tree.plan.id, file);
      return tree;
    }),
  );
  const site = faults.attempt(() => readSiteFile(root, plans && [...fileOf.keys()]));
  const terms = faults.attempt(() => readGlossary(root, plans));
  faults.throwFound();
  if (!site || !plans || !audiences || !terms) throw new Error('a reader failed without a fault');
  return { site, plans, audiences, terms };
}

/** @param ids of the plans, if they could be read: only then is it known whether the current one is among them */
function readSiteFile(root: string, ids: readonly string[] | undefined): Site {
  const file = 'content/site.yaml';
  if (!isThere(root, file)) {
    throw new PlanError('site-file', { file, line: 1 }, { expected: 'the file', found: 'no file' });
  }
  const { data, lineOf } = parseYaml(readContent(root, file), file, siteSchema);
  if (ids && !ids.includes(data.current)) {
    throw new PlanError(
      'site-file',
      { file, line: lineOf(['current']) },
      { expected: `the id of a plan (${ids.join(', ')})`, found: `“${data.current}”` },
    );
  }
  return data;
}

/** The files that a plan's folder may have. */
const planFiles = ['plan', ...annotationFiles, 'asked'].map((name) => `${name}.yaml`);

function readPlan(
  root: string,
  folder: string,
  audiences: readonly Audience[] | undefined,
): PlanTree {
  const file = `${folder}/plan.yaml`;
  if (!isThere(root, file)) {
    throw new PlanError('plan-file', { file, line: 1 }, { expected: 'the file', found: 'no file' });
  }
  const yaml = parseYaml(readContent(root, file), file, planFileSchema);
  const { id, source, title, structure } = yaml.data;
  const text = decodeSource(readSeed(root, yaml), source);
  const { tasks, sections, ...parsed } = parsePlan(text, { id, file: source, title, structure });
  const plan: Plan = {
    ...yaml.data,
    ...parsed,
    year: findYear(yaml, text),
    sections: sections.map((section) => section.n) as Plan['sections'],
    tasks: tasks.length,
  };
  checkDateLine(yaml, plan);
  if (composePlan(plan, sections, tasks) !== text) {
    throw new Error(`${source}: the parts of the parsed plan are not the source`);
  }
  const parts = { plan, sections, tasks };
  const fileNamed = (name: string): File | undefined => readIfThere(root, `${folder}/${name}.yaml`);
  const faults = new Faults();
  faults.attempt(() => refuseUnknownFiles(root, folder, planFiles));
  const annotations = faults.attempt(() => readAnnotations(parts, fileNamed, audiences));
  faults.throwFound();
  if (!annotations) throw new Error('a reader failed without a fault');
  return { ...parts, ...annotations };
}

function readSeed(root: string, { file, data, lineOf }: YamlFile<PlanFile>): Buffer {
  if (!isThere(root, data.source)) {
    throw new PlanError(
      'seed-missing',
      { file, line: lineOf(['source']) },
      { expected: `the file ${data.source}`, found: 'no file' },
    );
  }
  const bytes = readBytes(root, data.source, limits.sourceBytes);
  if (!realpathSync(join(root, data.source)).startsWith(realpathSync(join(root, 'seeds')) + sep)) {
    throw new PlanError(
      'seed-outside',
      { file, line: lineOf(['source']) },
      { expected: `${data.source} in seeds/`, found: 'a link to a file elsewhere' },
    );
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== data.sha256) {
    throw new PlanError(
      'seed-altered',
      { file, line: lineOf(['sha256']) },
      { expected: `${data.source} with SHA-256 ${data.sha256}`, found: sha256 },
    );
  }
  return bytes;
}

/** The first place where the source prints the year as plan.yaml quotes it. */
function findYear({ file, data, lineOf }: YamlFile<PlanFile>, text: string): Span | undefined {
  if (data.year === undefined) return undefined;
  const start = text.indexOf(data.year);
  if (start < 0) {
    throw new PlanError(
      'plan-quotation',
      { file, line: lineOf(['year']) },
      { expected: `words of ${data.source}`, found: quoteBriefly(data.year) },
    );
  }
  const end = start + data.year.length;
  return new SourceText(text, data.source).span(start, end, lineAt(text, start));
}

/** A date line of the source must be explained, and only that. */
function checkDateLine({ file, data, lineOf }: YamlFile<PlanFile>, plan: Plan): void {
  const dates = plan.front.filter((part) => part.kind === 'date');
  for (const part of dates) {
    if (data.dateLine?.text === part.text) continue;
    throw new PlanError(
      'plan-quotation',
      { file, line: lineOf(['dateLine', 'text']) },
      {
        expected: `dateLine.text ${quoteBriefly(part.text, 40)}, line ${part.line} of ${data.source}, with its meaning`,
        found: data.dateLine ? quoteBriefly(data.dateLine.text, 40) : 'no dateLine',
      },
    );
  }
  if (data.dateLine && dates.length === 0) {
    throw new PlanError(
      'plan-quotation',
      { file, line: lineOf(['dateLine']) },
      { expected: `a date line of ${data.source}`, found: quoteBriefly(data.dateLine.text, 40) },
    );
  }
}

import { createHash } from 'node:crypto';
import { realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { readAnnotations } from '../kinds/annotations.ts';
import { annotationFiles } from '../kinds/registry.ts';
import { type Audience, readAudienceList } from '../kinds/audiences/audiences.ts';
import {
  type EarlierEdition,
  type PlanCorrections,
  compareEditions,
  listCorrections,
} from '../corrections/corrections.ts';
import { checkPromisedWords, promisedWordsFile } from '../corrections/promised-words.ts';
import { checkCitedPlaces } from '../text/cited-places.ts';
import type { PairDecisions } from '../comparison/decisions.ts';
import { readDecisions } from '../comparison/read-decisions.ts';
import { composePlan, statedFacts, titleParts } from '../text/compose.ts';
import { PlanError, quoteBriefly } from '../text/errors.ts';
import { Faults, readEach } from '../text/faults.ts';
import { limits } from '../text/limits.ts';
import { type Change, type ChangesFile, changesFileSchema, listChanges } from '../site/changes.ts';
import type { Term } from '../site/glossary.ts';
import type { File } from '../text/yaml.ts';
import { type Reviewed, readReviewed } from '../text/review.ts';
import { settings } from '../settings.ts';
import { parsePlan } from '../text/parse.ts';
import type { Doubt } from '../text/reading-doubts.ts';
import {
  type Original,
  type Plan,
  type PlanFile,
  type Site,
  type Span,
  planFileSchema,
  siteSchema,
} from '../text/schema.ts';
import { SourceText, decodeSource, lineAt } from '../text/source.ts';
import { sliceSpan } from '../text/span.ts';
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
import { inLanguage } from './in-language.ts';
import { readGlossary } from './read-glossary.ts';
import type { Said } from '../text/say.ts';
import { noFile, onePlanOf, ownId } from '../text/phrases.ts';

/** What a site is made of. `audiences` is the controlled list of whom a plan may concern. */
export type SiteContent = {
  site: Site;
  plans: PlanTree[];
  /** Those of each plan, also of one whose text was never corrected. */
  corrections: PlanCorrections[];
  /** What editors changed, the latest first. */
  changes: Change[];
  audiences: Audience[];
  terms: Term[];
  /** What editors say of pairs of plans. */
  decisions: PairDecisions[];
  /** What addresses of the texts say that is not promised yet: lines for the list of promised words. */
  unpromised: string[];
  /** The files that texts were converted from. */
  originals: KeptOriginal[];
  /** The proposals of each plan that wait for review, by its folder; none of which nothing waits. See Reviewed. */
  waiting: { folder: string; entries: Reviewed['waiting'] }[];
};

/** The file that a text was converted from, where plan.yaml names it, and the text that was first published. */
export type KeptOriginal = {
  file: string;
  line: number;
  original: Original;
  source: string;
  text: string;
};

/** Is told what an editor should look at: what may have been misread in a source, and words that are not known. */
export type Tell = (file: string, doubt: Pick<Doubt, 'line' | 'expected' | 'found'>) => void;

const changesFile = 'content/changes.yaml';
const comparisonsFile = 'content/comparisons.yaml';

let latest: { fingerprint: string; answer: () => SiteContent } | undefined;

/**
 * readSite, once for as long as no file of `content/` and `seeds/` changes: a build asks for it many times, and so
 * does a server, also of what is at fault.
 */
export function loadSite(root: string, tell?: Tell): SiteContent {
  const fingerprint = fingerprintOfSite(root);
  if (latest?.fingerprint !== fingerprint) {
    latest = { fingerprint, answer: remember(() => readSite(root, tell)) };
  }
  return latest.answer();
}

/** What changes whenever a file of a site's `content/` or `seeds/` changes. */
export function fingerprintOfSite(root: string): string {
  return [root, ...['content', 'seeds'].flatMap((name) => fingerprintOf(root, name))].join();
}

/** Runs a reader once; what it returns gives or throws the same again. */
function remember<Result>(read: () => Result): () => Result {
  try {
    const result = read();
    return () => result;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

/**
 * Reads `content/site.yaml`, every `content/plans/<folder>/plan.yaml`, the sources they name, the
 * annotations beside them, the controlled list of audiences and the glossary.
 * @param root the folder that holds `content/` and `seeds/`
 * @param tell see Tell
 * @returns plans in the order of their folders' names
 * @throws PlanError, PlanErrors: the faults of all files
 */
export function readSite(root: string, tell?: Tell): SiteContent {
  const folder = 'content/plans';
  const names = namesIn(root, folder).filter((name) =>
    statSync(join(root, folder, name), { throwIfNoEntry: false })?.isDirectory(),
  );
  if (names.length === 0) {
    throw new PlanError(
      'plan-file',
      { file: folder, line: 1 },
      {
        expected: { en: 'a folder for each plan', zh: '每份计划一个文件夹' },
        found: { en: 'none', zh: '一个也没有' },
      },
    );
  }
  const faults = new Faults();
  const list = readIfThere(root, 'content/vocabulary/audiences.yaml');
  const audiences = list ? faults.attempt(() => readAudienceList(list.text, list.file)) : [];
  const fileOf = new Map<string, string>();
  const corrections: PlanCorrections[] = [];
  const unpromised: string[] = [];
  const waiting: SiteContent['waiting'] = [];
  const originals: KeptOriginal[] = [];
  const plans = faults.attempt(() =>
    readEach(names, (name) => {
      const {
        tree,
        earlier,
        unpromised: lines,
        waiting: entries,
        original,
      } = readPlan(root, `${folder}/${name}`, audiences, tell);
      const file = `${folder}/${name}/plan.yaml`;
      const other = fileOf.get(tree.plan.id);
      if (other !== undefined) {
        throw new PlanError(
          'plan-duplicate',
          { file, line: 1 },
          {
            expected: ownId,
            found: {
              en: `“${tree.plan.id}”, the id of ${other}`,
              zh: `“${tree.plan.id}”，${other} 也用了它`,
            },
          },
        );
      }
      fileOf.set(tree.plan.id, file);
      corrections.push(compareWithEarlier(tree, earlier));
      unpromised.push(...lines);
      if (original) originals.push(original);
      if (entries.length > 0) waiting.push({ folder: `${folder}/${name}`, entries });
      return tree;
    }),
  );
  const site = faults.attempt(() => readSiteFile(root, plans && [...fileOf.keys()]));
  const terms = faults.attempt(() => readGlossary(root, plans));
  const told = faults.attempt(() => readChanges(root, plans && [...fileOf.keys()]));
  const found = plans && readIfThere(root, comparisonsFile);
  const decisions = found
    ? faults.attempt(() => readDecisions(found.text, comparisonsFile, plans))
    : [];
  faults.throwFound();
  if (!site || !plans || !audiences || !terms || !told || !decisions)
    throw new Error('a reader failed without a fault');
  const changes = listChanges(told, corrections.flatMap(listCorrections));
  return {
    site,
    plans,
    corrections,
    changes,
    audiences,
    terms,
    decisions,
    unpromised,
    originals,
    waiting,
  };
}

/** @param ids of the plans, if they could be read: only then is it known whether the current one is among them */
function readSiteFile(root: string, ids: readonly string[] | undefined): Site {
  const file = 'content/site.yaml';
  if (!isThere(root, file)) {
    throw new PlanError('site-file', { file, line: 1 }, { expected: theFile, found: noFile });
  }
  const { data, lineOf } = parseYaml(readContent(root, file), file, siteSchema);
  if (ids && !ids.includes(data.current)) {
    throw new PlanError(
      'site-file',
      { file, line: lineOf(['current']) },
      {
        expected: {
          en: `the id of a plan (${ids.join(', ')})`,
          zh: `一份计划的编号（${ids.join('、')}）`,
        },
        found: `“${data.current}”`,
      },
    );
  }
  return inLanguage(data);
}

/** @param ids of the plans, if they could be read */
function readChanges(root: string, ids: readonly string[] | undefined): ChangesFile {
  const found = readIfThere(root, changesFile);
  if (!found) return [];
  const { data, file, lineOf } = parseYaml(found.text, changesFile, changesFileSchema);
  readEach(data, ({ date, plan }, i) => {
    const before = data[i - 1];
    if (before && before.date > date) {
      throw new PlanError(
        'date-order',
        { file, line: lineOf([i, 'date']) },
        {
          expected: {
            en: `${before.date} or a day after it: the latest change last`,
            zh: `${before.date} 或以后的日期：最近的改动写在最后`,
          },
          found: date,
        },
      );
    }
    if (plan === undefined || !ids || ids.includes(plan)) return;
    throw new PlanError(
      'reference-missing',
      { file, line: lineOf([i, 'plan']) },
      { expected: onePlanOf(ids), found: `“${plan}”` },
    );
  });
  return data;
}

const theFile: Said = { en: 'the file', zh: '这个文件' };

/** The files that a plan's folder may have. */
const planFiles = ['plan', ...annotationFiles, 'asked'].map((name) => `${name}.yaml`);

/**
 * Reads `plan.yaml` and the source that it names, and no annotations.
 * @param folder of the plan, from `root`
 * @throws PlanError, PlanErrors
 */
export function readPlanText(root: string, folder: string, tell?: Tell) {
  const file = `${folder}/plan.yaml`;
  if (!isThere(root, file)) {
    throw new PlanError('plan-file', { file, line: 1 }, { expected: theFile, found: noFile });
  }
  const yaml = parseYaml(readContent(root, file), file, planFileSchema);
  const { id, source, title, structure } = yaml.data;
  const text = decodeSource(readSeed(root, yaml, yaml.data, [], 'source'), source);
  const reading = parsePlan(text, { id, file: source, title, structure });
  const { tasks, sections, doubts, ...parsed } = reading;
  for (const doubt of doubts) tell?.(source, doubt);
  const { original: _, ...published } = yaml.data;
  const plan: Plan = {
    ...published,
    ...parsed,
    ...factsOf(yaml, parsed, text),
    sections: sections.map((section) => section.n) as Plan['sections'],
    tasks: tasks.length,
  };
  checkDateLines(yaml, plan);
  if (composePlan(plan, sections, tasks) !== text) {
    throw new Error(`${source}: the parts of the parsed plan are not the source`);
  }
  const parts = { plan, sections, tasks };
  return { yaml, text, parsed, parts };
}

function readPlan(
  root: string,
  folder: string,
  audiences: readonly Audience[] | undefined,
  tell: Tell | undefined,
): {
  tree: PlanTree;
  earlier: EarlierEdition[];
  unpromised: string[];
  waiting: Reviewed['waiting'];
  original: KeptOriginal | undefined;
} {
  const { yaml, text, parsed, parts } = readPlanText(root, folder, tell);
  const { sections, tasks } = parts;
  const { id } = yaml.data;
  const { file } = yaml;
  const earlier = readEarlier(root, yaml);
  const original = readOriginal(root, yaml, earlier[0]?.text ?? text);
  const editions = [
    ...earlier.map(({ edition }) => edition),
    { ...parsed, sections, tasks },
  ] as const;
  const promised = readIfThere(root, promisedWordsFile)?.text.split('\n') ?? [];
  // Annotations of a text that was altered by mistake need not be looked at.
  const unpromised = checkPromisedWords(promised, { plan: id, file, editions });
  const fileNamed = (name: string): File | undefined => readIfThere(root, `${folder}/${name}.yaml`);
  const faults = new Faults();
  faults.attempt(() => refuseUnknownFiles(root, folder, planFiles));
  for (const name of annotationFiles) {
    const found = faults.attempt(() => fileNamed(name));
    if (found) faults.attempt(() => checkCitedPlaces(found, parts));
  }
  const reviewed = new Map(
    readEach(annotationFiles, (name): [string, Reviewed | undefined] => {
      const found = fileNamed(name);
      return [name, found && readReviewed(found)];
    }),
  );
  const waiting = [...reviewed.values()].flatMap((read) => read?.waiting ?? []);
  // All is proven with what waits: a number that a proposal speaks for is not forgotten.
  const proposed = faults.attempt(() =>
    readAnnotations(
      parts,
      (name) => reviewed.get(name)?.proposed,
      audiences,
      (where, what) => tell?.(where.file, { line: where.line, ...what }),
    ),
  );
  faults.throwFound();
  const annotations =
    waiting.length === 0 || settings.drafts
      ? proposed
      : readAnnotations(
          parts,
          (name) => reviewed.get(name)?.accepted,
          audiences,
          undefined,
          'proven',
        );
  if (!annotations) throw new Error('a reader failed without a fault');
  return { tree: { ...parts, ...annotations }, earlier, unpromised, waiting, original };
}

/**
 * Reads a file of seeds/ that plan.yaml names: the source, the one before a correction, the one it was converted from.
 * @param path of what names it: the whole file, one of its corrections, its original
 * @param key of its name there
 */
function readSeed(
  root: string,
  { file, lineOf }: YamlFile<PlanFile>,
  { source, sha256: wanted }: { source: string; sha256: string },
  path: readonly PropertyKey[],
  key: 'source' | 'earlier' | 'file',
): Buffer {
  if (!isThere(root, source)) {
    throw new PlanError(
      'seed-missing',
      { file, line: lineOf([...path, key]) },
      { expected: { en: `the file ${source}`, zh: `文件 ${source}` }, found: noFile },
    );
  }
  const bytes = readBytes(root, source, key === 'file' ? limits.originalBytes : limits.sourceBytes);
  if (!realpathSync(join(root, source)).startsWith(realpathSync(join(root, 'seeds')) + sep)) {
    throw new PlanError(
      'seed-outside',
      { file, line: lineOf([...path, key]) },
      {
        expected: { en: `${source} in seeds/`, zh: `seeds/ 里的 ${source}` },
        found: { en: 'a link to a file elsewhere', zh: '指向别处文件的链接' },
      },
    );
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== wanted) {
    throw new PlanError(
      'seed-altered',
      { file, line: lineOf([...path, 'sha256']) },
      {
        expected: {
          en: `${source} with SHA-256 ${wanted} (a published text is corrected by \`npm run correct\`)`,
          zh: `SHA-256 为 ${wanted} 的 ${source}（发布过的文本用 \`npm run correct\` 更正）`,
        },
        found: sha256,
      },
    );
  }
  return bytes;
}

/**
 * The file that a text was converted from: it must be there, unaltered.
 * @param text as it was first published
 */
function readOriginal(
  root: string,
  yaml: YamlFile<PlanFile>,
  text: string,
): KeptOriginal | undefined {
  const { original, corrected, source } = yaml.data;
  if (!original) return undefined;
  const { file, sha256 } = original;
  readSeed(root, yaml, { source: file, sha256 }, ['original'], 'file');
  const published = corrected?.[0]?.earlier ?? source;
  return { file: yaml.file, line: yaml.lineOf(['original']), original, source: published, text };
}

/** The editions that corrections of a plan replaced, the first one first. */
function readEarlier(root: string, yaml: YamlFile<PlanFile>): EarlierEdition[] {
  const { file, data, lineOf } = yaml;
  const { id, structure, corrected = [] } = data;
  return readEach(corrected, ({ date, what, earlier, sha256, title, gone = [] }, i) => {
    const before = corrected[i - 1];
    if (before && before.date > date) {
      throw new PlanError(
        'date-order',
        { file, line: lineOf(['corrected', i, 'date']) },
        {
          expected: {
            en: `${before.date} or a day after it: the first correction first`,
            zh: `${before.date} 或以后的日期：最早的更正写在最前`,
          },
          found: date,
        },
      );
    }
    const first = corrected.findIndex((other) => other.earlier === earlier);
    if (first < i) {
      throw new PlanError(
        'date-order',
        { file, line: lineOf(['corrected', i, 'earlier']) },
        {
          expected: { en: 'an earlier text of its own', zh: '不与别处相同的旧文本' },
          found: {
            en: `that of line ${lineOf(['corrected', first, 'earlier'])}`,
            zh: `第 ${lineOf(['corrected', first, 'earlier'])} 行的那一份`,
          },
        },
      );
    }
    const seed = readSeed(root, yaml, { source: earlier, sha256 }, ['corrected', i], 'earlier');
    const text = decodeSource(seed, earlier);
    const parsed = parsePlan(text, { id, file: earlier, title: title ?? data.title, structure });
    const name = earlier.replace(/^.*\/|\.txt$/gu, '');
    return { id: name, date, what, text, edition: parsed, gone };
  });
}

function compareWithEarlier(tree: PlanTree, earlier: readonly EarlierEdition[]): PlanCorrections {
  const { plan, sections, tasks, targets } = tree;
  const anchors = targets.flatMap(({ id, task, sentence }) =>
    task === undefined || sentence === undefined ? [] : [{ id, task, sentence }],
  );
  return compareEditions(plan.id, { ...plan, sections, tasks }, earlier, anchors);
}

/** The first place where the source prints the year as plan.yaml quotes it. */
function findYear({ file, data, lineOf }: YamlFile<PlanFile>, text: string): Span | undefined {
  if (data.year === undefined) return undefined;
  const start = text.indexOf(data.year);
  if (start < 0) {
    throw new PlanError(
      'plan-quotation',
      { file, line: lineOf(['year']) },
      {
        expected: { en: `words of ${data.source}`, zh: `${data.source} 里的文字` },
        found: quoteBriefly(data.year),
      },
    );
  }
  const end = start + data.year.length;
  return new SourceText(text, data.source).span(start, end, lineAt(text, start));
}

/** A date line that plan.yaml explains must stand in the source. */
function checkDateLines({ file, data, lineOf }: YamlFile<PlanFile>, plan: Plan): void {
  const dates = [...plan.preface, ...plan.front].filter((part) => part.kind === 'date');
  for (const { text } of [data.dateLine ?? []].flat()) {
    if (dates.some((part) => part.text === text)) continue;
    const [first] = dates;
    throw new PlanError(
      'plan-quotation',
      { file, line: lineOf(['dateLine']) },
      {
        expected: first
          ? {
              en: `a date line of ${data.source}, such as ${quoteBriefly(first.text, 40)}, line ${first.line}`,
              zh: `${data.source} 的日期行，例如第 ${first.line} 行的${quoteBriefly(first.text, 40)}`,
            }
          : {
              en: `a date line of ${data.source}, which has none`,
              zh: `${data.source} 的日期行，但它没有日期行`,
            },
        found: quoteBriefly(text, 40),
      },
    );
  }
}

/** What the text itself states and plan.yaml does not. */
function factsOf(
  yaml: YamlFile<PlanFile>,
  reading: Pick<Plan, 'preface' | 'front' | 'closing'>,
  text: string,
): Pick<Plan, 'issuer' | 'documentNumber'> & { year: Span | undefined } {
  const { notStated = [], ...file } = yaml.data;
  const { issuers, documentNumber } = statedFacts(reading);
  const issuer = issuers.map((part) => part.text).join('、');
  const [title] = titleParts(reading);
  const year = title && /(?:[12]\d{3}|[一二][〇○零一二三四五六七八九]{3})年/u.exec(title.text);
  return {
    ...(file.issuer === undefined && issuer !== '' && !notStated.includes('issuer')
      ? { issuer }
      : {}),
    ...(file.documentNumber === undefined && documentNumber && !notStated.includes('documentNumber')
      ? { documentNumber: documentNumber.text }
      : {}),
    year:
      findYear(yaml, text) ??
      (year && title && !notStated.includes('year')
        ? sliceSpan(title, year.index, year[0])
        : undefined),
  };
}

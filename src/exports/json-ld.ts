import { taskLabel } from '../text/compose.ts';
import { jsonLdWords } from './words.ts';
import type { Term } from '../site/glossary.ts';
import type { Plan } from '../text/schema.ts';
import { type WeighedFile, licence } from './data-files.ts';
import type { PublishedPlan } from './published-plan.ts';

/** The addresses that a description for search engines needs; all relative, or all absolute. */
export type Addresses = {
  plan: string;
  data: string;
  section: (n: number) => string;
  task: (n: number) => string;
  file: (name: string) => string;
};

/** Structured data in the vocabulary of schema.org. */
export type JsonLd = Record<string, unknown>;

/**
 * Describes a plan: a Report whose parts are its sections, and theirs its tasks; `audience` are those whom
 * it concerns.
 */
export function describeReport(
  {
    plan,
    sections,
    tasks,
    audiences,
  }: Pick<PublishedPlan, 'plan' | 'sections' | 'tasks' | 'audiences'>,
  urls: Addresses,
): JsonLd {
  return {
    '@context': 'https://schema.org',
    '@type': 'Report',
    '@id': urls.plan,
    url: urls.plan,
    name: plan.title,
    inLanguage: 'zh-CN',
    ...issuer(plan),
    ...(plan.documentNumber === undefined ? {} : { reportNumber: plan.documentNumber }),
    ...(audiences.length === 0
      ? {}
      : { audience: audiences.map(({ name }) => ({ '@type': 'Audience', audienceType: name })) }),
    encoding: {
      '@type': 'MediaObject',
      contentUrl: urls.file('plan.txt'),
      encodingFormat: 'text/plain',
      sha256: plan.sha256,
    },
    subjectOf: { '@id': urls.data },
    hasPart: sections.map((section) => ({
      '@type': 'CreativeWork',
      '@id': urls.section(section.n),
      position: section.n,
      ...(section.title ? { name: section.title.text } : {}),
      hasPart: tasks
        .filter((task) => task.section === section.n)
        .map((task) => ({
          '@type': 'CreativeWork',
          '@id': urls.task(task.n),
          position: task.n,
          name: taskLabel(task),
        })),
    })),
  };
}

/**
 * Describes a plan's open data: a Dataset whose variables are its targets. `value` is the number in full;
 * what qualifies it stands in `description`, the words of the plan.
 */
export function describeDataset(
  { plan, targets }: Pick<PublishedPlan, 'plan' | 'targets'>,
  files: readonly WeighedFile[],
  urls: Addresses,
): JsonLd {
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': urls.data,
    url: urls.data,
    name: jsonLdWords.dataset(plan.title),
    description: jsonLdWords.datasetDescription(plan.title, licence),
    inLanguage: 'zh-CN',
    isBasedOn: { '@id': urls.plan },
    ...issuer(plan),
    ...(targets.length === 0
      ? {}
      : {
          variableMeasured: targets.map(({ id, indicator, normalised, upTo, unit, span }) => ({
            '@type': 'PropertyValue',
            propertyID: id,
            name: indicator,
            ...(upTo === undefined
              ? { value: normalised }
              : { minValue: normalised, maxValue: upTo }),
            ...(unit === '' ? {} : { unitText: unit }),
            description: span.text,
          })),
        }),
    distribution: files.map(({ name, title, mediaType, bytes, sha256 }) => ({
      '@type': 'DataDownload',
      name: title,
      contentUrl: urls.file(name),
      encodingFormat: mediaType,
      contentSize: `${bytes} B`,
      sha256,
    })),
  };
}

/**
 * Describes a glossary: a DefinedTermSet.
 * @param name of the glossary
 * @param urls its address, and that of a term
 */
export function describeTerms(
  name: string,
  terms: readonly Term[],
  urls: { glossary: string; term: (id: string) => string },
): JsonLd {
  return {
    '@context': 'https://schema.org',
    '@type': 'DefinedTermSet',
    '@id': urls.glossary,
    url: urls.glossary,
    name,
    inLanguage: 'zh-CN',
    hasDefinedTerm: terms.map(({ id, term, aliases, definition }) => ({
      '@type': 'DefinedTerm',
      '@id': urls.term(id),
      url: urls.term(id),
      termCode: id,
      name: term,
      ...(aliases.length === 0 ? {} : { alternateName: aliases }),
      description: definition,
      inDefinedTermSet: { '@id': urls.glossary },
    })),
  };
}

function issuer({ issuer: name }: Plan): JsonLd {
  return name === undefined ? {} : { author: { '@type': 'Organization', name } };
}

/** JSON for a script element: no `<`, so that no text can end the element. */
export function writeJsonLd(data: JsonLd): string {
  return JSON.stringify(data).replaceAll('<', String.raw`\u003c`);
}

import { statedFacts } from '../text/compose.ts';
import type { Reading } from '../text/parse.ts';
import type { Original, Structure } from '../text/schema.ts';
import { planWords, siteWords } from './words.ts';

/** What a proposal rests on; `original` if the source was converted from another file. */
type Imported = {
  id: string;
  title: string;
  isTitleFound: boolean;
  source: string;
  sha256: string;
  original: Original | undefined;
  structure: Structure | undefined;
  reading: Reading;
};

/** Writes a `plan.yaml` for editors to check. What the text states of itself is told, and not written twice. */
export function proposePlanFile(imported: Imported): string {
  const { id, title, isTitleFound, source, sha256, original, structure, reading } = imported;
  const { issuers, documentNumber, dated } = statedFacts(reading);
  const facts: [string, string | undefined][] = [
    ['issuer', issuers.map(({ text }) => text).join('、') || undefined],
    ['documentNumber', documentNumber?.text],
    ['date', dated?.text],
  ];
  return [
    '# yaml-language-server: $schema=../../../docs/schemas/plan.json',
    `# ${planWords.comment}${isTitleFound ? '' : planWords.titleLess}`,
    `id: ${JSON.stringify(id)}`,
    `title: ${JSON.stringify(title)}`,
    `source: ${source}`,
    `sha256: ${sha256}`,
    ...(original
      ? ['original:', ...Object.entries(original).map(([key, value]) => `  ${key}: ${value}`)]
      : []),
    ...(structure ? [`structure: ${JSON.stringify(structure)}`] : []),
    ...facts.map(
      ([key, text]) =>
        `# ${key}: ${text === undefined ? planWords.notFound : `${text} ${planWords.found}`}`,
    ),
    '',
  ].join('\n');
}

/** Writes a `site.yaml` for a site of which this is the first plan. */
export function proposeSiteFile(id: string, title: string, reading: Reading): string {
  const [issuer] = statedFacts(reading).issuers;
  return [
    '# yaml-language-server: $schema=../docs/schemas/site.json',
    `# ${siteWords.comment}`,
    `name: ${JSON.stringify(siteWords.name(issuer?.text ?? title))}`,
    `description: ${JSON.stringify(siteWords.description(title))}`,
    `current: ${JSON.stringify(id)}`,
    '',
  ].join('\n');
}

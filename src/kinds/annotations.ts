import { type Audience, readConcerns } from './audiences/audiences.ts';
import { readCharts } from './charts/charts.ts';
import type { File } from '../text/yaml.ts';
import { readFigures } from './number-ledger.ts';
import { deriveLinks, readLinks, sortLinks } from './relations/relations.ts';
import { balanceNames, refuseCrossing } from './name-ledger.ts';
import { readDocuments } from './documents/documents.ts';
import { readInitiatives } from './initiatives/initiatives.ts';
import { readMeetings } from './meetings/meetings.ts';
import { type NamedFile } from './named.ts';
import { readNotes } from './notes/notes.ts';
import { readPhrases } from './phrases/phrases.ts';
import type { PlanTree } from './tree.ts';

/** The files that editors may put beside `plan.yaml`. */
export const annotationFiles = [
  'targets',
  'numerals',
  'charts',
  'documents',
  'initiatives',
  'meetings',
  'phrases',
  'audiences',
  'links',
  'notes',
] as const;

export type AnnotationFile = (typeof annotationFiles)[number];

type Parsed = Pick<PlanTree, 'plan' | 'sections' | 'tasks'>;

/**
 * Reads everything that editors say of a plan, and proves that nothing is forgotten: no number, no 《》,
 * no “” and no `*`. Each proof is made once its files are there.
 *
 * @param fileNamed the file of that name, or undefined if the plan has none
 * @param audiences the controlled list of audiences
 * @throws PlanError the first fault found
 */
export function readAnnotations(
  tree: Parsed,
  fileNamed: (name: AnnotationFile) => File | undefined,
  audiences: readonly Audience[],
): Omit<PlanTree, keyof Parsed> {
  const read = <Result>(
    name: AnnotationFile,
    reader: (text: string, file: string, tree: Parsed) => Result,
  ): Result | undefined => {
    const file = fileNamed(name);
    return file && reader(file.text, file.file, tree);
  };
  const { targets, numerals, quantities } = readFigures(tree, {
    targets: fileNamed('targets'),
    numerals: fileNamed('numerals'),
  });
  const charts = fileNamed('charts');
  const documents = read('documents', readDocuments);
  const initiatives = read('initiatives', readInitiatives);
  const meetings = read('meetings', readMeetings);
  const phrases = read('phrases', readPhrases);
  const notes = read('notes', readNotes);
  balanceNames(tree, {
    documents: documents?.names,
    initiatives: initiatives?.names,
    phrases: phrases?.quoted,
    masks: notes?.masks,
  });
  const named: (NamedFile<unknown> | undefined)[] = [documents, initiatives, meetings];
  refuseCrossing([
    ...quantities,
    ...named.flatMap((file) => file?.names ?? []),
    ...(notes?.words ?? []),
  ]);
  const found = {
    documents: documents?.entries ?? [],
    initiatives: initiatives?.entries ?? [],
    meetings: meetings?.entries ?? [],
  };
  return {
    targets,
    numerals,
    charts: charts ? readCharts(charts.text, charts.file, { plan: tree.plan.id, targets }) : [],
    ...found,
    phrases: phrases?.entries ?? [],
    concerns: read('audiences', (text, file) => readConcerns(text, file, tree, audiences)) ?? [],
    links: sortLinks([
      ...(read('links', readLinks) ?? []),
      ...deriveLinks('document', found.documents),
      ...deriveLinks('initiative', found.initiatives),
      ...deriveLinks('meeting', found.meetings),
    ]),
    notes: notes?.entries ?? [],
  };
}

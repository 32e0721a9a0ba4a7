import { type Audience, readConcerns } from './audiences/audiences.ts';
import { readCharts } from './charts/charts.ts';
import { Faults } from '../text/faults.ts';
import type { ParsedPlan } from '../text/compose.ts';
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

/**
 * Reads everything that editors say of a plan, and proves that nothing is forgotten: no number, no 《》,
 * no “” and no `*`. Each proof is made once its files are there.
 *
 * @param fileNamed the file of that name, or undefined if the plan has none
 * @param audiences the controlled list of audiences, if it could be read
 * @throws PlanError, PlanErrors: the faults of all files
 */
export function readAnnotations(
  tree: ParsedPlan,
  fileNamed: (name: AnnotationFile) => File | undefined,
  audiences: readonly Audience[] | undefined,
): Omit<PlanTree, keyof ParsedPlan> {
  const faults = new Faults();
  const read = <Result>(
    name: AnnotationFile,
    reader: (text: string, file: string, tree: ParsedPlan) => Result,
  ): Result | undefined => {
    const file = fileNamed(name);
    return file && faults.attempt(() => reader(file.text, file.file, tree));
  };
  const figures = faults.attempt(() =>
    readFigures(tree, { targets: fileNamed('targets'), numerals: fileNamed('numerals') }),
  );
  const charts = fileNamed('charts');
  const documents = read('documents', readDocuments);
  const initiatives = read('initiatives', readInitiatives);
  const meetings = read('meetings', readMeetings);
  const phrases = read('phrases', readPhrases);
  const notes = read('notes', readNotes);
  // A chart is checked against targets that were read; a name left over, against lists that were.
  const drawn = faults.attempt(() =>
    charts && figures
      ? readCharts(charts.text, charts.file, { plan: tree.plan.id, targets: figures.targets })
      : [],
  );
  const concerns =
    audiences && read('audiences', (text, file) => readConcerns(text, file, tree, audiences));
  const relations = read('links', readLinks);
  // A “” may be a document's: while those cannot be read, none is known to be left over.
  const documentsAreKnown = documents !== undefined || fileNamed('documents') === undefined;
  faults.attempt(() =>
    balanceNames(tree, {
      documents: documents?.names,
      initiatives: initiatives?.names,
      phrases: documentsAreKnown ? phrases?.quoted : undefined,
      masks: notes?.masks,
    }),
  );
  const named: (NamedFile<unknown> | undefined)[] = [documents, initiatives, meetings];
  faults.attempt(() =>
    refuseCrossing([
      ...(figures?.quantities ?? []),
      ...named.flatMap((file) => file?.names ?? []),
      ...(notes?.words ?? []),
    ]),
  );
  faults.throwFound();
  const found = {
    documents: documents?.entries ?? [],
    initiatives: initiatives?.entries ?? [],
    meetings: meetings?.entries ?? [],
  };
  return {
    targets: figures?.targets ?? [],
    numerals: figures?.numerals ?? [],
    charts: drawn ?? [],
    ...found,
    phrases: phrases?.entries ?? [],
    concerns: concerns ?? [],
    links: sortLinks([
      ...(relations ?? []),
      ...deriveLinks('document', found.documents),
      ...deriveLinks('initiative', found.initiatives),
      ...deriveLinks('meeting', found.meetings),
    ]),
    notes: notes?.entries ?? [],
  };
}

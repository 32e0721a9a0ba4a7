import type { ZodType } from 'zod';
import { composePlan } from '../text/compose.ts';
import { PlanError } from '../text/errors.ts';
import { Faults, readEach } from '../text/faults.ts';
import { parseYaml } from '../text/yaml.ts';
import {
  type Everyday,
  type Vocabulary,
  askedTermsSchema,
  everydaySchema,
  questionsSchema,
  unmentionedSchema,
} from '../site/vocabulary.ts';
import type { PlanTree } from '../kinds/tree.ts';
import { readIfThere, refuseUnknownFiles } from './content-files.ts';

const folder = 'content/vocabulary';
const everydayFile = `${folder}/everyday.yaml`;
const questionsFile = `${folder}/questions.yaml`;

/** The files that the folder may have; readSite reads the audiences. */
const vocabularyFiles = [
  'audiences.yaml',
  'everyday.yaml',
  'questions.yaml',
  'asked.yaml',
  'unmentioned.yaml',
];

/**
 * Reads the vocabulary of search; a site may do without.
 * @param plans of the site, if they could be read: each meaning must stand in one of them
 * @throws PlanError vocabulary-word for a word in two entries, vocabulary-meaning for words that stand nowhere
 */
export function readVocabulary(root: string, plans: readonly PlanTree[] | undefined): Vocabulary {
  const texts = plans?.map(({ plan, sections, tasks }) => composePlan(plan, sections, tasks));
  const faults = new Faults();
  const everyday = faults.attempt(() => readEveryday(root, texts));
  const drop = faults.attempt(() => readQuestions(root));
  // Search does not ask these yet; their form is checked all the same.
  faults.attempt(() => checkForm(root, `${folder}/asked.yaml`, askedTermsSchema));
  faults.attempt(() => checkForm(root, `${folder}/unmentioned.yaml`, unmentionedSchema));
  faults.attempt(() => refuseUnknownFiles(root, folder, vocabularyFiles));
  faults.throwFound();
  return { everyday: everyday ?? [], drop: drop ?? [] };
}

function checkForm(root: string, file: string, schema: ZodType): void {
  const found = readIfThere(root, file);
  if (found) parseYaml(found.text, file, schema);
}

function readEveryday(root: string, texts: readonly string[] | undefined): Everyday {
  const found = readIfThere(root, everydayFile);
  if (!found) return [];
  const { data, lineOf } = parseYaml(found.text, everydayFile, everydaySchema);
  const lineOfWord = new Map<string, number>();
  const faults = new Faults();
  data.forEach(({ words, means }, i) => {
    faults.attempt(() =>
      readEach(words, (word, j) => {
        const line = lineOf([i, 'words', j]);
        const other = lineOfWord.get(word);
        if (other !== undefined) {
          throw new PlanError(
            'vocabulary-word',
            { file: everydayFile, line },
            { expected: 'a word of one entry only', found: `“${word}”, also on line ${other}` },
          );
        }
        lineOfWord.set(word, line);
      }),
    );
    faults.attempt(() =>
      readEach(means, (meaning, j) => {
        if (!texts || texts.some((plan) => plan.includes(meaning))) return;
        throw new PlanError(
          'vocabulary-meaning',
          { file: everydayFile, line: lineOf([i, 'means', j]) },
          { expected: 'words that stand in a plan', found: `“${meaning}”` },
        );
      }),
    );
  });
  faults.throwFound();
  return data;
}

function readQuestions(root: string): string[] {
  const found = readIfThere(root, questionsFile);
  if (!found) return [];
  return parseYaml(found.text, questionsFile, questionsSchema).data.drop;
}

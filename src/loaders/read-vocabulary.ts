import { composePlan } from '../text/compose.ts';
import { PlanError } from '../text/errors.ts';
import { Faults, readEach } from '../text/faults.ts';
import { type YamlFile, parseYaml } from '../text/yaml.ts';
import {
  type AskedSentences,
  type AskedTerms,
  type English,
  type Everyday,
  type Unmentioned,
  type Vocabulary,
  type WordForms,
  askedSentencesSchema,
  askedTermsSchema,
  englishSchema,
  everydaySchema,
  questionsSchema,
  unmentionedSchema,
  wordFormsSchema,
} from '../site/vocabulary.ts';
import type { PlanTree } from '../kinds/tree.ts';
import { readIfThere, refuseUnknownFiles } from './content-files.ts';
import { alsoOn } from '../text/phrases.ts';

const folder = 'content/vocabulary';
const everydayFile = `${folder}/everyday.yaml`;
const questionsFile = `${folder}/questions.yaml`;
const askedTermsFile = `${folder}/asked.yaml`;
const unmentionedFile = `${folder}/unmentioned.yaml`;
const englishFile = `${folder}/english.yaml`;
const wordFormsFile = `${folder}/forms.yaml`;
const askedSentencesFile = (plan: string): string => `content/plans/${plan}/asked.yaml`;

/** The files that the folder may have; readSite reads the audiences. */
const vocabularyFiles = [
  'audiences.yaml',
  'everyday.yaml',
  'questions.yaml',
  'asked.yaml',
  'unmentioned.yaml',
  'english.yaml',
  'forms.yaml',
];

/**
 * Reads the words whose traditional characters or readings programs get wrong; a site may do without.
 * @throws PlanError vocabulary-word for words that stand there twice
 */
export function readWordForms(root: string): WordForms {
  const found = readIfThere(root, wordFormsFile);
  if (!found) return [];
  const file = parseYaml(found.text, wordFormsFile, wordFormsSchema);
  refuseTwice(
    file,
    file.data.map(({ words }, i) => [words, [i, 'words']]),
  );
  return file.data;
}

/**
 * Reads the vocabulary of search; a site may do without.
 * @param plans of the site, if they could be read: a meaning that stands in none of them waits for one that has it
 * @throws PlanError vocabulary-word for a word twice in a list, reference-missing for a sentence that the plan does not have
 */
export function readVocabulary(root: string, plans: readonly PlanTree[] | undefined): Vocabulary {
  const texts = plans?.map(({ plan, sections, tasks }) => composePlan(plan, sections, tasks));
  const faults = new Faults();
  const everyday = faults.attempt(() => readEveryday(root, texts));
  const questions = faults.attempt(() => readQuestions(root));
  const askedTerms = faults.attempt(() => readAskedTerms(root));
  const unmentioned = faults.attempt(() => readUnmentioned(root));
  const english = faults.attempt(() => readEnglish(root));
  faults.attempt(() => readWordForms(root));
  const askedSentences = new Map<string, AskedSentences>();
  for (const tree of plans ?? []) {
    const asked = faults.attempt(() => readAskedSentences(root, tree));
    if (asked) askedSentences.set(tree.plan.id, asked);
  }
  faults.attempt(() => refuseUnknownFiles(root, folder, vocabularyFiles));
  faults.throwFound();
  return {
    everyday: everyday ?? [],
    drop: questions?.drop ?? [],
    general: questions?.general ?? [],
    askedTerms: askedTerms ?? [],
    askedSentences,
    unmentioned: unmentioned ?? [],
    english: english ?? [],
  };
}

function readEveryday(root: string, texts: readonly string[] | undefined): Everyday {
  const found = readIfThere(root, everydayFile);
  if (!found) return [];
  const { data, lineOf } = parseYaml(found.text, everydayFile, everydaySchema);
  const lineOfWord = new Map<string, number>();
  const faults = new Faults();
  data.forEach(({ words }, i) => {
    faults.attempt(() =>
      readEach(words, (word, j) => {
        const line = lineOf([i, 'words', j]);
        const other = lineOfWord.get(word);
        if (other !== undefined) {
          throw new PlanError(
            'vocabulary-word',
            { file: everydayFile, line },
            {
              expected: { en: 'a word of one entry only', zh: '只在一个条目里的词' },
              found: alsoOn(word, other),
            },
          );
        }
        lineOfWord.set(word, line);
      }),
    );
  });
  faults.throwFound();
  const stands = (meaning: string): boolean =>
    !texts || texts.some((plan) => plan.includes(meaning));
  return data
    .map((entry) => {
      return { ...entry, means: entry.means.filter(stands) };
    })
    .filter(({ means }) => means.length > 0);
}

function readQuestions(root: string): Pick<Vocabulary, 'drop' | 'general'> {
  const found = readIfThere(root, questionsFile);
  if (!found) return { drop: [], general: [] };
  return parseYaml(found.text, questionsFile, questionsSchema).data;
}

function readAskedTerms(root: string): AskedTerms {
  const found = readIfThere(root, askedTermsFile);
  if (!found) return [];
  const file = parseYaml(found.text, askedTermsFile, askedTermsSchema);
  refuseTwice(
    file,
    file.data.map(({ term }, i) => [term, [i, 'term']]),
  );
  refuseTwiceWithin(file, ({ asked }) => asked, 'asked');
  return file.data;
}

/** Refuses a word that stands in two entries, or twice in one. */
function refuseWordsTwice(file: YamlFile<readonly { words: string[] }[]>): void {
  refuseTwice(
    file,
    file.data.flatMap(({ words }, i) =>
      words.map((word, j): [string, PropertyKey[]] => [word, [i, 'words', j]]),
    ),
  );
}

function readUnmentioned(root: string): Unmentioned {
  const found = readIfThere(root, unmentionedFile);
  if (!found) return [];
  const file = parseYaml(found.text, unmentionedFile, unmentionedSchema);
  refuseWordsTwice(file);
  return file.data;
}

function readEnglish(root: string): English {
  const found = readIfThere(root, englishFile);
  if (!found) return [];
  const file = parseYaml(found.text, englishFile, englishSchema);
  refuseWordsTwice(file);
  return file.data;
}

function readAskedSentences(root: string, { plan, tasks }: PlanTree): AskedSentences {
  const name = askedSentencesFile(plan.id);
  const found = readIfThere(root, name);
  if (!found) return [];
  const file = parseYaml(found.text, name, askedSentencesSchema);
  readEach(file.data, ({ task, sentence }, i) => {
    const sentences = tasks[task - 1]?.sentences.length;
    if (sentences !== undefined && sentence <= sentences) return;
    throw new PlanError(
      'reference-missing',
      { file: name, line: file.lineOf([i, sentences === undefined ? 'task' : 'sentence']) },
      sentences === undefined
        ? {
            expected: {
              en: `a task of the plan, 1 to ${tasks.length}`,
              zh: `计划的任务，1 到 ${tasks.length}`,
            },
            found: String(task),
          }
        : {
            expected: {
              en: `a sentence of task ${task}, 1 to ${sentences}`,
              zh: `第${task}项任务的句子，1 到 ${sentences}`,
            },
            found: String(sentence),
          },
    );
  });
  refuseTwice(
    file,
    file.data.map(({ task, sentence }, i) => [`${task}.${sentence}`, [i, 'sentence']]),
  );
  refuseTwiceWithin(file, ({ asked }) => asked, 'asked');
  return file.data;
}

/** Refuses a word that stands twice in one list of an entry. */
function refuseTwiceWithin<Entry>(
  file: YamlFile<Entry[]>,
  wordsOf: (entry: Entry) => readonly string[],
  key: string,
): void {
  readEach(file.data, (entry, i) =>
    refuseTwice(
      file,
      wordsOf(entry).map((word, j) => [word, [i, key, j]]),
    ),
  );
}

/** Refuses what is the same as something before it. */
function refuseTwice(
  { file, lineOf }: Pick<YamlFile<unknown>, 'file' | 'lineOf'>,
  words: readonly [word: string, path: PropertyKey[]][],
): void {
  const lineOfWord = new Map<string, number>();
  readEach(words, ([word, path]) => {
    const line = lineOf(path);
    const other = lineOfWord.get(word);
    if (other !== undefined) {
      throw new PlanError(
        'vocabulary-word',
        { file, line },
        {
          expected: { en: 'what is in no other entry', zh: '别的条目没有的内容' },
          found: alsoOn(word, other),
        },
      );
    }
    lineOfWord.set(word, line);
  });
}

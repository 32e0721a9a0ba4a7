import { z } from 'zod';

const word = z.string().min(1);

/** `content/vocabulary/everyday.yaml`: what people say, and the words of a plan that answer them. */
export const everydaySchema = z.array(
  z.strictObject({
    words: z.array(word).min(1),
    /** Words that stand in a plan, the most fitting first. */
    means: z.array(word).min(1),
    /** Who is likely to say it. */
    who: z.array(z.enum(['parent', 'teacher', 'principal', 'student', 'journalist', 'official'])),
  }),
);

/** `content/vocabulary/questions.yaml`: what may be left out of a question, and what says little in it. */
export const questionsSchema = z.strictObject({
  drop: z.array(word),
  /** Words for persons, places and acts of which every plan speaks. */
  general: z.array(word).default([]),
});

/** `content/vocabulary/asked.yaml`: official terms, and the words in which people ask for what they name. */
export const askedTermsSchema = z.array(
  z.strictObject({
    /** As plans print it. An entry whose term stands in no plan sleeps. */
    term: word,
    asked: z.array(word).min(1),
  }),
);

/** `content/plans/<plan>/asked.yaml`: how people would ask for what a sentence says, in words that it does not have. */
export const askedSentencesSchema = z.array(
  z.strictObject({
    task: z.int().positive(),
    sentence: z.int().positive(),
    asked: z.array(word).min(1),
  }),
);

/** `content/vocabulary/english.yaml`: what people type who search in English, and the words of a plan that it means. */
export const englishSchema = z.array(
  z.strictObject({
    words: z.array(z.string().regex(/^[a-z0-9]+(?: [a-z0-9]+)*$/u)).min(1),
    /** As plans print them, the most fitting first. What stands in no plan sleeps. */
    means: z.array(word).min(1),
  }),
);

/** `content/vocabulary/unmentioned.yaml`: what people look for in such plans, and many plans do not speak of. */
export const unmentionedSchema = z.array(
  z.strictObject({
    name: word,
    /** The words for it. An entry of which one stands in a plan sleeps there. */
    words: z.array(word).min(1),
    /** Words of plans that are nearest to it. */
    near: z.array(word).default([]),
  }),
);

/**
 * `content/vocabulary/forms.yaml`: words that programs write wrongly in traditional characters, or read wrongly, each
 * with what is right: a character for each, a reading for each.
 */
export const wordFormsSchema = z.array(
  z
    .strictObject({
      words: word,
      traditional: word.optional(),
      /** Readings with a space between them, as GB/T 16159-2012 writes tones: those of the characters by themselves. */
      pinyin: word.optional(),
    })
    .refine(
      ({ words, traditional, pinyin }) =>
        (traditional ?? words).length === words.length &&
        (pinyin?.split(' ').length ?? words.length) === words.length,
      { message: 'a form for each character of the words' },
    ),
);

export type Everyday = z.infer<typeof everydaySchema>;
export type AskedTerms = z.infer<typeof askedTermsSchema>;
export type AskedSentences = z.infer<typeof askedSentencesSchema>;
export type English = z.infer<typeof englishSchema>;
export type Unmentioned = z.infer<typeof unmentionedSchema>;
export type WordForms = z.infer<typeof wordFormsSchema>;

/** What editors wrote for search. */
export type Vocabulary = {
  everyday: Everyday;
  drop: string[];
  general: string[];
  askedTerms: AskedTerms;
  /** By the id of their plan. */
  askedSentences: ReadonlyMap<string, AskedSentences>;
  unmentioned: Unmentioned;
  english: English;
};

/** English words and what they mean in a plan. Loaded when somebody searches in English. */
export type EnglishWords = readonly (readonly [words: string[], means: string[]])[];

/** What the search of a plan knows beside its text. Loaded when the text alone has no answer. */
export type Related = {
  /** Pairs of words and meanings, the most fitting first. */
  everyday: [string[], string[]][];
  drop: string[];
  /** Words that answer nothing while another one is known. */
  general: string[];
  /** For each sentence of the records, in their order, the words in which people ask for it. */
  asked: string[][];
  /** What the plan does not speak of: the words for it, and words of the plan that are nearest. */
  unmentioned: [string[], string[]][];
};

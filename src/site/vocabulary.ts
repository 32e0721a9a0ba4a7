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

/** `content/vocabulary/questions.yaml`: what may be left out of a question. */
export const questionsSchema = z.strictObject({ drop: z.array(word) });

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

export type Everyday = z.infer<typeof everydaySchema>;

/** What editors wrote for search. */
export type Vocabulary = { everyday: Everyday; drop: string[] };

/** What the search of a plan knows beside its text. Loaded when the text alone has no answer. */
export type Related = {
  /** Pairs of words and meanings. */
  everyday: [string[], string[]][];
  drop: string[];
};

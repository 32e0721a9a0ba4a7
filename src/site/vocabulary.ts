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

export type Everyday = z.infer<typeof everydaySchema>;

/** What editors wrote for search. */
export type Vocabulary = { everyday: Everyday; drop: string[] };

/** What the search of a plan knows beside its text. Loaded when the text alone has no answer. */
export type Related = {
  /** Pairs of words and meanings. */
  everyday: [string[], string[]][];
  drop: string[];
};

import { overlap, sliceSpan } from '../text/span.ts';
import { z } from 'zod';
import { composePlan } from '../text/compose.ts';
import { PlanError, quoteBriefly } from '../text/errors.ts';
import { Faults, readEach } from '../text/faults.ts';
import { type Span, type Task, idSchema } from '../text/schema.ts';
import type { PlanTree } from '../kinds/tree.ts';

const entryFields = {
  term: z.string().min(1),
  /** Other forms that plans print. */
  aliases: z.array(z.string().min(1)).default([]),
  /** Where the definition comes from, or 编者; what it states of law, dates and numbers is nobody's own. */
  source: z.string().min(1),
  /** Ids of other terms. */
  related: z.array(z.string()).default([]),
};

/** The front matter of `content/glossary/*.mdx`; the definition is its text. */
export const termFileSchema = z.strictObject(entryFields);

export const termSchema = z.strictObject({
  ...entryFields,
  id: idSchema,
  /** In plain text, a paragraph a line. */
  definition: z.string().min(1),
});

export type Term = z.infer<typeof termSchema>;

/** Words of a task that a term explains: its first use there. */
export type TermUse = { term: string; task: number; sentence: number; span: Span };

/** The source of a definition that is the editors' own. */
const ownSource = '编者';

/** A number in digits, the title of a document, or a word of law: what a definition takes from elsewhere. */
const statesFact = /[\d０-９]+|《|依法|法律|法规|条例|教育法|国务院|国家规定|国家统一规定/u;

/**
 * Checks terms against each other.
 * @throws PlanError name-clash, reference-missing, term-source
 */
export function checkTerms(
  files: readonly {
    term: Term;
    file: string;
    lineOf: (path: readonly PropertyKey[]) => number;
  }[],
): void {
  const placeOf = new Map<string, string>();
  const faults = new Faults();
  for (const { term, file, lineOf } of files) {
    faults.attempt(() =>
      readEach([term.term, ...term.aliases], (form, i) => {
        const line = lineOf(i === 0 ? ['term'] : ['aliases', i - 1]);
        const other = placeOf.get(form);
        if (other !== undefined) {
          throw new PlanError(
            'name-clash',
            { file, line },
            {
              expected: { en: 'a term that no other file explains', zh: '别的文件没有解释的名词' },
              found: {
                en: `${quoteBriefly(form)}, also in ${other}`,
                zh: `${quoteBriefly(form)}，${other} 也有`,
              },
            },
          );
        }
        placeOf.set(form, `${file}:${line}`);
      }),
    );
    faults.attempt(() =>
      readEach(term.related, (id, i) => {
        if (files.some((other) => other.term.id === id && id !== term.id)) return;
        throw new PlanError(
          'reference-missing',
          { file, line: lineOf(['related', i]) },
          {
            expected: { en: 'the id of another term', zh: '另一个名词的编号' },
            found: quoteBriefly(id),
          },
        );
      }),
    );
    faults.attempt(() => {
      const [fact] = statesFact.exec(term.definition) ?? [];
      if (fact !== undefined && term.source.trim() === ownSource) {
        throw new PlanError(
          'term-source',
          { file, line: lineOf(['source']) },
          {
            expected: {
              en: `the source of what the definition of ${quoteBriefly(term.term)} states of law, dates or numbers (${quoteBriefly(fact)})`,
              zh: `${quoteBriefly(term.term)}的释义写到法律、日期或数字（${quoteBriefly(fact)}）的出处`,
            },
            found: quoteBriefly(term.source),
          },
        );
      }
    });
  }
  faults.throwFound();
}

/**
 * The first use of each term in a task. Where two terms claim the same words, the longer one has them.
 * @returns uses in the order of the source
 */
export function findTermUses(
  { n, sentences }: Pick<Task, 'n' | 'sentences'>,
  terms: readonly Term[],
): TermUse[] {
  const forms = terms
    .flatMap(({ id, term, aliases }) => [term, ...aliases].map((form) => ({ id, form })))
    .sort((a, b) => b.form.length - a.form.length);
  const uses = new Map<string, TermUse>();
  for (const sentence of sentences) {
    const taken: { start: number; end: number }[] = [];
    for (const { id, form } of forms) {
      for (
        let at = sentence.text.indexOf(form);
        at >= 0;
        at = sentence.text.indexOf(form, at + form.length)
      ) {
        const end = at + form.length;
        if (taken.some((other) => overlap({ start: at, end }, other))) continue;
        taken.push({ start: at, end });
        if (uses.has(id)) continue;
        const span = sliceSpan(sentence, at, form);
        uses.set(id, { term: id, task: n, sentence: sentence.n, span });
      }
    }
  }
  return [...uses.values()].sort((a, b) => a.span.start - b.span.start);
}

/**
 * The terms that stand in a plan, by their name or an alias. The others wait for one that has them.
 * @returns the terms as they are published: related to published ones only
 */
export function termsInPlans(terms: readonly Term[], plans: readonly PlanTree[]): Term[] {
  const texts = plans.map(({ plan, sections, tasks }) => composePlan(plan, sections, tasks));
  const found = terms.filter(({ term, aliases }) =>
    [term, ...aliases].some((form) => texts.some((text) => text.includes(form))),
  );
  const ids = new Set(found.map(({ id }) => id));
  return found.map((term) => ({ ...term, related: term.related.filter((id) => ids.has(id)) }));
}

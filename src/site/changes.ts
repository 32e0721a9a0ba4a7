import { z } from 'zod';
import { daySchema } from '../text/schema.ts';
import { told } from '../text/say.ts';

/** What editors say they changed: `content/changes.yaml`, the first change first. */
export const changesFileSchema = z.array(
  z.strictObject({
    date: daySchema,
    what: z.string().min(1),
    /** The id of the plan it is about, if it is about one. */
    plan: z.string().min(1).optional(),
    /** Addresses of the site's pages that it changed. */
    pages: z
      .array(
        z.string().regex(
          /^\/\S*\/$|^\/$/u,
          told({
            en: 'an address of a page, from slash to slash',
            zh: '网页的网址，从斜线写到斜线',
          }),
        ),
      )
      .optional(),
  }),
);

export type ChangesFile = z.infer<typeof changesFileSchema>;

/** A change as it is published. */
export const changeSchema = z.strictObject({
  /** Among all changes of the site, and for ever: the day, and a number if it was not the first of that day. */
  id: z.string(),
  date: daySchema,
  what: z.string(),
  plan: z.string().optional(),
  /** The correction of the plan's text that it was, if it was one. */
  correction: z.string().optional(),
  pages: z.array(z.string()),
});

export type Change = z.infer<typeof changeSchema>;

/** A correction of a plan's text, as far as the list of changes tells of it. */
export type ListedCorrection = {
  plan: string;
  id: string;
  date: string;
  what: string;
  pages: string[];
};

/**
 * All changes of a site, the latest first: those that editors tell, and the corrections of its texts.
 * @param told in the order of the file
 */
export function listChanges(told: ChangesFile, corrections: readonly ListedCorrection[]): Change[] {
  const ofDay = new Map<string, number>();
  const changes: Change[] = told.map(({ pages = [], ...change }) => {
    const n = (ofDay.get(change.date) ?? 0) + 1;
    ofDay.set(change.date, n);
    return { ...change, id: n === 1 ? change.date : `${change.date}-${n}`, pages };
  });
  for (const { plan, id, ...correction } of corrections) {
    changes.push({ ...correction, id: `${plan}-${id}`, plan, correction: id });
  }
  return changes.sort(latestFirst);
}

/** The order of changes on a page and in a feed: the latest first; of one day, the last one first. */
export function latestFirst(a: Change, b: Change): number {
  const order = (x: string | number, y: string | number): number => (x < y ? 1 : x > y ? -1 : 0);
  // `2027-03-01-10` is after `2027-03-01-9`.
  return order(a.date, b.date) || order(a.id.length, b.id.length) || order(a.id, b.id);
}

/** The day of the latest change of each page that a change names: what `lastmod` of a sitemap says. */
export function lastChangeOf(changes: readonly Change[]): Map<string, string> {
  const days = new Map<string, string>();
  for (const { date, pages } of changes) {
    for (const page of pages) if ((days.get(page) ?? '') < date) days.set(page, date);
  }
  return days;
}

import type { Change } from '../site/changes.ts';
import { element, writeXml } from './xml.ts';

/** What a feed is called, and its whole addresses. */
export type FeedFacts = {
  title: string;
  author: string;
  language: string;
  self: string;
  page: string;
  /** The address of a change, which is its id too. */
  addressOf: (change: Change) => string;
};

/** The beginning of a day in China, as RFC 3339 writes it: editors state days, not hours. */
export const dayTime = (day: string): string => `${day}T00:00:00+08:00`;

/**
 * Writes a feed of changes (Atom, RFC 4287). All its dates are those that editors state.
 * @param changes the latest first, at least one
 */
export function writeFeed(changes: readonly [Change, ...Change[]], facts: FeedFacts): string {
  const { title, author, language, self, page, addressOf } = facts;
  const link = (href: string) => element('link', [], { rel: 'alternate', type: 'text/html', href });
  return writeXml(
    element(
      'feed',
      [
        element('id', page),
        element('title', title),
        element('updated', dayTime(changes[0].date)),
        element('author', [element('name', author)]),
        element('link', [], { rel: 'self', type: 'application/atom+xml', href: self }),
        link(page),
        ...changes.map((change) =>
          element('entry', [
            element('id', addressOf(change)),
            element('title', change.what),
            element('updated', dayTime(change.date)),
            link(addressOf(change)),
            element('content', change.what, { type: 'text' }),
          ]),
        ),
      ],
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language },
    ),
  );
}

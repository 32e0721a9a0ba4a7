import type { APIRoute } from 'astro';
import { writeFeed } from '../exports/feed.ts';
import { getChanges, getSite } from '../queries.ts';
import { changeStrings, strings } from '../words/strings.ts';
import { changeUrl, changesUrl, feedUrl } from '../urls.ts';

/** A feed names whole addresses: there is none while the site's public one is not known, or no change is told. */
export const getStaticPaths = async () =>
  import.meta.env.SITE && (await getChanges()).length > 0 ? [{ params: { feed: 'feed' } }] : [];

export const GET: APIRoute = async ({ site }) => {
  const [first, ...others] = await getChanges();
  if (!first) throw new Error('a feed without changes');
  const { name } = await getSite();
  const whole = (path: string): string => new URL(path, site).href;
  const xml = writeFeed([first, ...others], {
    title: `${changeStrings.title} - ${name}`,
    author: name,
    language: strings.language,
    self: whole(feedUrl()),
    page: whole(changesUrl()),
    addressOf: ({ id }) => whole(changeUrl(id)),
  });
  return new Response(xml, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
};

import type { NameMatch } from './comparison.ts';

/** A named thing, as far as it is compared. */
type Named = { id: string; name: string; aliases: readonly string[] };

/** What a name has beside itself: its state, or the years it is for. */
const state = /[（(](?:试行|暂行|草案|征求意见稿|送审稿|修订|修订稿|讨论稿)[）)]/gu;
const period = /[（(](?:\d{4}\s*[—–\-~至]+\s*\d{4})年?[）)]/u;

/** A name ends with another if nothing but who issues it stands before: 云溪市学前教育条例, 学前教育条例. */
const issuer = /(?:省|市|区|县|州|盟|旗|局|厅|部|委|院|会)$/u;
const shortest = 5;

/** How two names are one: by every character, but for what stands beside the name, or not at all. */
export function sameName(a: string, b: string): 'same' | 'near' | undefined {
  const [ours, theirs] = [plainName(a), plainName(b)];
  if (ours === theirs) return 'same';
  const [from, to] = [ours, theirs].map((name) => period.exec(name)?.[0]);
  if (from !== undefined && to !== undefined && from !== to) return undefined;
  const [short, long] = [ours, theirs]
    .map((name) => name.replace(state, '').replace(period, ''))
    .sort((x, y) => x.length - y.length) as [string, string];
  if (short === long) return 'near';
  const head = long.slice(0, long.length - short.length);
  return short.length >= shortest && long.endsWith(short) && issuer.test(head) ? 'near' : undefined;
}

const plainName = (name: string): string => name.replace(/[\s《》〈〉“”"]/gu, '');

/** How two things have one name, by any of their names. */
export function sameThing(a: Named, b: Named): 'same' | 'near' | undefined {
  const ways = [a.name, ...a.aliases].flatMap((ours) =>
    [b.name, ...b.aliases].map((theirs) => sameName(ours, theirs)),
  );
  return ways.includes('same') ? 'same' : ways.includes('near') ? 'near' : undefined;
}

/** The things that two plans name alike, in the order of the earlier: each once, first those whose names are the same. */
export function matchNames(earlier: readonly Named[], later: readonly Named[]): NameMatch[] {
  const found = new Map<string, NameMatch>();
  const taken = new Set<string>();
  for (const wanted of ['same', 'near'] as const) {
    for (const one of earlier) {
      if (found.has(one.id)) continue;
      const other = later.find(({ id, ...rest }) => {
        return !taken.has(id) && sameThing(one, { id, ...rest }) === wanted;
      });
      if (!other) continue;
      taken.add(other.id);
      const isSame = sameName(one.name, other.name) === 'same';
      found.set(one.id, { earlier: one.id, later: other.id, sameName: isSame });
    }
  }
  return earlier.flatMap(({ id }) => found.get(id) ?? []);
}

import { type Forms, textEnd } from './forms.ts';

/** A text, and the form of each of its UTF-16 units; the unit itself where it has no other. */
export type Example = { text: string; forms: readonly string[] };

type Place = { example: Example; at: number; form: string };

/** How long the words may be that tell a form: their place of the character must be one digit. */
const longest = 10;

/**
 * Learns forms from texts: what `readForms` makes of the result gives every text its forms, unless the whole of a short
 * text has them in two ways. Each character has the form that it has most often; for each other form as few and as short words
 * are kept as tell its places from all others of these texts.
 */
export function learnForms(examples: readonly Example[]): Forms {
  const forms: Forms = { usual: {}, within: {} };
  for (const [character, places] of placesOf(examples)) {
    const counts = new Map<string, number>();
    for (const { form } of places) counts.set(form, (counts.get(form) ?? 0) + 1);
    const [[usual] = [character]] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
    if (usual !== character) forms.usual[usual] = (forms.usual[usual] ?? '') + character;
    if (counts.size === 1) continue;
    for (const [form, words] of wordsThatTell(places, usual)) {
      (forms.within[form] ??= []).push(...words);
    }
  }
  return forms;
}

/** Where each character stands, in the order of the characters. */
function placesOf(examples: readonly Example[]): [string, Place[]][] {
  const places = new Map<string, Place[]>();
  for (const example of examples) {
    example.forms.forEach((form, at) => {
      const character = example.text.charAt(at);
      const known = places.get(character);
      if (known) known.push({ example, at, form });
      else places.set(character, [{ example, at, form }]);
    });
  }
  return [...places].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The words in which a character has another form than it usually has, by that form. */
function wordsThatTell(places: readonly Place[], usual: string): Map<string, string[]> {
  const told = new Map<string, string[]>();
  let left = new Set(places.filter(({ form }) => form !== usual));
  for (let length = 2; left.size > 0 && length <= longest; length += 1) {
    const windows = new Map<string, Place[]>();
    // Those of the usual form, too: words that stand there tell nothing.
    for (const place of places) {
      for (const window of windowsAround(place, length)) {
        const known = windows.get(window);
        if (known) known.push(place);
        else windows.set(window, [place]);
      }
    }
    const sure = [...windows].filter(
      ([, [first, ...others]]) =>
        first !== undefined &&
        first.form !== usual &&
        others.every(({ form }) => form === first.form),
    );
    sure.sort(([a, some], [b, more]) => more.length - some.length || (a < b ? -1 : 1));
    for (const [window, found] of sure) {
      if (!found.some((place) => left.has(place))) continue;
      const form = found[0]?.form ?? usual;
      told.set(form, [...(told.get(form) ?? []), window]);
      left = new Set([...left].filter((place) => !found.includes(place)));
    }
  }
  return told;
}

/** The words of a length around a place, each after the place of the character in it. */
function windowsAround({ example: { text }, at }: Place, length: number): string[] {
  const windows: string[] = [];
  for (let before = 0; before < length; before += 1) {
    const start = at - before;
    const words = text.slice(Math.max(start, 0), start + length);
    if (start >= 0 && words.length === length && !words.includes(textEnd)) {
      windows.push(String(before) + words);
    }
  }
  return windows;
}

import type { FindForms } from '../reading-settings/forms.ts';
import { loadForms } from './load-forms.ts';
import { make } from './markup.ts';
import { planWords } from './plan-words.ts';
import { cutText, keepRanges, sourceText } from './source-text.ts';

let isSet = false;

/** Readings that are set in one go: a whole plan has thousands, and a page must answer meanwhile. */
const mostAtOnce = 400;

/**
 * Sets pinyin over the plan's words. The readings are generated content of `<rt>`, as notes within the text are: so they
 * are no part of the text that is selected, copied, found, read aloud and counted in. They are set once; the settings'
 * stylesheet shows them or not.
 */
export async function setPinyin(): Promise<void> {
  if (isSet) return;
  isSet = true;
  try {
    const quoted = document.querySelectorAll('article blockquote [data-plan-text]');
    const parts = [...new Set([...planWords(), ...Array.from(quoted)])];
    // A page without the plan's words asks for nothing.
    const findForms: FindForms = parts.length > 0 ? await loadForms('pinyin') : () => [];
    while (parts.length > 0) {
      const spelled: Spelled[] = [];
      while (parts.length > 0 && spelled.length < mostAtOnce) {
        const part = parts.shift() as Element;
        spelled.push(...cutToSpell(part, findForms(sourceText(part))));
      }
      keepRanges(() => spelled.forEach(setOver));
      if (parts.length > 0) await new Promise((resolve) => setTimeout(resolve));
    }
    // Until now the stylesheet of the settings held back the page.
    document.documentElement.dataset['pinyin'] = 'ready';
  } catch {
    isSet = false;
  }
}

/** A text of one character, and how it is read. */
type Spelled = { text: Text; reading: string };

/**
 * Cuts out the characters that have a reading.
 * @param readings of each UTF-16 unit of an element's text
 */
function cutToSpell(part: Element, readings: readonly (string | undefined)[]): Spelled[] {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  const spelled: Spelled[] = [];
  let start = 0;
  for (const node of nodes) {
    const { length } = node;
    // From the end, so that the places before stay right.
    for (let i = length - 1; i >= 0; i -= 1) {
      const reading = readings[start + i];
      if (reading === undefined) continue;
      if (i + 1 < node.length) cutText(node, i + 1);
      spelled.push({ text: i === 0 ? node : cutText(node, i), reading });
    }
    start += length;
  }
  return spelled;
}

function setOver({ text, reading }: Spelled): void {
  const ruby = make('ruby', {});
  text.replaceWith(ruby);
  const letters = String(reading.length);
  ruby.append(
    text,
    make('rt', { 'data-pinyin': reading, 'data-letters': letters, 'aria-hidden': 'true' }),
  );
}

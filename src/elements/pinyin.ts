import { loadForms } from './load-forms.ts';
import { make } from './markup.ts';
import { planWords } from './plan-words.ts';
import { cutText, keepRanges, sourceOf, sourceText } from './source-text.ts';

let isSet = false;

/**
 * Sets pinyin over the plan's words. The readings are generated content of `<rt>`, as notes within the text are: so they
 * are no part of the text that is selected, copied, found, read aloud and counted in. They are set once; the settings'
 * stylesheet shows them or not.
 */
export async function setPinyin(): Promise<void> {
  if (isSet) return;
  isSet = true;
  try {
    const findForms = await loadForms('pinyin');
    const quoted = document.querySelectorAll('article blockquote [data-plan-text]');
    keepRanges(() => {
      for (const part of new Set([...planWords(), ...Array.from(quoted)])) {
        setOver(part, findForms(sourceText(part)));
      }
    });
    // Until now the stylesheet of the settings held back the page.
    document.documentElement.dataset['pinyin'] = 'ready';
  } catch {
    isSet = false;
  }
}

/** @param readings of each UTF-16 unit of an element's text */
function setOver(part: Element, readings: readonly (string | undefined)[]): void {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  let start = 0;
  for (const node of nodes) {
    const { length } = sourceOf(node);
    // From the end, so that the places before stay right.
    for (let i = length - 1; i >= 0; i -= 1) {
      const reading = readings[start + i];
      if (reading === undefined) continue;
      if (i + 1 < node.length) cutText(node, i + 1);
      const character = i === 0 ? node : cutText(node, i);
      const ruby = make('ruby', {});
      character.replaceWith(ruby);
      ruby.append(character, make('rt', { 'data-pinyin': reading, 'aria-hidden': 'true' }));
    }
    start += length;
  }
}

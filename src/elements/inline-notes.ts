import { sourceText } from './source-text.ts';

/**
 * Sets what is said of a word after it (夹注): the words stand in an attribute, for the stylesheet to show, so that the
 * text of the page stays the plan's. It is said once a page. The notes are folded away until their word is tapped.
 */
export function glossWords(): void {
  const told = new Set<string>();
  for (const word of document.querySelectorAll<HTMLElement>('.term, .noted')) {
    const link = word.matches('a') ? word : word.querySelector('a:last-child');
    const note = document.getElementById((link?.getAttribute('href') ?? '').replace(/^#/u, ''));
    if (!note) continue;
    const said = Array.from(note.childNodes).filter((part) => !(part instanceof HTMLAnchorElement));
    const gloss = said.map(sourceText).join('').trim();
    if (told.has(gloss)) continue;
    told.add(gloss);
    word.dataset['gloss'] = gloss;
  }
  for (const notes of document.querySelectorAll('.notes')) notes.classList.add('glossed');
}

/**
 * Sets what is said of a word after it (夹注): the words stand in an attribute, for the stylesheet to show, so that the
 * text of the page stays the plan's. The notes they are from are folded away.
 */
export function glossWords(): void {
  for (const word of document.querySelectorAll<HTMLElement>('.term, .noted')) {
    const link = word.matches('a') ? word : word.querySelector('a:last-child');
    const note = document.getElementById((link?.getAttribute('href') ?? '').replace(/^#/u, ''));
    if (!note) continue;
    const said = Array.from(note.childNodes).filter((part) => !(part instanceof HTMLAnchorElement));
    word.dataset['gloss'] = said
      .map((part) => part.textContent)
      .join('')
      .trim();
  }
  for (const notes of document.querySelectorAll('.notes')) notes.classList.add('glossed');
}

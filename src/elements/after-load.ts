import { keepOffline } from './keep-offline.ts';

/**
 * What a page has when it has loaded, and reading does not wait for. It comes with every page in one request, and so
 * shares no module with others: each would be one more.
 */
export async function afterLoad(): Promise<void> {
  offerKeys();
  closeNotes();
  moveLines();
  recallWords();
  completeAddress();
  if ('serviceWorker' in navigator) await keepOffline();
}

/** `/`, where nothing is being typed, and Ctrl or ⌘ with K lead to the search box. */
function offerKeys(): void {
  const input = document.querySelector<HTMLInputElement>('plan-search input');
  if (!input) return;
  document.addEventListener('keydown', (event) => {
    const { isContentEditable, tagName } = event.target as HTMLElement;
    const typing = isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/u.test(tagName);
    const withKey = event.ctrlKey || event.metaKey;
    const asks =
      (event.key === '/' && !typing && !withKey && !event.altKey) ||
      (event.key.toLowerCase() === 'k' && withKey);
    if (!asks || event.isComposing) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}

/** Notes that lie over the page are closed by Escape, and by a touch of anything but them and their word. */
function closeNotes(): void {
  const close = (touched?: Element): void => {
    for (const note of document.querySelectorAll<HTMLDetailsElement>('.notes [open]')) {
      const lies = [note, note.lastElementChild].some(
        (part) => part && /absolute|fixed/u.test(getComputedStyle(part).position),
      );
      const word = touched?.closest('a')?.hash.slice(1);
      const isOwn =
        note.contains(touched ?? null) || (word && note.querySelector('[id]')?.id === word);
      if (!lies || isOwn) continue;
      const hadFocus = note.contains(document.activeElement);
      note.open = false;
      if (hadFocus && !touched) note.querySelector('summary')?.focus();
    }
  };
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
  document.addEventListener('pointerdown', ({ target }) => close(target as Element));
}

/** What goes on sideways is moved by a touch of its arrow, too: see `slides.css`. */
function moveLines(): void {
  document.addEventListener('click', ({ target }) => {
    const line = target as Element;
    if (line.matches('.slides')) line.scrollBy(line.clientWidth / 2, 0);
  });
}

/** Who comes back finds in the box what was looked for there: see `leave` of `plan-search.ts`. */
function recallWords(): void {
  const input = document.querySelector<HTMLInputElement>('plan-search input');
  const asked: unknown = history.state?.asked;
  if (input && !input.value && typeof asked === 'string') input.value = asked;
}

/** The address of a page in words is whole: where the build knew no origin, that of the window. */
function completeAddress(): void {
  const address = document.querySelector('.address code');
  if (address) address.textContent = location.origin + location.pathname;
}

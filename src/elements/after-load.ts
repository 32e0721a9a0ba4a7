import { keepOffline } from './keep-offline.ts';

/**
 * What a page has when it has loaded, and reading does not wait for. It comes with every page in one request, and so
 * shares no module with others: each would be one more.
 */
export async function afterLoad(): Promise<void> {
  offerKeys();
  closeNotes();
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

/** Notes that lie over the margin are closed by Escape, and by a touch of anything else. */
function closeNotes(): void {
  const close = (but?: Element | null): void => {
    for (const note of document.querySelectorAll<HTMLDetailsElement>('.notes [open]')) {
      const lies = note.lastElementChild && getComputedStyle(note.lastElementChild).position;
      if (note === but || lies !== 'absolute') continue;
      const hadFocus = note.contains(document.activeElement);
      note.open = false;
      if (hadFocus && !but) note.querySelector('summary')?.focus();
    }
  };
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
  document.addEventListener('pointerdown', ({ target }) => {
    close((target as Element).closest('.notes details'));
  });
}

import { loadStyle } from './load-style.ts';
import stylesheet from './open-note.css?url';

/**
 * Opens what is said of a word where the reader is: in the margin beside its sentence, or at the foot of a small window.
 * The same word closes it, and Escape leads back to the word; a link that leads elsewhere is followed.
 */
export function open(link: HTMLAnchorElement): void {
  const details = document.getElementById(link.hash.slice(1))?.closest('details');
  if (!details) {
    location.assign(link.href);
    return;
  }
  const isAgain = details.open && details.classList.contains('told');
  for (const other of document.querySelectorAll<HTMLDetailsElement>('.told')) {
    other.open = false;
    other.classList.remove('told');
  }
  if (isAgain) return;
  // Where notes stand after their words, those of this sentence are back.
  details.closest('.glossed')?.classList.remove('glossed');
  details.classList.add('told');
  void loadStyle(stylesheet).then(() => {
    details.open = true;
    details.querySelector('summary')?.focus({ preventScroll: true });
    // At the foot of a small window it may lie over the word that it is about.
    const over = link.getBoundingClientRect().bottom - details.getBoundingClientRect().top;
    if (getComputedStyle(details).position === 'fixed' && over > 0) scrollBy(0, over + 24);
  });
  details.onkeydown = ({ key }) => {
    if (key !== 'Escape') return;
    details.open = false;
    link.focus({ preventScroll: true });
  };
}

import { loadStyle } from './load-style.ts';
import stylesheet from './open-note.css?url';

/**
 * Opens what is said of a word where the reader is: in the margin beside its sentence, or at the foot of a small window.
 * Escape leads back to the word; a link that leads elsewhere is followed.
 */
export function open(link: HTMLAnchorElement): void {
  const details = document.getElementById(link.hash.slice(1))?.closest('details');
  if (!details) {
    location.assign(link.href);
    return;
  }
  for (const other of document.querySelectorAll<HTMLDetailsElement>('.told')) {
    other.open = false;
    other.classList.remove('told');
  }
  // Where notes stand after their words, those of this sentence are back.
  details.closest('.glossed')?.classList.remove('glossed');
  details.classList.add('told');
  void loadStyle(stylesheet).then(() => {
    details.open = true;
    details.querySelector('summary')?.focus({ preventScroll: true });
  });
  details.onkeydown = ({ key }) => {
    if (key !== 'Escape') return;
    details.open = false;
    link.focus({ preventScroll: true });
  };
}

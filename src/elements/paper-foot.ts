import { dayOf } from '../citation/day.ts';

/** Has the foot of a printed page tell the reader's day and the address that the reader is at. */
export function datePaper(): void {
  addEventListener('beforeprint', () => {
    const foot = document.querySelector('.paper');
    if (!foot) return;
    const time = foot.querySelector('time');
    const address = foot.lastElementChild;
    if (time) time.textContent = `[${dayOf(new Date())}]. `;
    if (address) address.textContent = location.href.split('#', 1).join('');
  });
}

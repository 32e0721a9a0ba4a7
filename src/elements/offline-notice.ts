import { offlineStrings } from '../words/strings.ts';
import stylesheet from './offline-notice.css?url';
import { loadStyle } from './load-style.ts';
import { make } from './markup.ts';

const notice = make('p', { class: 'offline', role: 'status' });

/** Says above the page that there is no network, or takes that back. */
export function tellOffline(isOffline: boolean): void {
  notice.textContent = isOffline ? offlineStrings.notice : '';
  notice.hidden = !isOffline;
  if (!isOffline || notice.isConnected) return;
  void loadStyle(stylesheet);
  document.querySelector('header')?.after(notice);
}

import { arrive, handedOver, markKey, recall, store } from './handed-over.ts';
import { allIndexUrl, fullUrl, homeUrl, indexUrl, pagefindUrl, searchUrl } from '../urls.ts';
import type { SearchPage } from './search-page.ts';
import type { SearchView } from './search-view.ts';
import type { Settings } from './settings.ts';

const recentKey = 'jihua-recent';
const mostRecent = 6;
const shorten = (words: string): string => words.slice(0, 50);

/**
 * `<plan-search>` around a search form: answers while the reader types. It is loaded when the reader shows intent, see
 * load-search.ts. Without it the form leads to the search page.
 *
 * Attributes: `data-of` the plan that it searches, `data-plan` the same if it is not the one that the search page
 * searches; `data-page` on the search page itself.
 */
export class PlanSearch extends HTMLElement {
  // Not `#private`: for browsers of the baseline that would be compiled to a table for each.
  declare private listening: AbortController | undefined;
  declare private view: Promise<SearchView> | undefined;
  /** The history of the search page, which no other page needs. */
  declare private page: SearchPage | undefined;
  /** Focus comes back to the box because the reader closed the results, not to open them. */
  declare private closing: boolean | undefined;

  connectedCallback(): void {
    this.listening = new AbortController();
    const { signal } = this.listening;
    const input = this.input;
    input.addEventListener('focus', () => void this.open(), { signal });
    // Who closed it and stayed in the box asks for it again.
    input.addEventListener('click', () => this.results.hidden && void this.open(), { signal });
    input.addEventListener('pointerenter', () => void this.load(), { signal });
    input.addEventListener(
      'input',
      (event) => {
        // An input method is still composing: its letters are not yet a query.
        if (!(event as InputEvent).isComposing) void this.search();
      },
      { signal },
    );
    input.addEventListener('compositionend', () => void this.search(), { signal });
    this.querySelector('form')?.addEventListener('submit', (event) => this.submit(event), {
      signal,
    });
    this.addEventListener('keydown', (event) => this.move(event), { signal });
    for (const way of ['click', 'auxclick', 'contextmenu'] as const) {
      this.addEventListener(way, (event) => this.leave(event), { signal });
    }
    if (this.isPage) this.addEventListener('click', (event) => void this.turn(event), { signal });
    if (this.isPage) {
      addEventListener('popstate', () => void this.restore(), { signal });
      // WebKit empties the box after all else when a reader comes back.
      addEventListener(
        'pageshow',
        ({ persisted }) => (persisted || !this.input.value) && void this.restore(),
        { signal },
      );
      this.results.hidden = true;
      void this.restore();
    } else {
      document.addEventListener(
        'pointerdown',
        ({ target }) => {
          if (target instanceof Node && !this.contains(target)) this.close();
        },
        { signal },
      );
      this.addEventListener(
        'focusout',
        ({ relatedTarget }) => {
          if (relatedTarget instanceof Node && !this.contains(relatedTarget)) this.close();
        },
        { signal },
      );
      // The reader is there already: that is why this was loaded.
      if (document.activeElement === input) void this.open();
    }
  }

  disconnectedCallback(): void {
    this.listening?.abort();
  }

  private get input(): HTMLInputElement {
    return this.querySelector('input') as HTMLInputElement;
  }

  private get results(): HTMLElement {
    return this.querySelector('.results') as HTMLElement;
  }

  private get isPage(): boolean {
    return this.dataset['page'] !== undefined;
  }

  /** The view, or nothing if its code does not come: then the words that wait on the page say so. */
  private async load(): Promise<SearchView | undefined> {
    this.view ??= this.loadView();
    const { view, results } = this;
    try {
      return await view;
    } catch {
      // It may pass: the next key or focus tries again. A form that is sent asks the site anew.
      if (this.view === view) this.view = undefined;
      results.removeAttribute('aria-busy');
      return undefined;
    }
  }

  private async loadView(): Promise<SearchView> {
    // Until the view is there, the page's own words say that it is coming.
    this.results.setAttribute('aria-busy', 'true');
    const [{ SearchView: View }, page] = await Promise.all([
      import('./search-view.ts'),
      this.isPage ? import('./search-page.ts') : undefined,
    ]);
    if (page) this.page = new page.SearchPage();
    const { of = '', plan, page: onPage } = this.dataset;
    const settings: Settings = {
      index: indexUrl(of),
      all: allIndexUrl(),
      script: pagefindUrl(),
      version: import.meta.env.DEPLOYMENT,
      root: homeUrl(),
      full: fullUrl(of),
      search: searchUrl(),
      ...(plan === undefined ? {} : { plan }),
      ...(onPage === undefined ? {} : { page: onPage }),
    };
    return new View(this.results, settings, this.recent);
  }

  private async open(): Promise<void> {
    if (this.closing) {
      this.closing = false;
      return;
    }
    // Of words that wait it is said at once that they are being looked up.
    const waits = this.input.value !== '';
    if (waits) this.results.hidden = false;
    const view = await this.load();
    if (!waits && !this.isPage && document.activeElement !== this.input) return;
    this.results.hidden = false;
    await view?.show(this.input.value);
  }

  private close(): void {
    if (!this.isPage) this.results.hidden = true;
  }

  private async search(): Promise<void> {
    this.results.hidden = false;
    const view = await this.load();
    this.page?.typed(this.input.value);
    await view?.show(this.input.value);
  }

  private async restore(): Promise<void> {
    const address = new URLSearchParams(location.search);
    this.input.value = address.get('q') ?? '';
    for (const choice of this.querySelectorAll<HTMLElement>('a[data-plan]')) {
      const isChosen =
        choice.dataset['plan'] ===
        (address.get('scope') === 'all' ? '*' : (address.get('plan') ?? this.dataset['of']));
      if (isChosen) choice.setAttribute('aria-current', 'true');
      else choice.removeAttribute('aria-current');
    }
    // An address without a query asks for nothing yet, unless the reader is in the box already.
    if (this.input.value === '' && this.view === undefined) {
      if (document.activeElement === this.input) void this.open();
      return;
    }
    this.results.hidden = false;
    const view = await this.load();
    await view?.show(this.input.value);
    this.page?.returned();
  }

  private submit(event: SubmitEvent): void {
    this.remember(this.input.value);
    // Without its code the page is loaded anew, perhaps from a later deployment.
    if (!this.page) return;
    event.preventDefault();
    this.page.settled(this.input.value);
    void this.search();
  }

  private move(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      // A search field would clear itself, and so search again.
      event.preventDefault();
      this.close();
      this.closing = document.activeElement !== this.input;
      this.input.focus();
      return;
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    if (this.results.hidden && event.key === 'ArrowDown') void this.open();
    const found = this.results.querySelectorAll<HTMLElement>('a, button');
    // Filters are reached by Tab; arrows are for what was found.
    const stops = [this.input, ...[...found].filter((stop) => !stop.closest('.filters'))];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (at < 0 || !next || this.results.hidden) return;
    event.preventDefault();
    next.focus();
  }

  /** Notes what to mark on the page that a hit leads to, and remembers the query. */
  private leave(event: MouseEvent): void {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-words]');
    if (!link) return;
    this.remember(this.input.value);
    if (!this.isPage) history.replaceState({ ...history.state, asked: this.input.value }, '');
    const address = link.pathname + link.hash;
    const others = handedOver().filter(([, other]) => other !== address);
    const words = link.dataset['words'] ?? '';
    const all = [[String(Date.now()), address, words], ...others];
    store(
      markKey,
      all.slice(0, 20).map((one) => one.join('\n')),
    );
    if (event.type !== 'click' || goesElsewhere(event) || link.pathname !== location.pathname)
      return;
    // It leads to a place on this very page, which is no arrival of a page; the browser goes there after this event.
    this.close();
    setTimeout(arrive);
  }

  /** Another search on the search page itself, with other words or filters: the page need not be loaded again. */
  private async turn(event: MouseEvent): Promise<void> {
    const link = (event.target as Element).closest('a');
    const here = link?.origin === location.origin && link.pathname === location.pathname;
    if (!link || goesElsewhere(event) || !here || !this.page) return;
    event.preventDefault();
    const address = new URL(link.href);
    // A choice of plan is written without the words, which it leaves as they are.
    if (link.dataset['plan'] !== undefined && this.input.value) {
      address.searchParams.set('q', this.input.value);
    }
    this.page?.visit(address.href);
    await this.restore();
    const same = [...this.results.querySelectorAll('a')].find(({ href }) => href === link.href);
    (same ?? this.results.querySelector<HTMLElement>('li > a'))?.focus();
  }

  private get recent(): { list: () => string[]; clear: () => void } {
    return {
      // Other sites of the same origin may have written there.
      list: () => recall(recentKey).slice(0, mostRecent).map(shorten),
      clear: () => store(recentKey, []),
    };
  }

  private remember(query: string): void {
    const words = shorten(query.trim());
    if (!words) return;
    const others = this.recent.list().filter((word) => word !== words);
    store(recentKey, [words, ...others].slice(0, mostRecent));
  }
}

/** Whether a click opens another tab or window, or saves. */
function goesElsewhere(event: MouseEvent): boolean {
  return event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
}

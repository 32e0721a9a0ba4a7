import type { SearchView } from './search-view.ts';

const recentKey = 'jihua-recent';
const markKey = 'jihua-mark';

/**
 * `<plan-search>` around a search form: answers while the reader types. Nothing is loaded before the
 * reader shows intent. Without it the form leads to the search page.
 *
 * Attributes: `data-index` the folder of the plan's index, `data-all` that of all plans, `data-script`
 * pagefind.js, `data-root` the address of the site, `data-full` the whole text, `data-plan` the plan if it
 * is not the one that the search page searches; `data-page` on the search page itself.
 */
class PlanSearch extends HTMLElement {
  #listening: AbortController | undefined;
  #view: Promise<SearchView> | undefined;
  /** Focus comes back to the box because the reader closed the results, not to open them. */
  #closing = false;

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const input = this.#input;
    input.addEventListener('focus', () => void this.#open(), { signal });
    input.addEventListener('pointerenter', () => void this.#load().catch(() => undefined), {
      signal,
    });
    input.addEventListener(
      'input',
      (event) => {
        // An input method is still composing: its letters are not yet a query.
        if (!(event as InputEvent).isComposing) void this.#search();
      },
      { signal },
    );
    input.addEventListener('compositionend', () => void this.#search(), { signal });
    this.querySelector('form')?.addEventListener('submit', (event) => this.#submit(event), {
      signal,
    });
    this.addEventListener('keydown', (event) => this.#move(event), { signal });
    for (const way of ['click', 'auxclick'] as const) {
      this.addEventListener(way, (event) => this.#leave(event), { signal });
    }
    if (this.#isPage) this.addEventListener('click', (event) => void this.#turn(event), { signal });
    document.addEventListener('keydown', (event) => this.#shortcut(event), { signal });
    if (this.#isPage) {
      addEventListener('popstate', () => void this.#restore(), { signal });
      void this.#restore();
    } else {
      document.addEventListener(
        'pointerdown',
        ({ target }) => {
          if (target instanceof Node && !this.contains(target)) this.#close();
        },
        { signal },
      );
      this.addEventListener(
        'focusout',
        ({ relatedTarget }) => {
          if (relatedTarget instanceof Node && !this.contains(relatedTarget)) this.#close();
        },
        { signal },
      );
    }
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  get #input(): HTMLInputElement {
    return this.querySelector('input') as HTMLInputElement;
  }

  get #results(): HTMLElement {
    return this.querySelector('.results') as HTMLElement;
  }

  get #isPage(): boolean {
    return this.dataset['page'] !== undefined;
  }

  #load(): Promise<SearchView> {
    this.#view ??= import('./search-view.ts').then(
      ({ SearchView: View }) => new View(this.#results, { ...this.dataset }, this.#recent),
    );
    // A failure may pass: the next key tries again.
    this.#view.catch(() => (this.#view = undefined));
    return this.#view;
  }

  /** Says that what is loaded late did not come, in words that came with the page. */
  #fail(): void {
    const { failed = '', full = '' } = this.dataset;
    const words = document.createElement('p');
    const link = document.createElement('a');
    words.setAttribute('role', 'status');
    link.href = full;
    link.textContent = full;
    words.append(failed, link);
    this.#results.replaceChildren(words);
    this.#results.hidden = false;
  }

  async #open(): Promise<void> {
    if (this.#closing) {
      this.#closing = false;
      return;
    }
    const view = await this.#load().catch(() => undefined);
    if (!view) this.#fail();
    if (!view || (!this.#isPage && document.activeElement !== this.#input)) return;
    this.#results.hidden = false;
    await view.show(this.#input.value);
  }

  #close(): void {
    if (!this.#isPage) this.#results.hidden = true;
  }

  async #search(): Promise<void> {
    const view = await this.#load().catch(() => undefined);
    if (!view) return this.#fail();
    this.#results.hidden = false;
    if (this.#isPage) this.#rewrite(history.replaceState.bind(history));
    await view.show(this.#input.value);
  }

  #rewrite(write: History['pushState']): void {
    const url = new URL(location.href);
    if (this.#input.value) url.searchParams.set('q', this.#input.value);
    else url.searchParams.delete('q');
    if (url.href !== location.href) write(null, '', url);
  }

  async #restore(): Promise<void> {
    this.#input.value = new URLSearchParams(location.search).get('q') ?? '';
    // An address without a query asks for nothing yet.
    if (this.#input.value === '' && this.#view === undefined) return;
    const view = await this.#load().catch(() => undefined);
    if (view) await view.show(this.#input.value);
    else this.#fail();
  }

  #submit(event: SubmitEvent): void {
    this.#remember(this.#input.value);
    if (!this.#isPage) return;
    event.preventDefault();
    this.#rewrite(history.pushState.bind(history));
    void this.#search();
  }

  #shortcut(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    const typing = target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/u.test(target.tagName);
    const asks =
      (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) ||
      (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey));
    if (!asks || event.isComposing) return;
    event.preventDefault();
    this.#input.focus();
    this.#input.select();
  }

  #move(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      // A search field would clear itself, and so search again.
      event.preventDefault();
      this.#close();
      this.#closing = document.activeElement !== this.#input;
      this.#input.focus();
      return;
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const found = this.#results.querySelectorAll<HTMLElement>('a, button');
    // Filters are reached by Tab; arrows are for what was found.
    const stops = [this.#input, ...[...found].filter((stop) => !stop.closest('.filters'))];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (at < 0 || !next || this.#results.hidden) return;
    event.preventDefault();
    next.focus();
  }

  /** Notes what to mark on the page that a hit leads to, and remembers the query. */
  #leave(event: MouseEvent): void {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-words]');
    if (!link) return;
    this.#remember(this.#input.value);
    // The page may open in another tab, which shares only this storage.
    const words = [link.pathname, link.dataset['words'], Date.now()];
    store('localStorage', markKey, JSON.stringify(words));
  }

  /** Another search on the search page itself, with other words or filters: the page need not be loaded again. */
  async #turn(event: MouseEvent): Promise<void> {
    const link = (event.target as Element).closest('a');
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!link || elsewhere || link.origin + link.pathname !== location.origin + location.pathname) {
      return;
    }
    event.preventDefault();
    history.pushState(null, '', link.href);
    await this.#restore();
    const same = [...this.#results.querySelectorAll('a')].find(({ href }) => href === link.href);
    // A chosen filter may be folded away again.
    const summary = same?.closest('details')?.querySelector('summary');
    (summary ?? same ?? this.#results.querySelector<HTMLElement>('li > a'))?.focus();
  }

  get #recent(): { list: () => string[]; clear: () => void } {
    return {
      list: () => recall('localStorage', recentKey).filter((word) => typeof word === 'string'),
      clear: () => store('localStorage', recentKey, '[]'),
    };
  }

  #remember(query: string): void {
    const words = query.trim().slice(0, 50);
    if (!words) return;
    const others = this.#recent.list().filter((word) => word !== words);
    store('localStorage', recentKey, JSON.stringify([words, ...others].slice(0, 6)));
  }
}

// Storage may be forbidden; then nothing is remembered.
function store(storage: 'localStorage' | 'sessionStorage', key: string, value: string): void {
  try {
    window[storage].setItem(key, value);
  } catch {
    // See above.
  }
}

/** A list from a storage; an empty one if there is none, or what is there is damaged. */
function recall(storage: 'localStorage' | 'sessionStorage', key: string): unknown[] {
  try {
    const value: unknown = JSON.parse(window[storage].getItem(key) ?? '[]');
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

/** A search leads to a page within this time; later arrivals have other reasons. In milliseconds. */
const patience = 30_000;

/**
 * Marks the words of a search where it led, and again when that page is reloaded or come back to; the code for
 * that is loaded on such an arrival only.
 */
async function arrive(): Promise<void> {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const [path, words, time] = recall('localStorage', markKey);
  const isNew = path === location.pathname && Date.now() - Number(time) < patience;
  if (isNew) {
    store('localStorage', markKey, '[]');
    store('sessionStorage', markKey, JSON.stringify([path, words]));
  } else if (navigation?.type === 'navigate') return;
  const [known, found] = recall('sessionStorage', markKey);
  if (known !== location.pathname || typeof found !== 'string' || found === '') return;
  const { markWords } = await import('./mark-words.ts');
  markWords(found.split('\n'));
}

customElements.define('plan-search', PlanSearch);
// Marks are an extra: without them the page is whole.
const mark = (): void => void arrive().catch(() => undefined);
mark();
addEventListener('pageshow', ({ persisted }) => persisted && mark());

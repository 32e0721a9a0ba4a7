const placesKey = 'jihua-places';

/**
 * The history of the search page. What is being typed belongs to the entry it began in; Enter, a filter or another
 * query makes a new one. Going back leads to the words, the answers and the place on the page.
 */
export class SearchPage {
  /** The address that the current entry had before anything was typed. */
  declare private settledAt: string;
  /** How far the page was scrolled at each address. */
  declare private readonly places: Record<string, number>;
  /** The title of the page without a query. */
  declare private readonly title: string;

  constructor() {
    this.title = document.title;
    this.name();
    this.settledAt = location.href;
    this.places = recallPlaces();
    // Answers come after the page: the browser would scroll before there is anything.
    history.scrollRestoration = 'manual';
    addEventListener('scroll', () => (this.places[location.href] = scrollY), { passive: true });
    addEventListener('pagehide', () => keepPlaces(this.places));
  }

  /** Something is being typed. */
  typed(query: string): void {
    replaceAddress(addressOf(query));
    this.name(query);
  }

  /** What was typed is meant: a new entry, and the old one as it was. */
  settled(query: string): void {
    const address = addressOf(query);
    if (address === this.settledAt) return;
    replaceAddress(this.settledAt);
    this.visit(address);
  }

  /** Another address of the search page. */
  visit(address: string): void {
    try {
      history.pushState(null, '', address);
    } catch {
      location.assign(address);
    }
    this.settledAt = address;
    delete this.places[address];
  }

  /** The answers of an entry are there again. */
  returned(): void {
    this.settledAt = location.href;
    this.name();
    const place = this.places[location.href];
    // The skip link has a place of its own.
    if (place !== undefined || !location.hash) scrollTo(0, place ?? 0);
  }

  /** Tabs, bookmarks and what reads aloud call the page by what is looked for (WCAG 2.2, 2.4.2). */
  private name(query = new URLSearchParams(location.search).get('q')): void {
    document.title = query ? `${query} - ${this.title}` : this.title;
  }
}

// Browsers refuse after a hundred or two in half a minute, which is not much for who types fast.
function replaceAddress(address: string): void {
  try {
    history.replaceState(history.state, '', address);
  } catch {
    // The address lags behind what is typed until there is an entry for it.
  }
}

function addressOf(query: string): string {
  const url = new URL(location.href);
  url.hash = '';
  // A choice made for other words need not fit these.
  url.searchParams.delete('as');
  if (query) url.searchParams.set('q', query);
  else url.searchParams.delete('q');
  return url.href;
}

// Storage may be forbidden, full or damaged; then places are forgotten when the page is left.
function recallPlaces(): Record<string, number> {
  try {
    const places: unknown = JSON.parse(sessionStorage.getItem(placesKey) ?? '{}');
    return typeof places === 'object' && places ? (places as Record<string, number>) : {};
  } catch {
    return {};
  }
}

function keepPlaces(places: Record<string, number>): void {
  try {
    sessionStorage.setItem(placesKey, JSON.stringify(places));
  } catch {
    // See above.
  }
}

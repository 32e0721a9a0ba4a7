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

  constructor() {
    this.settledAt = location.href;
    this.places = recallPlaces();
    // Answers come after the page: the browser would scroll before there is anything.
    history.scrollRestoration = 'manual';
    addEventListener('scroll', () => (this.places[location.href] = scrollY), { passive: true });
    addEventListener('pagehide', () => keepPlaces(this.places));
  }

  /** Something is being typed. */
  typed(query: string): void {
    history.replaceState(history.state, '', addressOf(query));
  }

  /** What was typed is meant: a new entry, and the old one as it was. */
  settled(query: string): void {
    const address = addressOf(query);
    if (address === this.settledAt) return;
    history.replaceState(history.state, '', this.settledAt);
    this.visit(address);
  }

  /** Another address of the search page. */
  visit(address: string): void {
    history.pushState(null, '', address);
    this.settledAt = address;
    delete this.places[address];
  }

  /** The answers of an entry are there again. */
  returned(): void {
    this.settledAt = location.href;
    scrollTo(0, this.places[location.href] ?? 0);
  }
}

function addressOf(query: string): string {
  const url = new URL(location.href);
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

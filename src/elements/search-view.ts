import { answer } from '../search/engine.ts';
import { type OpenIndex, openAll, openPlan } from '../search/pagefind-index.ts';
import { searchStrings as strings } from '../strings.ts';
import { chips, link, make } from './markup.ts';
import { SearchReport } from './search-report.ts';

/** What the element's data attributes say; see PlanSearch. */
export type Settings = Partial<
  Record<'index' | 'all' | 'script' | 'root' | 'full' | 'page' | 'search', string>
>;

type Recent = { list(): string[]; clear(): void };

/** Records of all plans that are shown at a time; of one plan all are. */
const step = 50;

/** Shows answers in an element. */
export class SearchView {
  readonly #element: HTMLElement;
  readonly #settings: Settings;
  readonly #recent: Recent;
  readonly #indexes = new Map<string, Promise<OpenIndex>>();
  #latest = 0;

  constructor(element: HTMLElement, settings: Settings, recent: Recent) {
    this.#element = element;
    this.#settings = settings;
    this.#recent = recent;
    void this.#index().catch(() => undefined);
  }

  /**
   * Answers a query, unless a later one has come meanwhile.
   * @param wanted records of all plans to show
   */
  async show(query: string, wanted = step): Promise<void> {
    this.#latest += 1;
    const mine = this.#latest;
    this.#element.setAttribute('aria-busy', 'true');
    if (!this.#element.hasChildNodes()) this.#element.append(make('p', {}, strings.busy));
    let content: Node[];
    try {
      const index = await this.#index();
      content =
        query.trim() === ''
          ? this.#invitation(index)
          : await this.#answer(query, index, index.planCount > 1 ? wanted : Infinity);
    } catch {
      content = [this.#failure()];
    }
    if (mine !== this.#latest) return;
    this.#element.replaceChildren(...content);
    this.#element.dataset['query'] = query;
    this.#element.setAttribute('aria-busy', 'false');
  }

  async #answer(query: string, index: OpenIndex, wanted: number): Promise<Node[]> {
    const result = await answer(query, index, wanted);
    return new SearchReport(result, index, {
      settings: this.#settings,
      address: this.#address,
      wanted,
      more: () => void this.#more(query, wanted),
    }).content();
  }

  /** Shows more of the same; the reader goes on at the first new hit. */
  async #more(query: string, wanted: number): Promise<void> {
    await this.show(query, wanted + step);
    const hits = this.#element.querySelectorAll<HTMLElement>('[data-group=exact] li > a');
    (hits[wanted] ?? hits[hits.length - 1])?.focus();
  }

  get #address(): URLSearchParams {
    return new URLSearchParams(this.#settings.page === undefined ? '' : location.search);
  }

  #index(): Promise<OpenIndex> {
    const { index = '', all, script = '', root = '/' } = this.#settings;
    const ofAll = all !== undefined && this.#address.get('scope') === 'all';
    const current = this.#open(index, () => openPlan({ folder: index, script }, !ofAll));
    if (!ofAll) return current;
    const manifestUrl = (plan: string): string => `${root}${plan}/search/manifest.json`;
    return this.#open(all, async () =>
      openAll({ folder: all, script }, manifestUrl, await current),
    );
  }

  #open(folder: string, open: () => Promise<OpenIndex>): Promise<OpenIndex> {
    const known = this.#indexes.get(folder) ?? open();
    this.#indexes.set(folder, known);
    // A failure may pass: the next search tries again.
    known.catch(() => this.#indexes.delete(folder));
    return known;
  }

  #failure(): Node {
    return make(
      'p',
      { role: 'status' },
      strings.failed,
      link(this.#settings.full ?? '', strings.full),
    );
  }

  #invitation({ suggestions }: OpenIndex): Node[] {
    const chip = (words: string): Node =>
      link(`${this.#settings.search ?? ''}?${new URLSearchParams({ q: words }).toString()}`, words);
    const parts: Node[] = [];
    const recent = this.#recent.list();
    if (recent.length > 0) {
      const clear = make('button', { type: 'button' }, strings.clearRecent);
      const line = chips(strings.recent, [...recent.map(chip), clear]);
      clear.addEventListener('click', () => {
        this.#recent.clear();
        line.remove();
      });
      parts.push(line);
    }
    if (suggestions.length > 0) parts.push(chips(strings.suggestions, suggestions.map(chip)));
    return parts;
  }
}

import type { Settings } from './settings.ts';
import type { Answer } from '../search/answer.ts';
import { answer, answerBeside } from '../search/engine.ts';
import { LoadError, type OpenIndex, openAll, openPlan } from '../search/pagefind-index.ts';
import { fullUrl, indexUrl } from '../urls.ts';
import { searchStrings as strings } from '../words/strings.ts';
import stylesheet from './search-report.css?url';
import { loadStyle } from './load-style.ts';
import { chips, link, make } from './markup.ts';
import { type Content, type Elsewhere, SearchReport, searchUrl } from './search-report.ts';

type Recent = { list(): string[]; clear(): void };

/** What is shown of an answer, and what may come after. */
type Shown = Content & { beside?: () => Promise<Content | undefined> };

/** Records of all plans that are shown at a time; of one plan all are. */
const step = 50;

/** Shows answers in an element. Nothing is `#private` or set in a field: for browsers of the baseline that costs a table for each. */
export class SearchView {
  declare private readonly element: HTMLElement;
  declare private readonly settings: Settings;
  declare private readonly recent: Recent;
  declare private readonly indexes: Map<string, Promise<OpenIndex>>;
  /** Stays in its place, so that what it says is announced when it changes. */
  declare private readonly status: HTMLElement;
  declare private latest: number;
  /** What was asked last, unless that failed: then the same is tried again. */
  declare private asked: string | undefined;
  declare private shown: Promise<void> | undefined;

  constructor(element: HTMLElement, settings: Settings, recent: Recent) {
    this.indexes = new Map();
    this.status = make('p', { role: 'status' });
    this.latest = 0;
    this.element = element;
    this.settings = settings;
    this.recent = recent;
    element.replaceChildren(this.status);
    void this.index().catch(() => undefined);
  }

  /**
   * Answers a query, unless a later one has come meanwhile.
   * @param wanted records of all plans to show
   */
  show(query: string, wanted = step, explain = false): Promise<void> {
    const key = [query, this.address, wanted, explain].join('\n');
    // An answer that is put there once more would take a link from under a click. What an empty box offers changes.
    if (this.shown && key === this.asked && query.trim() !== '') return this.shown;
    this.asked = key;
    this.latest += 1;
    this.shown = this.answer(query, wanted, explain, this.latest);
    return this.shown;
  }

  private async answer(
    query: string,
    wanted: number,
    explain: boolean,
    mine: number,
  ): Promise<void> {
    this.element.setAttribute('aria-busy', 'true');
    if (this.element.dataset['query'] === undefined) this.status.textContent = strings.busy;
    const { status, parts, beside } = await this.content(query, wanted, explain).catch(
      (error: unknown): Shown => {
        if (mine === this.latest) this.asked = undefined;
        return this.failure(error);
      },
    );
    if (mine !== this.latest) return;
    this.status.textContent = status;
    // A reader who filters may go on filtering.
    const isFiltering = this.element.querySelector('.filters[open]') !== null;
    while (this.status.nextSibling) this.status.nextSibling.remove();
    this.element.append(...parts);
    if (isFiltering) this.element.querySelector('.filters')?.setAttribute('open', '');
    this.element.dataset['query'] = query;
    this.element.setAttribute('aria-busy', 'false');
    if (beside) void this.add(beside, mine);
  }

  /** Who has the very words may be reading them: what comes after moves none. If it does not come, they are whole. */
  private async add(beside: NonNullable<Shown['beside']>, mine: number): Promise<void> {
    const more = await beside().catch(() => undefined);
    if (!more || mine !== this.latest) return;
    this.status.textContent = more.status;
    const groups = this.element.querySelectorAll('[data-group]');
    groups[groups.length - 1]?.after(...more.parts);
  }

  private async content(query: string, wanted: number, explain: boolean): Promise<Shown> {
    const [index] = await Promise.all([this.index(), loadStyle(stylesheet)]);
    if (query.trim() === '') return { status: '', parts: this.invitation(index) };
    const shown = index.planCount > 1 ? wanted : Infinity;
    const found = await answer(query, index, {
      wanted: shown,
      explain,
      asTyped: this.address.get('as') === 'typed',
    });
    const options = {
      elsewhere: await this.elsewhere(query, found, index),
      settings: { ...this.settings, ...this.ofPlan },
      address: this.address,
      wanted: shown,
      more: () => void this.more(query, wanted),
      explain: () => void this.explain(query, wanted),
    };
    const beside = async (): Promise<Content | undefined> => {
      const related = await answerBeside(found, index);
      if (related.length === 0) return undefined;
      const { status, parts } = new SearchReport({ ...found, related }, index, options).content();
      const isBeside = (part: Node): boolean =>
        part instanceof HTMLElement && part.dataset['group'] === 'related';
      return { status, parts: parts.filter(isBeside) };
    };
    return { ...new SearchReport(found, index, options).content(), beside };
  }

  /**
   * What other plans have of words that stand nowhere in this one, at most a few of them. Search goes on without it, if
   * it does not come.
   */
  private async elsewhere(
    query: string,
    { exact, cited, form }: Answer,
    index: OpenIndex,
  ): Promise<Elsewhere | undefined> {
    const isHere = cited.length > 0 || (exact.length > 0 && form === undefined);
    if (isHere || index.planCount > 1 || !index.several) return undefined;
    try {
      const all = await this.allIndex(Promise.resolve(index));
      const found = await answer(query, all, { wanted: step, literal: true });
      const hits = found.exact.filter(({ record }) => {
        const [plan = ''] = record.path.split('/');
        return !index.plans.has(plan);
      });
      return hits.length > 0 ? { index: all, hits, unread: found.unread } : undefined;
    } catch {
      return undefined;
    }
  }

  /** Shows more of the same; the reader goes on at the first new hit. */
  private async more(query: string, wanted: number): Promise<void> {
    await this.show(query, wanted + step);
    const hits = this.element.querySelectorAll<HTMLElement>('[data-group=exact] li > a');
    (hits[wanted] ?? hits[hits.length - 1])?.focus();
  }

  /** Shows what is explained, too; the reader goes on there. */
  private async explain(query: string, wanted: number): Promise<void> {
    await this.show(query, wanted, true);
    this.element.querySelector<HTMLElement>('[data-group=explained] a')?.focus();
  }

  private get isPage(): boolean {
    return this.settings.page !== undefined;
  }

  private get address(): URLSearchParams {
    const { plan } = this.settings;
    if (this.isPage) return new URLSearchParams(location.search);
    return new URLSearchParams(plan === undefined ? '' : { plan });
  }

  /** The index and the whole text of the plan that the address names, else of the box's own plan. */
  private get ofPlan(): { index: string; full: string } {
    const { index = '', full = '' } = this.settings;
    const plan = this.isPage ? this.address.get('plan') : null;
    if (plan === null || !/^[a-z0-9-]+$/u.test(plan)) return { index, full };
    return { index: indexUrl(plan), full: fullUrl(plan) };
  }

  private index(): Promise<OpenIndex> {
    const { script = '', version = '' } = this.settings;
    const { index: folder } = this.ofPlan;
    const ofAll = this.address.get('scope') === 'all';
    const ofPlan = this.open(folder, () => openPlan({ folder, script, version }, !ofAll));
    return ofAll ? this.allIndex(ofPlan) : ofPlan;
  }

  private allIndex(ofPlan: Promise<OpenIndex>): Promise<OpenIndex> {
    const { all = '', script = '', version = '' } = this.settings;
    const { index: folder } = this.ofPlan;
    const manifestUrl = (plan: string): string => `${indexUrl(plan)}manifest.json`;
    return this.open(`${all} ${folder}`, async () =>
      openAll({ folder: all, script, version }, manifestUrl, await ofPlan),
    );
  }

  private open(folder: string, open: () => Promise<OpenIndex>): Promise<OpenIndex> {
    const known = this.indexes.get(folder) ?? open();
    this.indexes.set(folder, known);
    // A failure may pass: the next search tries again.
    known.catch(() => this.indexes.delete(folder));
    return known;
  }

  private failure(error: unknown): Content {
    return {
      status: strings.failed(error instanceof LoadError ? error.address : String(error)),
      parts: [make('p', {}, link(this.ofPlan.full, strings.full))],
    };
  }

  private invitation({ suggestions }: OpenIndex): Node[] {
    const chip = (words: string): Node =>
      link(searchUrl(this.settings, this.address, { q: words }), words);
    const parts: Node[] = [];
    const recent = this.recent.list();
    if (recent.length > 0) {
      const clear = make('button', { type: 'button' }, strings.clearRecent);
      const line = chips(strings.recent, [...recent.map(chip), clear]);
      clear.addEventListener('click', () => {
        this.recent.clear();
        line.remove();
      });
      parts.push(line);
    }
    if (suggestions.length > 0) parts.push(chips(strings.suggestions, suggestions.map(chip)));
    return parts;
  }
}

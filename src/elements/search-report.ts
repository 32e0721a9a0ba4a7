import { type Answer, type Hit, type Reason, titleOf } from '../search/engine.ts';
import {
  type Choice,
  type Filters,
  countChoices,
  filterHits,
  filterNames,
  readFilters,
} from '../search/filters.ts';
import type { OpenIndex } from '../search/pagefind-index.ts';
import { type PackedSection, textTypes } from '../search/records.ts';
import { searchStrings as strings } from '../words/strings.ts';
import { chips, link, make, mark } from './markup.ts';
import type { Settings } from './settings.ts';

/** What is shown in the header: hits of the text, of each kind of named things, sentences of a hit. */
const inHeader = { text: 6, named: 2, sentences: 2 };

/** More choices than these are folded away. */
const mostInSight = 12;

/** What is said of an answer, and what is shown of it. */
export type Content = { status: string; parts: Node[] };

type Circumstances = {
  settings: Settings;
  /** The parameters of the address: filters and scope. */
  address: URLSearchParams;
  /** Hits of the text to show, if there are so many. */
  wanted: number;
  more: () => void;
};

/** Tells an answer in elements. */
export class SearchReport {
  readonly #answer: Answer;
  readonly #index: OpenIndex;
  readonly #settings: Settings;
  readonly #address: URLSearchParams;
  readonly #wanted: number;
  readonly #more: () => void;
  readonly #filters: Filters;

  constructor(
    result: Answer,
    index: OpenIndex,
    { settings, address, wanted, more }: Circumstances,
  ) {
    this.#answer = result;
    this.#index = index;
    this.#settings = settings;
    this.#address = address;
    this.#wanted = wanted;
    this.#more = more;
    // Sections and audiences are a plan's own; among all plans only the type can be chosen.
    const { type, ...own } = readFilters(address);
    this.#filters = { ...(type ? { type } : {}), ...(this.#ofAll ? {} : own) };
  }

  content(): Content {
    const { form, near, unread, related: everyRelated } = this.#answer;
    const exact = this.#filtered(this.#answer.exact);
    const named = this.#filtered(this.#answer.named);
    const related = everyRelated.map((group) => ({ ...group, hits: this.#filtered(group.hits) }));
    const every = [
      ...this.#answer.exact,
      ...this.#answer.named,
      ...everyRelated.flatMap(({ hits }) => hits),
    ];
    const count = exact.length + named.length;
    const relatedCount = related.reduce((sum, { hits }) => sum + hits.length, 0);
    const parts: Node[] = [];
    if (form !== undefined) parts.push(make('p', {}, strings.form(form)));
    if (this.#isPage && (every.length > 0 || this.#index.several)) {
      parts.push(this.#filterBar(every));
    }
    if (count > 0) parts.push(this.#exactGroup(exact, named));
    if (this.#isPage && (exact.length > this.#wanted || unread > 0)) {
      parts.push(this.#moreButton());
    }
    for (const { reason, hits } of related) {
      if (hits.length > 0) parts.push(this.#relatedGroup(reason, hits));
    }
    if (near.length > 0) {
      parts.push(
        chips(
          strings.near,
          near.map((words) => link(this.#searchUrl({ q: words }), words)),
        ),
      );
    } else if (every.length === 0 && unread === 0) {
      parts.push(make('p', {}, strings.nothing, link(this.#settings.full ?? '', strings.full)));
    }
    if (every.length > 0 && count + relatedCount === 0) {
      const none = Object.fromEntries(filterNames.map((name) => [name, undefined]));
      parts.push(make('p', {}, link(this.#searchUrl(none), strings.unfilter)));
      return { status: strings.filteredOut(every.length), parts };
    }
    return { status: this.#status(count, relatedCount), parts };
  }

  get #isPage(): boolean {
    return this.#settings.page !== undefined;
  }

  get #ofAll(): boolean {
    return this.#index.planCount > 1;
  }

  #filtered(hits: readonly Hit[]): Hit[] {
    const { audiences } = this.#index;
    return filterHits(hits, this.#filters, { audiences, sections: this.#sections });
  }

  /** The sections of the plan that is searched; of all plans there are none to choose from. */
  get #sections(): readonly PackedSection[] {
    return this.#ofAll ? [] : ([...this.#index.plans.values()][0]?.sections ?? []);
  }

  #status(count: number, relatedCount: number): string {
    const { query, blocks, unread, exact } = this.#answer;
    if (unread > 0) {
      return exact.length === 0
        ? strings.notYet(blocks - unread)
        : strings.inPlans(query, blocks, Math.min(count, this.#wanted));
    }
    return (
      strings.count(count, query) + (relatedCount > 0 ? strings.relatedCount(relatedCount) : '')
    );
  }

  #moreButton(): Node {
    const button = make('button', { type: 'button', class: 'more' }, strings.more);
    button.addEventListener('click', this.#more);
    return make('p', {}, button);
  }

  #exactGroup(exact: readonly Hit[], named: readonly Hit[]): HTMLElement {
    const group = make('section', {
      'data-group': 'exact',
      'aria-label': strings.exact(exact.length + named.length),
    });
    const shown = exact.slice(0, this.#isPage ? this.#wanted : inHeader.text);
    if (shown.length > 0 && named.length > 0) group.append(kind(strings.text, exact.length));
    if (shown.length > 0) group.append(this.#list(shown));
    let left = this.#isPage ? 0 : exact.length - shown.length;
    for (const [type, label] of this.#index.types) {
      const ofType = named.filter(({ record }) => record.type === type);
      if (ofType.length === 0) continue;
      const some = ofType.slice(0, this.#isPage ? ofType.length : inHeader.named);
      left += ofType.length - some.length;
      group.append(kind(label, ofType.length), this.#list(some, label));
    }
    if (left > 0) group.append(this.#allResults());
    return group;
  }

  #relatedGroup(reason: Reason, hits: readonly Hit[]): HTMLElement {
    const words = reason.words.slice(0, 6).map((word) => make('em', {}, `“${word}”`));
    const why = strings[reason.kind](reason.said);
    const shown = hits.slice(0, this.#isPage ? hits.length : inHeader.text);
    return make(
      'section',
      { 'data-group': 'related', 'aria-label': why },
      make('p', { class: 'why' }, make('span', {}, why), ...words),
      this.#list(shown),
      ...(shown.length < hits.length ? [this.#allResults()] : []),
    );
  }

  #allResults(): Node {
    return link(this.#searchUrl({ q: this.#answer.query }), strings.allResults);
  }

  #list(hits: readonly Hit[], label?: string): HTMLElement {
    const list = make('ol', label === undefined ? {} : { 'aria-label': label });
    list.append(...hits.map((hit) => make('li', {}, this.#hit(hit))));
    return list;
  }

  #hit({ record, ranges }: Hit): Node {
    const [plan = '', , n = ''] = record.path.split('/');
    const about = this.#index.plans.get(plan);
    const title = titleOf(record);
    const [numeral = '', sectionTitle] = about?.sections[(record.section ?? 0) - 1] ?? [];
    const sentences = record.sentences.map((sentence, i) => ({ ...sentence, n: i + 1 }));
    const touched = sentences.filter(({ start, end }) =>
      ranges.some((range) => range.start < end && range.end > start),
    );
    const first = touched.find((sentence) => sentence.n > 1) ?? touched[0];
    const anchor = record.idPrefix && first ? `#${record.idPrefix}${first.n}` : '';
    const words = [...new Set(ranges.map((range) => record.text.slice(range.start, range.end)))];
    const isText = textTypes.some((type) => type === record.type);
    const body = touched.filter((sentence) => sentence.n > 1 || record.type === 'general');
    // What a thing is called does not always say what it is.
    if (!isText && body.length === 0) body.push(...sentences.slice(1, 2));
    const where = [
      this.#ofAll ? about?.title : undefined,
      numeral && record.type !== 'section'
        ? [strings.section(numeral), sectionTitle].filter(Boolean).join('　')
        : undefined,
      record.type === 'section' ? strings.type.section : undefined,
    ].filter(Boolean);
    const number =
      record.type === 'task' ? strings.task(n) : record.type === 'section' ? numeral : '';
    const name =
      record.type === 'general' ? [strings.type.general] : mark(record.text, title, ranges);
    return make(
      'a',
      {
        href: `${this.#settings.root ?? '/'}${record.path}${anchor}`,
        'data-words': words.join('\n'),
      },
      ...(number ? [make('b', {}, number)] : []),
      make('strong', {}, ...name),
      ...(where.length > 0 ? [make('small', {}, where.join('　'))] : []),
      ...body
        .slice(0, this.#isPage ? body.length : inHeader.sentences)
        .map((sentence) => make('span', {}, ...mark(record.text, sentence, ranges))),
    );
  }

  #searchUrl(changes: Record<string, string | undefined>): string {
    return searchUrl(this.#settings, this.#address, changes);
  }

  /** The title of the plan that is searched by default. */
  get #here(): string {
    return [...this.#index.plans.values()][0]?.title ?? strings.scope.here;
  }

  #filterBar(hits: readonly Hit[]): Node {
    const bar = make('div', { class: 'filters' });
    const { audiences, several } = this.#index;
    const sections = this.#sections;
    const choices = countChoices(hits, this.#filters, { audiences, sections }, this.#index.types);
    const choose = (
      changes: Record<string, string | undefined>,
      text: string,
      current: boolean,
    ): Node => {
      const choice = link(this.#searchUrl(changes), text);
      if (current) choice.setAttribute('aria-current', 'true');
      return choice;
    };
    const addRow = <Option extends Choice<string>>(
      name: keyof Filters,
      label: string,
      any: string,
      options: readonly Option[],
      nameOf: (option: Option) => string,
    ): void => {
      const chosen = this.#filters[name];
      // A choice that narrows nothing is none, unless it has been made.
      const narrows = options.length > 1 && options.some(({ count }) => count < choices.all[name]);
      if (!narrows && chosen === undefined) return;
      const current = options.find(({ value }) => value === chosen);
      const row = chips(label, [
        choose({ [name]: undefined }, `${any} ${choices.all[name]}`, chosen === undefined),
        ...options.map((option) =>
          choose({ [name]: option.value }, `${nameOf(option)} ${option.count}`, option === current),
        ),
      ]);
      if (options.length <= mostInSight) bar.append(row);
      else {
        const summary = make('summary', {}, `${label}：`, current ? nameOf(current) : any);
        bar.append(make('details', {}, summary, row));
      }
    };
    addRow('type', strings.kind, strings.type.all, choices.type, ({ name }) => name);
    addRow(
      'section',
      strings.inSection,
      strings.anySection,
      choices.section,
      ({ value }) => sections[Number(value) - 1]?.[0] || value,
    );
    addRow('group', strings.inGroup, strings.anyGroup, choices.group, ({ name }) => name);
    addRow(
      'audience',
      strings.ofAudience,
      strings.anyAudience,
      choices.audience,
      ({ name }) => name,
    );
    if (several) {
      const nowhere = { section: undefined, group: undefined, audience: undefined };
      bar.append(
        chips(strings.scopeLabel, [
          choose({ scope: undefined }, this.#here, !this.#ofAll),
          choose({ ...nowhere, scope: 'all' }, strings.scope.all, this.#ofAll),
        ]),
      );
    }
    return bar;
  }
}

/** The search page for other words, or with other filters; what is not named stays as it is. */
export function searchUrl(
  { search = '' }: Settings,
  address: URLSearchParams,
  changes: Record<string, string | undefined>,
): string {
  const parameters = new URLSearchParams(address);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) parameters.delete(name);
    else parameters.set(name, value);
  }
  return `${search}?${parameters.toString()}`;
}

function kind(label: string, count: number): HTMLElement {
  return make('p', { class: 'kind' }, label, make('small', {}, String(count)));
}

import { searchStrings as strings } from '../strings.ts';
import {
  type Answer,
  type Hit,
  type Reason,
  type SearchIndex,
  answer,
  titleOf,
} from '../search/engine.ts';
import { type IndexManifest, openIndex } from '../search/pagefind-index.ts';
import { type RecordType, recordTypes } from '../search/records.ts';

type Index = SearchIndex & { manifest: IndexManifest };

/** What the element's data attributes say; see PlanSearch. */
type Settings = Partial<
  Record<'index' | 'all' | 'script' | 'root' | 'full' | 'page' | 'search', string>
>;

type Recent = { list(): string[]; clear(): void };

/** Hits shown in the header; the search page shows all that were read. */
const inHeader = 6;

/** Shows answers in an element: everything is made of text nodes, nothing of HTML. */
export class SearchView {
  readonly #element: HTMLElement;
  readonly #settings: Settings;
  readonly #recent: Recent;
  readonly #indexes = new Map<string, Promise<Index>>();
  #latest = 0;

  constructor(element: HTMLElement, settings: Settings, recent: Recent) {
    this.#element = element;
    this.#settings = settings;
    this.#recent = recent;
    void this.#index().catch(() => undefined);
  }

  /** Answers a query, unless a later one has come meanwhile. */
  async show(query: string): Promise<void> {
    this.#latest += 1;
    const mine = this.#latest;
    this.#element.setAttribute('aria-busy', 'true');
    let content: Node[];
    try {
      const index = await this.#index();
      content =
        query.trim() === ''
          ? this.#invitation(index)
          : this.#report(await answer(query, index), index);
    } catch {
      content = [this.#failure()];
    }
    if (mine !== this.#latest) return;
    this.#element.replaceChildren(...content);
    this.#element.dataset['query'] = query;
    this.#element.setAttribute('aria-busy', 'false');
  }

  get #isPage(): boolean {
    return this.#settings.page !== undefined;
  }

  get #filters(): URLSearchParams {
    return new URLSearchParams(this.#isPage ? location.search : '');
  }

  #index(): Promise<Index> {
    const { index = '', all } = this.#settings;
    if (all === undefined || this.#filters.get('scope') !== 'all') return this.#open(index);
    return this.#open(all).then((every) =>
      // Of so many plans not every text is read: what is near or related is sought in the current one.
      every.mostRead < Number.POSITIVE_INFINITY
        ? { ...every, all: async () => (await this.#open(index)).all() }
        : every,
    );
  }

  #open(folder: string): Promise<Index> {
    const known = this.#indexes.get(folder) ?? openIndex(folder, this.#settings.script ?? '');
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

  #invitation({ manifest }: Index): Node[] {
    const recent = this.#recent.list();
    const parts: Node[] = [];
    if (recent.length > 0) {
      const clear = make('button', { type: 'button' }, strings.clearRecent);
      const line = make(
        'p',
        { class: 'chips' },
        make('span', {}, strings.recent),
        ...recent.map((word) => this.#chip(word)),
        clear,
      );
      clear.addEventListener('click', () => {
        this.#recent.clear();
        line.remove();
      });
      parts.push(line);
    }
    if (manifest.suggestions.length > 0) {
      parts.push(
        make(
          'p',
          { class: 'chips' },
          make('span', {}, strings.suggestions),
          ...manifest.suggestions.map((word) => this.#chip(word)),
        ),
      );
    }
    return parts;
  }

  #chip(words: string): Node {
    return link(this.#searchUrl({ q: words }), words);
  }

  /** The search page for other words, or with other filters; what is not named stays as it is. */
  #searchUrl(changes: Record<string, string | undefined>): string {
    const parameters = this.#filters;
    for (const [name, value] of Object.entries(changes)) {
      if (value === undefined) parameters.delete(name);
      else parameters.set(name, value);
    }
    return `${this.#settings.search ?? ''}?${parameters.toString()}`;
  }

  #report(result: Answer, index: Index): Node[] {
    const { query } = result;
    const type = this.#filters.get('type');
    const section = this.#filters.get('section');
    const passes = ({ record }: Hit, except?: string): boolean =>
      (except === 'type' || type === null || record.type === type) &&
      (except === 'section' || section === null || String(record.section) === section);
    const filtered = type !== null || section !== null;
    const hits = result.exact.filter((hit) => passes(hit));
    const related = result.related.map((group) => ({
      ...group,
      hits: group.hits.filter((hit) => passes(hit)),
    }));
    const relatedCount = related.reduce((sum, group) => sum + group.hits.length, 0);
    const status =
      strings.count(filtered ? hits.length : result.total, query) +
      (relatedCount > 0 ? strings.relatedCount(relatedCount) : '');
    const parts: Node[] = [make('p', { role: 'status' }, status)];
    if (result.total > result.exact.length) {
      parts.push(make('p', {}, strings.first(result.exact.length)));
    }
    if (result.form !== undefined) parts.push(make('p', {}, strings.form(result.form)));
    const everyHit = [...result.exact, ...result.related.flatMap((group) => group.hits)];
    if (this.#isPage && everyHit.length > 0) parts.push(this.#filterBar(everyHit, passes, index));
    if (hits.length > 0) {
      const group = make('section', {
        'data-group': 'exact',
        'aria-label': strings.exact(hits.length),
      });
      this.#fill(group, hits, index, query);
      parts.push(group);
    }
    for (const { reason, hits: others } of related) {
      if (others.length === 0) continue;
      const group = make(
        'section',
        { 'data-group': 'related' },
        make('p', { class: 'why' }, ...describeReason(reason)),
      );
      this.#fill(group, others, index, query);
      parts.push(group);
    }
    if (result.near.length > 0) {
      parts.push(
        make(
          'p',
          { class: 'chips' },
          make('span', {}, strings.near),
          ...result.near.map((word) => this.#chip(word)),
        ),
      );
    } else if (everyHit.length === 0) {
      parts.push(make('p', {}, strings.nothing, link(this.#settings.full ?? '', strings.full)));
    }
    return parts;
  }

  #fill(group: HTMLElement, hits: readonly Hit[], index: Index, query: string): void {
    const limit = this.#isPage ? hits.length : inHeader;
    const list = make('ol', {});
    list.append(...hits.slice(0, limit).map((hit) => make('li', {}, this.#hit(hit, index))));
    group.append(list);
    if (hits.length <= limit) return;
    const all = `${this.#settings.search ?? ''}?${new URLSearchParams({ q: query }).toString()}`;
    group.append(link(all, strings.allResults));
  }

  #hit({ record, ranges }: Hit, { manifest }: Index): Node {
    const [plan = '', , n = ''] = record.path.split('/');
    const about = manifest.plans[plan];
    const title = titleOf(record);
    const [numeral = String(record.section ?? ''), sectionTitle] =
      about?.sections[(record.section ?? 0) - 1] ?? [];
    const touched = record.sentences.flatMap((sentence, i) =>
      ranges.some((range) => range.start < sentence.end && range.end > sentence.start)
        ? [{ ...sentence, n: i + 1 }]
        : [],
    );
    const first = touched.find((sentence) => sentence.n > 1) ?? touched[0];
    const anchor = record.idPrefix && first ? `#${record.idPrefix}${first.n}` : '';
    const words = [...new Set(ranges.map((range) => record.text.slice(range.start, range.end)))];
    const body = touched.filter((sentence) => sentence.n > 1 || record.type === 'general');
    const where = [
      Object.keys(manifest.plans).length > 1 ? about?.title : undefined,
      record.type === 'task'
        ? [strings.section(numeral), sectionTitle].filter(Boolean).join('　')
        : strings.type[record.type],
    ];
    return make(
      'a',
      {
        href: `${this.#settings.root ?? '/'}${record.path}${anchor}`,
        'data-words': words.join('\n'),
      },
      make(
        'b',
        {},
        record.type === 'task' ? strings.task(n) : record.type === 'section' ? numeral : '',
      ),
      make(
        'strong',
        {},
        ...(record.type === 'general' ? [strings.type.general] : mark(record.text, title, ranges)),
      ),
      make('small', {}, where.filter(Boolean).join('　')),
      ...body.map((sentence) => make('span', {}, ...mark(record.text, sentence, ranges))),
    );
  }

  #filterBar(
    hits: readonly Hit[],
    passes: (hit: Hit, except?: string) => boolean,
    { manifest: { plans, several } }: Index,
  ): Node {
    const bar = make('div', { class: 'filters' });
    const [type, section, scope] = ['type', 'section', 'scope'].map((name) =>
      this.#filters.get(name),
    );
    const row = (label: string, choices: Node[]): void => {
      if (choices.length > 2)
        bar.append(make('p', { class: 'chips' }, make('span', {}, label), ...choices));
    };
    const choice = (
      name: string,
      value: string | undefined,
      text: string,
      current: boolean,
    ): Node =>
      make(
        'a',
        {
          href: this.#searchUrl({ [name]: value }),
          ...(current ? { 'aria-current': 'true' } : {}),
        },
        text,
      );
    const byType = hits.filter((hit) => passes(hit, 'type'));
    row(strings.kind, [
      choice('type', undefined, `${strings.type.all} ${byType.length}`, type === null),
      ...recordTypes.flatMap((kind: RecordType) => {
        const count = byType.filter(({ record }) => record.type === kind).length;
        return count > 0
          ? [choice('type', kind, `${strings.type[kind]} ${count}`, type === kind)]
          : [];
      }),
    ]);
    const bySection = hits.filter((hit) => passes(hit, 'section'));
    const sections = Object.values(plans)[0]?.sections ?? [];
    row(strings.inSection, [
      choice('section', undefined, strings.anySection, section === null),
      ...sections.flatMap(([numeral], i) => {
        const count = bySection.filter(({ record }) => record.section === i + 1).length;
        return count > 0
          ? [choice('section', String(i + 1), `${numeral} ${count}`, section === String(i + 1))]
          : [];
      }),
    ]);
    if (several) {
      bar.append(
        make(
          'p',
          { class: 'chips' },
          make('span', {}, strings.scopeLabel),
          choice('scope', undefined, strings.scope.here, scope !== 'all'),
          choice('scope', 'all', strings.scope.all, scope === 'all'),
        ),
      );
    }
    return bar;
  }
}

function describeReason(reason: Reason): Node[] {
  const words = reason.words.slice(0, 6).map((word) => make('em', {}, `“${word}”`));
  return [make('span', {}, strings[reason.kind](reason.said)), ...words];
}

/** A stretch of a text with its words marked. */
function mark(
  text: string,
  stretch: { start: number; end: number },
  ranges: readonly { start: number; end: number }[],
): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let at = stretch.start;
  for (const range of ranges) {
    const [start, end] = [Math.max(range.start, stretch.start), Math.min(range.end, stretch.end)];
    if (start >= end) continue;
    parts.push(text.slice(at, start), make('mark', {}, text.slice(start, end)));
    at = end;
  }
  return [...parts, text.slice(at, stretch.end)];
}

function link(href: string, text: string): HTMLAnchorElement {
  return make('a', { href }, text);
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

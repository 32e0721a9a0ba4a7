import { type Answer, type Hit, type Reason, type Why, titleOf } from '../search/answer.ts';
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
import { directoryId } from '../urls.ts';
import { searchStrings as strings } from '../words/strings.ts';
import { type Way, findWays } from './find-ways.ts';
import { apart, chips, link, make, mark, setWords } from './markup.ts';
import type { Settings } from './settings.ts';

/** What is shown in the header: hits of the text, of each kind of named things, sentences of a hit. */
const inHeader = { text: 6, named: 2, sentences: 2 };
const inPage = { elsewhere: 10 };

/** What is said of an answer, and what is shown of it. */
export type Content = { status: string; parts: Node[] };

/** What other plans have: hits of the index of all, and how many plans that have the words were not read. */
export type Elsewhere = { index: OpenIndex; hits: readonly Hit[]; unread: number };

type Circumstances = {
  /** What other plans have, where this one has nothing by the letter. */
  elsewhere?: Elsewhere | undefined;
  settings: Settings;
  /** The parameters of the address: filters and scope. */
  address: URLSearchParams;
  /** Hits of the text to show, if there are so many. */
  wanted: number;
  more: () => void;
  explain: () => void;
};

/** Tells an answer in elements. */
export class SearchReport {
  declare private readonly answer: Answer;
  declare private readonly index: OpenIndex;
  declare private readonly settings: Settings;
  declare private readonly address: URLSearchParams;
  declare private readonly wanted: number;
  declare private readonly more: () => void;
  declare private readonly explain: () => void;
  declare private readonly filters: Filters;
  declare private readonly elsewhere: Elsewhere | undefined;

  constructor(
    result: Answer,
    index: OpenIndex,
    { settings, address, wanted, more, explain, elsewhere }: Circumstances,
  ) {
    this.elsewhere = elsewhere;
    this.answer = result;
    this.index = index;
    this.settings = settings;
    this.address = address;
    this.wanted = wanted;
    this.more = more;
    this.explain = explain;
    // Sections and audiences are a plan's own; among all plans only the type can be chosen.
    const { type, ...own } = readFilters(address);
    this.filters = { ...(type ? { type } : {}), ...(this.ofAll ? {} : own) };
  }

  content(): Content {
    const { cited, wanting, form, isGuess, unmentioned, missing, near, unread } = this.answer;
    const exact = this.filtered(this.answer.exact);
    const named = this.filtered(this.answer.named);
    const explained = this.filtered(this.answer.explained ?? []);
    const count = exact.length + named.length;
    const parts: Node[] = [];
    const ways = findWays(this.answer.query, waysOf(this.index, this.settings.root));
    if (ways.length > 0) {
      const links = ways.map(({ href, name }) => link(href, name));
      parts.push(chips(strings.ways, links));
    }
    const found = [...this.answer.exact, ...this.answer.named];
    /** The site has a page for what is asked: that no sentence has all its words is no answer to that. */
    const isAnswered =
      ways.length > 0 && exact.length === 0 && unmentioned === undefined && this.isAsked;
    // Then what the words of the question mean elsewhere is no answer either.
    const groups = this.answer.related.filter(
      ({ reason }) => !isAnswered || reason.kind !== 'question',
    );
    const every = [...found, ...groups.flatMap(({ hits }) => hits)];
    const related = groups
      .map((group) => ({ ...group, hits: this.filtered(group.hits) }))
      .filter(({ hits }) => hits.length > 0);
    const relatedCount = countOf(related);
    if (form !== undefined) parts.push(this.formLine(form, isGuess));
    if (wanting)
      parts.push(make('p', { class: 'absent' }, strings.wanting[wanting.kind](wanting.count)));
    if (unmentioned !== undefined) {
      parts.push(make('p', { class: 'absent' }, strings.unmentioned(unmentioned)));
    } else if (
      !isAnswered &&
      missing.length > 0 &&
      every.length === 0 &&
      missing[0] !== this.answer.query
    ) {
      parts.push(make('p', { class: 'absent' }, strings.missing(missing.map(brief))));
    }
    if (near.length > 0 && !isAnswered) {
      const links = near.map((words) => link(this.searchUrl({ q: words }), words));
      parts.push(chips(strings.near, links));
    }
    if (this.isPage && (every.length > 0 || this.index.several)) {
      const bar = this.filterBar(every);
      if (bar) parts.push(bar);
    }
    if (cited.length > 0) parts.push(this.citedGroup(cited));
    if (this.elsewhere) parts.push(this.elsewhereGroup(this.elsewhere));
    const shown = related.map(({ reason, hits }) => this.relatedGroup(reason, hits));
    // What stands there only as a splinter of words answers less than what is meant.
    const isSplinter = exact.length > 0 && exact.every((hit) => hit.isSplinter);
    // Nor does a guide that is about what was asked answer as the plan's own sentences do.
    const isLed = isSplinter || (this.answer.byQuestion === true && named.every(isGuide));
    if (isLed) parts.push(...shown);
    if (count > 0) parts.push(this.exactGroup(exact, named));
    if (this.isPage && (exact.length > this.wanted || unread > 0)) {
      parts.push(this.button(strings.more, this.more));
    }
    if (!isLed) parts.push(...shown);
    if (explained.length > 0) parts.push(this.explainedGroup(explained));
    else if (this.isPage && this.answer.explained === undefined && count > 0 && !this.ofAll) {
      parts.push(this.button(strings.explain, this.explain));
    } else if (this.answer.explained && count > 0) parts.push(make('p', {}, strings.explainedNone));
    const none = ![every, cited, near, explained, ways].some(({ length }) => length > 0);
    if (none && !wanting && unread === 0 && !this.elsewhere) {
      parts.push(make('p', {}, strings.nothing, link(this.settings.full ?? '', strings.full)));
    }
    if (every.length > 0 && count + relatedCount === 0) {
      const all = Object.fromEntries(filterNames.map((name) => [name, undefined]));
      parts.push(make('p', {}, link(this.searchUrl(all), strings.unfilter)));
      return { status: strings.filteredOut(every.length), parts };
    }
    const query = brief(this.answer.query);
    const others = relatedCount > 0 ? strings.relatedCount(relatedCount) : '';
    const status = isAnswered
      ? strings.answeredBy(query) + others
      : isSplinter && named.length === 0 && unread === 0
        ? strings.splinterCount(count, query) + others
        : this.status(count, related, explained.length);
    return { status, parts };
  }

  /** The form that was looked up; a guess may be taken back. */
  private formLine(form: string, isGuess: boolean): Node {
    if (!isGuess) return make('p', {}, strings.form(form));
    const { query } = this.answer;
    return make(
      'p',
      { class: 'form' },
      strings.guessed(form),
      link(this.searchUrl({ q: query, as: 'typed' }), strings.asTyped(brief(query))),
    );
  }

  private citedGroup(cited: readonly Hit[]): HTMLElement {
    return make(
      'section',
      { 'data-group': 'cited', 'aria-label': strings.cited },
      kind(strings.cited),
      this.list(cited),
    );
  }

  /** What other plans have, and the way to all of it. */
  private elsewhereGroup({ index, hits, unread }: Elsewhere): HTMLElement {
    const shown = hits.slice(0, this.isPage ? inPage.elsewhere : inHeader.text);
    const label = strings.elsewhere(brief(this.answer.query));
    const list = make('ol', {});
    list.append(...shown.map((hit) => make('li', {}, this.hit(hit, index))));
    const wider = { q: this.answer.query, scope: 'all', section: undefined };
    const all = link(this.searchUrl(wider), strings.inAllPlans);
    return make(
      'section',
      { 'data-group': 'elsewhere', 'aria-label': label },
      kind(label, unread > 0 ? undefined : hits.length),
      list,
      make('p', {}, all),
    );
  }

  private get isPage(): boolean {
    return this.settings.page !== undefined;
  }

  private get ofAll(): boolean {
    return this.index.planCount > 1;
  }

  private filtered(hits: readonly Hit[]): Hit[] {
    const { audiences } = this.index;
    return filterHits(hits, this.filters, { audiences, sections: this.sections });
  }

  /** The sections of the plan that is searched; of all plans there are none to choose from. */
  private get sections(): readonly PackedSection[] {
    return this.ofAll ? [] : ([...this.index.plans.values()][0]?.sections ?? []);
  }

  private status(count: number, related: readonly Group[], explainedCount: number): string {
    const { blocks, unread, exact, named, cited, form } = this.answer;
    // What was looked up is what was found.
    const query = brief(form ?? this.answer.query);
    if (unread > 0) {
      return exact.length === 0
        ? strings.notYet(blocks - unread)
        : strings.inPlans(query, blocks, Math.min(count, this.wanted));
    }
    const found = count > 0 ? count : cited.length;
    const [first] = related;
    if (count > 0 && exact.length === 0 && this.isAsked) {
      return strings.absentWhole(query) + strings.instead.question(count + countOf(related));
    }
    const more =
      (this.elsewhere ? strings.elsewhereToo : '') +
      (explainedCount > 0 ? strings.explainedCount(explainedCount) : '');
    if (found > 0 || !first) {
      const isTold = found > 0 || more === '';
      return (
        (isTold ? strings.count(found, query) : strings.absent(query)) +
        (first ? strings.relatedCount(countOf(related)) : '') +
        more
      );
    }
    if (exact.length + named.length > 0) {
      return strings.notChosen(query) + strings.relatedCount(countOf(related)) + more;
    }
    return (
      this.opening(first.reason, query) +
      strings.instead[first.reason.kind](countOf(related)) +
      more
    );
  }

  /** Whether nothing has the words themselves, though something may be what they ask for. */
  private get isAsked(): boolean {
    return this.answer.named.length === 0 || this.answer.byQuestion === true;
  }

  /** What is said of words that do not stand in the text, before what answers them. */
  private opening({ kind, said }: Reason, query: string): string {
    if (kind === 'spelling' || kind === 'english') return strings.asked(query);
    if (kind === 'nearest') return strings.asked(brief(said));
    // Of a question a part may well stand there.
    const isWhole = kind === 'question' || brief(said) !== query;
    return isWhole ? strings.absentWhole(query) : strings.absent(query);
  }

  private button(label: string, act: () => void): Node {
    const button = make('button', { type: 'button', class: 'more' }, label);
    button.addEventListener('click', act);
    return make('p', {}, button);
  }

  /** What editors explain, by the type of what is explained. */
  private explainedGroup(explained: readonly Hit[]): HTMLElement {
    const group = make('section', { 'data-group': 'explained', 'aria-label': strings.explained });
    for (const [type, label] of this.index.types) {
      const ofType = explained.filter(({ record }) => record.type === type);
      if (ofType.length > 0) {
        group.append(kind(strings.explainedIn(label), ofType.length), this.list(ofType, label));
      }
    }
    return group;
  }

  private exactGroup(exact: readonly Hit[], named: readonly Hit[]): HTMLElement {
    const group = make('section', {
      'data-group': 'exact',
      'aria-label': strings.exact(exact.length + named.length),
    });
    const shown = exact.slice(0, this.isPage ? this.wanted : inHeader.text);
    const whole = shown.filter((hit) => !hit.isSplinter);
    const splinters = shown.filter((hit) => hit.isSplinter);
    const words = exact.filter((hit) => !hit.isSplinter).length;
    if (whole.length > 0) group.append(kind(strings.text, words), ...this.some(whole, words));
    if (splinters.length > 0) {
      const all = exact.length - words;
      group.append(kind(strings.splinters, all), ...this.some(splinters, all));
    }
    // In the order in which they answer: terms lead where it was asked what something is.
    for (const type of new Set(named.map(({ record }) => record.type))) {
      const ofType = named.filter(({ record }) => record.type === type);
      const [, label = ''] = this.index.types.find(([name]) => name === type) ?? [];
      const some = ofType.slice(0, this.isPage ? ofType.length : inHeader.named);
      group.append(kind(label, ofType.length), ...this.some(some, ofType.length, label));
    }
    return group;
  }

  private relatedGroup(reason: Reason, hits: readonly Hit[]): HTMLElement {
    const words = reason.words.slice(0, 6).map((word) => make('em', {}, `“${word}”`));
    const said = brief(reason.said);
    // Some sentences answer a word that is said without a word of theirs for it.
    const why =
      reason.kind === 'meaning' && words.length === 0
        ? strings.meaningOnly(said)
        : strings[reason.kind](said, (reason.missing ?? []).map(brief));
    const shown = hits.slice(0, this.isPage ? hits.length : inHeader.text);
    return make(
      'section',
      { 'data-group': 'related', 'aria-label': why },
      make('h2', { class: 'why' }, make('span', {}, why), ...apart(words)),
      ...this.some(shown, hits.length),
    );
  }

  /** A list, and in the header, where it is cut, the way to the others. The page of results has a button for them. */
  private some(hits: readonly Hit[], of: number, label?: string): Node[] {
    const rest = this.isPage ? 0 : of - hits.length;
    const all = this.searchUrl({ q: this.answer.query });
    return [this.list(hits, label), ...(rest > 0 ? [link(all, strings.rest(rest))] : [])];
  }

  private list(hits: readonly Hit[], label?: string): HTMLElement {
    const list = make('ol', label === undefined ? {} : { 'aria-label': label });
    list.append(...hits.map((hit) => make('li', {}, this.hit(hit))));
    return list;
  }

  private hit({ record, ranges, best, why }: Hit, index = this.index): Node {
    const [plan = '', , n = ''] = record.path.split('/');
    const about = index.plans.get(plan);
    const title = titleOf(record);
    const [numeral = '', sectionTitle] = about?.sections[(record.section ?? 0) - 1] ?? [];
    const sentences = record.sentences.map((sentence, i) => ({ ...sentence, n: i + 1 }));
    const touched = sentences.filter(
      ({ start, end, n: sentence }) =>
        sentence - 1 === best || ranges.some((range) => range.start < end && range.end > start),
    );
    const first =
      touched.find((sentence) => sentence.n - 1 === best) ??
      touched.find((sentence) => sentence.n > 1) ??
      touched[0];
    const anchor = record.idPrefix && first ? `#${record.idPrefix}${first.n}` : '';
    const words = [...new Set(ranges.map((range) => record.text.slice(range.start, range.end)))];
    const isText = textTypes.some((type) => type === record.type);
    const body = touched.filter((sentence) => sentence.n > 1 || record.type === 'general');
    // What a thing is called does not always say what it is.
    if (!isText && body.length === 0) body.push(...sentences.slice(1, 2));
    // Of a long answer the best sentence comes first.
    body.sort((a, b) => Number(b.n - 1 === best) - Number(a.n - 1 === best));
    const where = [
      why ? tellWhy(why) : undefined,
      index.planCount > 1 ? about?.title : undefined,
      numeral && record.type !== 'section'
        ? [strings.section(numeral, record.section ?? 0), sectionTitle].filter(Boolean).join('　')
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
        href: `${this.settings.root ?? '/'}${record.path}${anchor}`,
        'data-words': words.join('\n'),
      },
      ...(number ? [make('b', {}, number)] : []),
      make('strong', {}, ...name),
      ...(where.length > 0 ? [make('small', {}, ...setWords(where.join('　')))] : []),
      ...body
        .slice(0, this.isPage ? body.length : inHeader.sentences)
        .map((sentence) => make('span', {}, ...mark(record.text, sentence, ranges))),
    );
  }

  private searchUrl(changes: Record<string, string | undefined>): string {
    return searchUrl(this.settings, this.address, changes);
  }

  /** The title of the plan that is searched by default. */
  private get here(): string {
    return [...this.index.plans.values()][0]?.title ?? strings.scope.here;
  }

  private filterBar(hits: readonly Hit[]): Node | undefined {
    const chosenNames: string[] = [];
    const rows: Node[] = [];
    const { audiences, several } = this.index;
    const { sections } = this;
    const choices = countChoices(hits, this.filters, { audiences, sections }, this.index.types);
    const choose = (
      changes: Record<string, string | undefined>,
      text: string,
      current: boolean,
    ): Node => {
      const choice = link(this.searchUrl(changes), text);
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
      const chosen = this.filters[name];
      // A choice that narrows nothing is none, unless it has been made.
      const narrows = options.length > 1 && options.some(({ count }) => count < choices.all[name]);
      if (!narrows && chosen === undefined) return;
      const current = options.find(({ value }) => value === chosen);
      if (current) chosenNames.push(nameOf(current));
      rows.push(
        chips(label, [
          choose({ [name]: undefined }, `${any} ${choices.all[name]}`, chosen === undefined),
          ...options.map((option) =>
            choose(
              { [name]: option.value },
              `${nameOf(option)} ${option.count}`,
              option === current,
            ),
          ),
        ]),
      );
    };
    addRow('type', strings.kind, strings.type.all, choices.type, ({ name }) => name);
    addRow('section', strings.inSection, strings.anySection, choices.section, ({ value }) => {
      const [numeral = '', title = ''] = sections[Number(value) - 1] ?? [];
      return [numeral, title].filter(Boolean).join('　') || value;
    });
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
      if (this.ofAll) chosenNames.push(strings.scope.all);
      rows.push(
        chips(strings.scopeLabel, [
          choose({ scope: undefined }, this.here, !this.ofAll),
          choose({ ...nowhere, scope: 'all' }, strings.scope.all, this.ofAll),
        ]),
      );
    }
    const summary = make('summary', {}, [strings.filter, ...chosenNames].join('　'));
    return rows.length > 0 ? make('details', { class: 'filters' }, summary, ...rows) : undefined;
  }
}

type Group = Answer['related'][number];

const isGuide = ({ record }: Hit): boolean => record.type === 'guide';

const countOf = (groups: readonly Group[]): number =>
  groups.reduce((sum, { hits }) => sum + hits.length, 0);

/** The lists and pages that this page leads to in its header and at its foot, and the guides. */
function waysOf({ named }: OpenIndex, root = '/'): Way[] {
  const waysIn = (links: string): Way[] =>
    Array.from(document.querySelectorAll<HTMLAnchorElement>(links), (way) => ({
      href: way.getAttribute('href') ?? '',
      name: way.textContent,
    }));
  const { home, language, report } = strings.wayNames;
  const directory = document.getElementById(directoryId);
  const other = document.querySelector<HTMLAnchorElement>('header.site > a[hreflang]');
  const form = document.querySelector<HTMLMetaElement>('meta[name="error-report"]')?.content;
  const ways: Way[] = [
    { href: root, name: home, key: 'home' },
    ...waysIn(`#${directoryId} a, header.site nav a:not([href^="#"])`),
    ...(directory
      ? [{ href: `#${directoryId}`, name: directory.getAttribute('aria-label') ?? '' }]
      : []),
    ...named
      .filter(({ type }) => type === 'guide')
      .map((guide) => ({ href: root + guide.path, name: titleOf(guide).text })),
    ...(other
      ? [{ href: other.getAttribute('href') ?? '', name: language, key: other.hreflang }]
      : []),
    ...(form === undefined
      ? []
      : [{ href: form.replace(/\{\w+\}/gu, ''), name: report, key: 'report' }]),
  ];
  return ways.filter(({ href }, i) => ways.findIndex((way) => way.href === href) === i);
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

function kind(label: string, count?: number): HTMLElement {
  const counted = count === undefined ? [] : [make('small', {}, String(count))];
  return make('h2', { class: 'kind' }, label, ...counted);
}

/** Why a hit stands where it does, in a word or two. */
function tellWhy(why: Why): string {
  return why.kind === 'title' ? strings.why.title : strings.why[why.kind](why.words.map(brief));
}

const longest = 24;

/** Words as they are repeated to the reader: of a pasted paragraph the beginning is enough. */
function brief(words: string): string {
  const characters = Array.from(words);
  return characters.length <= longest
    ? words
    : `${characters.slice(0, longest).join('')}${strings.cut}`;
}

import { make } from '../../elements/markup.ts';
import type { Extent } from '../../text/span.ts';
import { sectionUrl, sentenceInTextUrl, taskUrl, planUrl } from '../../urls.ts';
import type { Decision } from '../changes.ts';
import type { Path, Value } from '../edit-yaml.ts';
import type { DeskEntry } from '../entries.ts';
import type { DeskKind } from '../fields.ts';
import type { Asked } from '../server.ts';
import type { DeskFault, DeskState } from '../state.ts';
import { deskWords as words } from '../words.ts';
import { EntryForm, FormFault } from './entry-form.ts';
import { keyOf, selectedWords, setText } from './plan-text.ts';
import { type Answer, ask, readAddress } from './request.ts';

type Values = Record<string, Value>;

const { plan, token } = readAddress(location.hash);

/** The parts of the page that stay. */
const bar = make('header', { class: 'bar' });
const text = make('section', { class: 'source', 'aria-label': words.text, tabindex: '-1' });
const panel = make('section', { class: 'entry', 'aria-label': words.entry });
const frame = make('iframe', { title: words.preview, hidden: '' });
const previewNote = make('p', { class: 'note' }, words.previewWaits);
const preview = make(
  'section',
  { class: 'preview', 'aria-label': words.preview },
  previewNote,
  frame,
);
const status = make('p', { class: 'status', role: 'status' }, words.loading);
const help = make('dialog', { class: 'help', 'aria-label': words.help });

let state: DeskState | undefined;
let kinds: readonly DeskKind[] = [];
let plans: readonly string[] = [];
let canUndo = false;
let selected: string | undefined;
let only: string | undefined;
let isShowingDecided = false;
let form: EntryForm | undefined;
/** An entry that is being added: nothing is written before the editor says so. */
let draft: { kind: DeskKind; values: Values } | undefined;
let previewAt: string | undefined;
let lastSteps: string[] = [];

const entryOf = (key: string | undefined): DeskEntry | undefined =>
  state?.entries.find((entry) => keyOf(entry) === key);
const kindOf = (file: string): DeskKind | undefined => kinds.find((kind) => kind.file === file);
const firstPlace = ({ places }: DeskEntry): number => places[0]?.start ?? Number.MAX_SAFE_INTEGER;

/** What waits, of the kind that is looked at, in the order of the text. */
function waiting(): DeskEntry[] {
  return (state?.entries ?? [])
    .filter((entry) => entry.state === 'pending' && (only === undefined || entry.file === only))
    .sort((a, b) => firstPlace(a) - firstPlace(b));
}

function shown(): DeskEntry[] {
  return (state?.entries ?? []).filter(
    (entry) =>
      (only === undefined || entry.file === only) &&
      (isShowingDecided || entry.state === 'pending' || keyOf(entry) === selected),
  );
}

let turn: Promise<unknown> = Promise.resolve();

/** Acts when all that was asked for before is done: each step rests on the files as the one before left them. */
function inTurn(act: () => unknown): void {
  turn = turn.then(act).catch((error: unknown) => {
    status.textContent = String(error);
  });
}

function button(
  name: string,
  act: () => unknown,
  { key, ...attributes }: { key?: string } & Record<string, string> = {},
): HTMLButtonElement {
  const made = make('button', { type: 'button', 'data-act': name, ...attributes }, name);
  if (key) {
    made.setAttribute('aria-keyshortcuts', key);
    made.append(make('kbd', { 'aria-hidden': 'true' }, key.toUpperCase()));
  }
  made.addEventListener('click', () => inTurn(act));
  return made;
}

function render(): void {
  const focused = document.activeElement?.closest<HTMLElement>('[data-act]')?.dataset['act'];
  renderBar();
  renderText();
  renderPanel();
  renderPreview();
  // What had the focus was made anew.
  if (focused !== undefined && document.activeElement === document.body) {
    document.querySelector<HTMLElement>(`[data-act="${CSS.escape(focused)}"]`)?.focus();
  }
}

function renderBar(): void {
  if (!state) return;
  const all = state.entries.filter((entry) => entry.state === 'pending');
  const count = (file: string): number => all.filter((entry) => entry.file === file).length;
  const chip = (name: string, file: string | undefined, n: number): HTMLButtonElement =>
    button(
      name,
      () => {
        only = file;
        render();
      },
      { 'aria-pressed': String(only === file), 'data-count': `${n}` },
    );
  const present = kinds.filter(({ file }) => state?.entries.some((entry) => entry.file === file));
  const done = make('input', { type: 'checkbox' });
  done.checked = isShowingDecided;
  done.addEventListener('change', () => {
    isShowingDecided = done.checked;
    render();
  });
  const undo = button(words.undo, () => take({ do: 'undo' }, words.done.undo), { key: 'u' });
  undo.disabled = !canUndo;
  const progress = make('progress', {
    max: `${state.entries.length}`,
    value: `${state.entries.length - all.length}`,
    'aria-hidden': 'true',
  });
  bar.replaceChildren(
    make('div', { class: 'heading' }, make('b', {}, state.plan.title), planChoice()),
    make('div', { class: 'count' }, make('b', {}, words.left(all.length)), progress),
    renderFaults(state.faults),
    make('label', { class: 'decided' }, done, words.showDecided),
    undo,
    button(words.help, () => help.showModal(), { key: '?' }),
    make(
      'div',
      { class: 'kinds', role: 'group', 'aria-label': words.filter },
      chip(words.every, undefined, all.length),
      ...present.map(({ file, title }) => chip(title, file, count(file))),
    ),
  );
}

/** The other plans of the site, if there are any. */
function planChoice(): HTMLElement | '' {
  if (plans.length < 2) return '';
  const select = make(
    'select',
    { 'aria-label': words.plan },
    ...plans.map((id) => make('option', {}, id)),
  );
  select.value = plan;
  select.addEventListener('change', () => {
    location.hash = `${encodeURIComponent(select.value)}:${token}`;
    location.reload();
  });
  return select;
}

function renderFaults(faults: readonly DeskFault[]): HTMLElement {
  const items = faults.map((fault) => {
    const entry = entryAt(fault);
    const line = document.querySelector(`[data-line="${fault.line}"]`);
    const place = `${fault.file}:${fault.line}`;
    const lead = entry
      ? button(place, () => select(keyOf(entry)))
      : fault.file.startsWith('seeds/') && line
        ? button(place, () => line.scrollIntoView({ block: 'center' }))
        : make('code', {}, place);
    return make('li', {}, lead, tellFault(fault));
  });
  return make(
    'details',
    { class: 'faults', ...(faults.length > 0 ? { 'data-some': '' } : {}) },
    make('summary', {}, words.faults(faults.length)),
    make('ol', {}, ...items),
  );
}

const tellFault = ({ meaning, code, expected, found }: DeskFault): HTMLElement =>
  make(
    'p',
    {},
    make('b', {}, meaning),
    make('code', {}, ` ${code}`),
    make('br', {}),
    `${words.expected}${expected}`,
    make('br', {}),
    `${words.found}${found}`,
  );

/** The entry whose lines a fault is on; of two that nest, the inner one. */
function entryAt({ file, line }: DeskFault): DeskEntry | undefined {
  return state?.entries.findLast(
    (entry) =>
      file.endsWith(`/plans/${plan}/${entry.file}.yaml`) &&
      entry.lines[0] <= line &&
      line <= entry.lines[1],
  );
}

function renderText(): void {
  if (!state) return;
  const { scrollTop } = text;
  text.replaceChildren(...setText(state.parts, shown(), selected));
  text.scrollTop = scrollTop;
}

function placeName({ places: [place], file, lines }: DeskEntry): string {
  const where =
    place?.task !== undefined
      ? words.inTask(place.task)
      : place?.section !== undefined
        ? words.inSection(place.section)
        : place
          ? words.inPart
          : '';
  return [kindOf(file)?.title, where, `${file}.yaml ${words.line(lines[0])}`]
    .filter(Boolean)
    .join(' · ');
}

/** What an entry is called: the words that it quotes, or its name. */
const nameOf = ({ values: { name, title, quote, id } }: DeskEntry): string =>
  String(quote ?? name ?? title ?? id ?? '');

function renderPanel(): void {
  form = undefined;
  const chosen = selectedWords(text);
  if (draft) return renderDraft(draft);
  const entry = entryOf(selected);
  const kind = entry && kindOf(entry.file);
  if (!state || !entry || !kind) {
    panel.replaceChildren(
      make('p', { class: 'nothing' }, waiting().length === 0 ? words.allDone : words.nothing),
      ...(chosen ? [addChoices(words.addAs, kinds, chosen)] : []),
    );
    return;
  }
  const fields =
    entry.path.length === 1
      ? kind.fields
      : (kind.fields.find(({ name }) => name === 'mentions')?.fields ?? []);
  const own = new EntryForm(fields, entry.values, state.ids);
  form = own;
  const faults = state.faults.filter((fault) => entryAt(fault) === entry);
  // What is missing may stand there.
  if (faults.length > 0)
    for (const more of own.element.querySelectorAll('details')) more.open = true;
  const [place] = entry.places;
  const isLeft =
    entry.state === 'refused' &&
    kind.instead.length > 0 &&
    place &&
    !state.entries.some(
      (other) =>
        other.state !== 'refused' &&
        other.places.some(({ start, end }) => start < place.end && place.start < end) &&
        [kind.file, ...kind.instead].includes(other.file),
    );
  const others = kinds.filter(({ file }) => kind.instead.includes(file));
  panel.replaceChildren(
    make('p', { class: 'where' }, placeName(entry)),
    make(
      'h2',
      { class: 'words' },
      nameOf(entry),
      make('span', { class: `state ${entry.state}` }, words.states[entry.state]),
    ),
    ...(entry.why && entry.state !== 'accepted'
      ? [make('p', { class: 'why' }, make('b', {}, words.why), entry.why)]
      : []),
    make(
      'div',
      { class: 'acts' },
      ...(entry.state === 'accepted'
        ? []
        : [button(words.accept, () => decide('accept'), { key: 'a', class: 'chief' })]),
      ...(entry.state === 'refused'
        ? []
        : [button(words.refuse, () => decide('refuse'), { key: 'r' })]),
      ...(entry.state === 'refused' ? [button(words.wait, () => decide('wait'))] : []),
      button(words.edit, () => form?.focus(), { key: 'e' }),
      button(words.previous, () => step(-1), { key: 'k' }),
      button(words.next, () => step(1), { key: 'j' }),
    ),
    ...(isLeft ? [addChoices(words.instead, others, place)] : []),
    ...(chosen && !isLeft
      ? [addChoices(words.addAs, kinds, chosen, mentionButton(entry, chosen))]
      : []),
    ...faults.map((fault) => make('div', { class: 'fault', role: 'alert' }, tellFault(fault))),
    makeForm(
      own,
      entry.state === 'pending'
        ? [
            { name: words.save, act: () => save(entry, own, true) },
            { name: words.saveOnly, act: () => save(entry, own, false) },
          ]
        : [{ name: words.saveOnly, act: () => save(entry, own, false) }],
    ),
  );
}

type FormAct = { name: string; act: () => unknown };

/** A form, with the buttons that write it; the first is what Enter does. */
function makeForm(own: EntryForm, acts: readonly [FormAct, ...FormAct[]]): HTMLFormElement {
  const message = make('p', { class: 'fault', role: 'alert', hidden: '' });
  const run = async ({ act }: FormAct): Promise<void> => {
    message.hidden = true;
    try {
      await act();
    } catch (error) {
      if (!(error instanceof FormFault)) throw error;
      message.textContent = error.message;
      message.hidden = false;
      error.control.focus();
    }
  };
  const made = make(
    'form',
    { novalidate: '' },
    own.element,
    message,
    make('div', { class: 'acts' }, ...acts.map((one) => button(one.name, () => run(one)))),
  );
  made.addEventListener('keydown', (event) => {
    const { target } = event;
    if (event.key !== 'Enter' || event.isComposing) return;
    if (target instanceof Element && target.closest('button, summary')) return;
    // Where a line is an item, Enter begins another.
    const isList = target instanceof HTMLTextAreaElement && target.placeholder !== '';
    if (isList && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    inTurn(() => run(acts[0]));
  });
  return made;
}

function renderDraft({ kind, values }: NonNullable<typeof draft>): void {
  if (!state) return;
  const own = new EntryForm(kind.fields, values, state.ids);
  form = own;
  panel.replaceChildren(
    make('p', { class: 'where' }, words.adding(kind.title)),
    makeForm(own, [
      { name: words.add, act: () => add(kind, values, own) },
      { name: words.cancel, act: cancel },
    ]),
  );
}

function cancel(): void {
  draft = undefined;
  render();
}

function addChoices(
  label: string,
  choices: readonly DeskKind[],
  { start, end }: Extent,
  first: HTMLElement | '' = '',
): HTMLElement {
  const begin = async (kind: DeskKind): Promise<void> => {
    const taken = (state?.entries ?? []).flatMap(({ file, values: { id } }) =>
      file === kind.file && id !== undefined ? [String(id)] : [],
    );
    const { values } = await askPlan({ do: 'start', file: kind.file, start, end, taken });
    if (!values) return;
    draft = { kind, values };
    renderPanel();
    form?.focus();
  };
  return make(
    'div',
    { class: 'choices', role: 'group', 'aria-label': label },
    make('span', {}, label),
    first,
    ...choices
      .filter(({ fields }) =>
        fields.some(({ name }) => ['quote', 'mentions', 'from'].includes(name)),
      )
      .map((kind) => button(kind.title, () => begin(kind), { 'data-act': `add ${kind.file}` })),
  );
}

/** Makes words another place of the entry that is shown, if it has mentions. */
function mentionButton(entry: DeskEntry, { start, end }: Extent): HTMLElement | '' {
  const { file, path, values: own } = entry;
  const fields = kindOf(file)?.fields.find(({ name }) => name === 'mentions')?.fields;
  const [i] = path;
  if (!fields || typeof i !== 'number') return '';
  return button(words.mentionOf(shorten(nameOf(entry))), async () => {
    const { values } = await askPlan({ do: 'start', file, start, end, taken: [] });
    const [mention] = (values?.['mentions'] ?? []) as Values[];
    if (!mention) return;
    // What must be said of each, as a body's part in a task, is most likely what is said of the one before.
    const { mentions = [own] } = own as { mentions?: DeskEntry['values'][] };
    for (const { name, required, isPlace } of fields) {
      const before = mentions.at(-1)?.[name];
      if (required && !isPlace && mention[name] === undefined && before !== undefined)
        mention[name] = before as Value;
    }
    getSelection()?.removeAllRanges();
    const version = state?.versions[file] ?? '';
    await take({ do: 'mention', file, version, i, mention }, words.done.add);
  });
}

const shorten = (name: string): string =>
  name.length > 12 ? `${Array.from(name).slice(0, 11).join('')}…` : name;

function renderPreview(): void {
  if (!state || previewAt === undefined) return;
  const { id } = state.plan;
  const [place] = entryOf(selected)?.places ?? [];
  const page =
    place === undefined || place.part !== undefined
      ? place?.part === 'general' && place.sentence !== undefined
        ? sentenceInTextUrl(id, {}, place.sentence)
        : planUrl(id)
      : place.sentence === undefined
        ? place.task === undefined
          ? sectionUrl(id, place.section ?? 1)
          : taskUrl(id, place.task)
        : sentenceInTextUrl(id, place, place.sentence);
  const address = previewAt + page;
  if (frame.src !== address) frame.src = address;
}

/** Asks about this plan, and tells what went wrong. */
async function askPlan(asked: Asked): Promise<Answer> {
  const answer = await ask(token, `/plans/${encodeURIComponent(plan)}`, asked).catch(
    (): Answer => ({ failed: words.failed }),
  );
  if (answer.failed !== undefined) status.textContent = answer.failed;
  return answer;
}

/** Does a step, and shows the plan as it is then. */
async function take(asked: Asked, said: string): Promise<boolean> {
  const answer = await askPlan(asked);
  if (answer.state) state = answer.state;
  if (answer.canUndo !== undefined) canUndo = answer.canUndo;
  if (answer.faults) panel.replaceChildren(...answer.faults.map(tellFault));
  const isDone = answer.state !== undefined && answer.conflict === undefined;
  if (isDone && asked.do === 'undo') selected = lastSteps.pop() ?? selected;
  if (isDone && ['edit', 'add', 'mention'].includes(asked.do)) lastSteps.push(selected ?? '');
  if (answer.state) {
    status.textContent = answer.conflict
      ? words.conflict
      : `${said === '' ? '' : `${said}。`}${words.left(state?.entries.filter((entry) => entry.state === 'pending').length ?? 0)}`;
    render();
    if (asked.do === 'undo') showSelected();
  }
  return isDone;
}

const aboutEntry = ({ file, path }: DeskEntry) => ({
  file,
  version: state?.versions[file] ?? '',
  path,
});

/** Whether the entry that is shown is at fault, or its words are left without another. */
const wantsLook = (): boolean => panel.querySelector('.choices, .fault:not([hidden])') !== null;

async function decide(decision: Decision): Promise<void> {
  const entry = entryOf(selected);
  if (!entry || (decision === 'accept' && entry.state === 'accepted')) return;
  const next = neighbour(1);
  const asked = { ...aboutEntry(entry), decision, changes: [] };
  const isDone = await take({ do: 'edit', ...asked }, words.done[decision]);
  if (isDone && decision !== 'wait' && !wantsLook()) select(next);
  // The next key says what the words are instead.
  if (isDone && decision === 'refuse') panel.querySelector<HTMLElement>('.choices button')?.focus();
}

async function save(entry: DeskEntry, own: EntryForm, isAccepted: boolean): Promise<void> {
  const changes = own.changes();
  const next = neighbour(1);
  const isDone = await take(
    { do: 'edit', ...aboutEntry(entry), changes, ...(isAccepted ? { decision: 'accept' } : {}) },
    isAccepted ? words.done.accept : words.done.save,
  );
  if (isDone && isAccepted && !wantsLook()) select(next);
}

async function add(kind: DeskKind, values: Values, own: EntryForm): Promise<void> {
  const entry = structuredClone(values);
  for (const { path, value } of own.changes()) setIn(entry, path, value);
  draft = undefined;
  const asked = { file: kind.file, version: state?.versions[kind.file] ?? '', entry };
  const isDone = await take({ do: 'add', ...asked }, words.done.add);
  const added = state?.entries.findLast(
    ({ file, path }) => file === kind.file && path.length === 1,
  );
  if (isDone && added) select(keyOf(added));
}

/** Writes a value where its path leads, through lists as through fields. */
function setIn(values: Values, [key = '', ...rest]: Path, value: Value | undefined): void {
  if (rest.length > 0) setIn((values[key] ??= {}) as Values, rest, value);
  else if (value === undefined) delete values[key];
  else values[key] = value;
}

/** What waits behind the entry that is selected, or before it; the first, if there is none. */
function neighbour(by: 1 | -1): string | undefined {
  const list = waiting();
  const entry = entryOf(selected);
  const at = list.findIndex((one) => one === entry);
  const rest = list.filter((one) => one !== entry);
  if (rest.length === 0) return undefined;
  const from = entry ? firstPlace(entry) : -1;
  const found =
    at >= 0
      ? list[at + by]
      : by > 0
        ? rest.find((one) => firstPlace(one) >= from)
        : rest.findLast((one) => firstPlace(one) < from);
  const other = found ?? (by > 0 ? rest[0] : rest.at(-1));
  return other && keyOf(other);
}

function step(by: 1 | -1): void {
  const key = neighbour(by);
  if (key !== undefined) select(key);
}

function select(key: string | undefined): void {
  draft = undefined;
  selected = key;
  getSelection()?.removeAllRanges();
  render();
  panel.scrollTop = 0;
  showSelected();
}

function showSelected(): void {
  text.querySelector('[aria-current]')?.scrollIntoView({ block: 'center' });
}

const acts: Readonly<Record<string, () => unknown>> = {
  j: () => step(1),
  arrowdown: () => step(1),
  k: () => step(-1),
  arrowup: () => step(-1),
  a: () => decide('accept'),
  r: () => decide('refuse'),
  e: () => form?.focus(),
  u: () => take({ do: 'undo' }, words.done.undo),
  '?': () => help.showModal(),
};

function listen(): void {
  document.addEventListener('keydown', (event) => {
    const { target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || help.open) return;
    if (
      target instanceof Element &&
      target.closest('input:not([type=checkbox]), select, textarea')
    ) {
      if (event.key !== 'Escape') return;
      if (draft) cancel();
      else if (target instanceof HTMLElement) target.blur();
      return;
    }
    // An input method may keep the letter to itself.
    const key = event.key === 'Process' ? event.code.replace(/^Key/u, '') : event.key;
    // Where a caret moves in the text (F7), shift and an arrow select words.
    if (event.shiftKey && /^Arrow/u.test(key)) return;
    const isButton = (key === 'Enter' || key === ' ') && target instanceof Element;
    const quoted = isButton ? target.closest<HTMLElement>('.quoted') : null;
    const act = quoted ? () => select(quoted.dataset['key']) : acts[key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    inTurn(act);
  });
  text.addEventListener('click', (event) => {
    const quoted =
      event.target instanceof Element ? event.target.closest<HTMLElement>('.quoted') : null;
    if (quoted && !selectedWords(text)) inTurn(() => select(quoted.dataset['key']));
  });
  const look = (): void => {
    // The selection is known once the event is over.
    setTimeout(() => {
      if (!draft && selectedWords(text)) renderPanel();
    });
  };
  text.addEventListener('pointerup', look);
  document.addEventListener('keyup', ({ key }) => {
    if (key === 'Shift') look();
  });
}

async function start(): Promise<void> {
  document.body.append(bar, make('main', {}, text, panel, preview), status, help);
  help.append(
    make('h2', {}, words.help),
    make(
      'dl',
      {},
      ...words.keys.flatMap(([key, means]) => [
        make('dt', {}, make('kbd', {}, key)),
        make('dd', {}, means),
      ]),
    ),
    button(words.close, () => help.close()),
  );
  if (token === '') {
    status.textContent = words.noToken;
    return;
  }
  const site = await ask(token, '/site').catch((): Answer => ({ failed: words.failed }));
  if (site.failed !== undefined) {
    status.textContent = site.failed === '403' ? words.noToken : site.failed;
    return;
  }
  [kinds, plans] = [site.kinds ?? [], site.plans ?? []];
  listen();
  if (await take({ do: 'look' }, '')) select(neighbour(1));
  const { preview: address } = await ask(token, '/preview').catch((): Answer => ({}));
  previewAt = address;
  frame.hidden = address === undefined;
  preview.hidden = address === undefined;
  if (preview.hidden) status.textContent = `${status.textContent} ${words.noPreview}`;
  previewNote.textContent = words.previewNote;
  renderPreview();
}

void start();

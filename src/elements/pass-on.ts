import { dayOf } from '../citation/day.ts';
import {
  fileNameOf,
  formatBibtex,
  formatQuotation,
  formatReference,
  formatRis,
} from '../citation/citation.ts';
import { embedCode, quoteFrameHeight } from '../citation/embed.ts';
import { errorReportAddress } from '../citation/error-report.ts';
import { passOnStrings as strings } from '../words/strings.ts';
import { loadStyle } from './load-style.ts';
import { make } from './markup.ts';
import stylesheet from './pass-on.css?url';
import { type Passage, passageOfPage, passageOfRange, passageOfSentence } from './passage.ts';
import { selectedRange } from './plan-words.ts';
import { joining } from '../words/joining-words.ts';

/** What is open: a row under a sentence, and what opened it. */
let open: { row: HTMLElement; control: Element } | undefined;

/**
 * Opens the row that passes on a sentence or what the page is about; closes it if it is open.
 * @param control the sentence, or the button of a page
 * @param byControl whether the reader used a control, and is to go on in the row
 */
export function toggleRow(control: Element, byControl: boolean): void {
  const again = open?.control === control;
  closeRow();
  if (again) return;
  const passage = passageOf(control);
  const row = makeRow(passage);
  open = { row, control };
  placeFor(control).after(row);
  expanded(control, true);
  row.hidden = true;
  void loadStyle(stylesheet).then(() => {
    row.hidden = false;
    // After the browser has followed the number's link, which takes the focus away.
    if (byControl) requestAnimationFrame(() => row.querySelector('button')?.focus());
  });
}

function closeRow(): void {
  if (!open) return;
  const { row, control } = open;
  open = undefined;
  const hadFocus = row.contains(document.activeElement);
  row.remove();
  expanded(control, false);
  if (hadFocus) buttonOf(control)?.focus();
}

/** The link or button by which a reader opens a row. */
const buttonOf = (control: Element): HTMLElement | null =>
  control.matches('a, button')
    ? (control as HTMLElement)
    : control.querySelector<HTMLElement>(':scope > a');

function expanded(control: Element, state: boolean): void {
  buttonOf(control)?.setAttribute('aria-expanded', String(state));
}

function passageOf(control: Element): Passage {
  return control.matches('.pass') ? passageOfPage() : passageOfSentence(control);
}

/** What a row follows: its sentence, with the notes that stand beside it. */
function placeFor(control: Element): Element {
  const text = control.closest('p, h1, h2, h3, h4, h5, h6') ?? control;
  const beside = text.nextElementSibling;
  return beside?.matches('.row > .notes') ? beside : text;
}

function makeRow(passage: Passage): HTMLElement {
  const { part, title } = passage.source;
  const row = make('div', {
    class: 'pass-on',
    role: 'group',
    'aria-label': strings.group(part ?? title),
  });
  row.append(...makeActs(() => passage, passage));
  const close = make(
    'button',
    { type: 'button', class: 'close', 'aria-label': strings.close },
    '×',
  );
  close.addEventListener('click', () => closeRow());
  row.firstElementChild?.prepend(make('span', { class: 'size' }, part ?? title));
  row.firstElementChild?.append(close);
  row.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') closeRow();
  });
  return row;
}

type Act = 'link' | 'citation' | 'quotation';

const textOf: Record<Act, (passage: Passage) => string> = {
  link: ({ source }) => source.url,
  citation: ({ source }) => formatReference(source, today()),
  quotation: ({ words, source }) => formatQuotation(words, source),
};

const today = (): string => dayOf(new Date());

/** The buttons, and what they have to show below; `about` where that is known already. What has no words of its own is not quoted. */
function makeActs(passage: () => Passage, about?: Passage): HTMLElement[] {
  const shown = make('div', { class: 'shown' });
  const status = make('p', { role: 'status' });
  const say = (message: string, ...more: Node[]): void => {
    status.textContent = message;
    shown.replaceChildren(...more);
  };
  const button = (text: string, act: () => void): HTMLButtonElement => {
    const made = make('button', { type: 'button' }, text);
    made.addEventListener('click', act);
    return made;
  };
  const copyButton = (act: Act): HTMLButtonElement =>
    button(strings[act], () => {
      const text = textOf[act](passage());
      void copy(text, act === 'quotation' ? htmlOf(passage()) : undefined).then((copied) => {
        if (copied) say(strings.copied[act], make('p', { class: 'copied', translate: 'no' }, text));
        else showSelected(text);
      });
    });
  const showSelected = (text: string): void => {
    const lines = String(Math.min(6, text.split('\n').length + Math.ceil(text.length / 60)));
    const field = make('textarea', { readonly: '', rows: lines, 'aria-label': strings.select });
    field.value = text;
    say(strings.select, field);
    field.focus();
    field.select();
  };
  const acts = make(
    'p',
    { class: 'acts' },
    copyButton('link'),
    copyButton('citation'),
    ...(about?.words === '' ? [] : [copyButton('quotation')]),
    button(strings.code, () => void showCode(passage(), say)),
  );
  if ('share' in navigator) {
    acts.append(
      button(strings.share, () => {
        const { words, source } = passage();
        // A reader who turns back from the system's sheet needs no message.
        navigator
          .share({ title: source.title, ...(words === '' ? {} : { text: words }), url: source.url })
          .catch(() => undefined);
      }),
    );
  }
  for (const [name, ending] of [
    ['BibTeX', 'bib'],
    ['RIS', 'ris'],
  ] as const) {
    acts.append(button(name, () => download(passage(), ending)));
  }
  if (embeddable.test(passage().source.url)) {
    acts.append(
      button(strings.embed, () => {
        const text = embedCodeOf(passage());
        void copy(text).then((copied) => {
          if (copied)
            say(strings.copied.embed, make('p', { class: 'copied', translate: 'no' }, text));
          else showSelected(text);
        });
      }),
    );
  }
  const report = makeErrorLink(passage);
  if (report) acts.append(report);
  return [acts, status, shown];
}

/** Addresses of sentences and figures: each has a page to be set into other sites. */
const embeddable = /\/(?:(?:tasks|sections)\/\d+|general|targets)\/[^/?#]+\/$/u;

function embedCodeOf({ words, source }: Passage): string {
  return embedCode({
    address: `${source.url}embed/`,
    title: [source.title, source.part].filter(Boolean).join(joining.comma),
    height: quoteFrameHeight(words),
  });
}

/** The link to tell the editors of an error, where the site asks for it. What is selected is known when it is followed. */
function makeErrorLink(passage: () => Passage): HTMLElement | undefined {
  const form = document.querySelector<HTMLMetaElement>('meta[name="error-report"]')?.content;
  if (form === undefined) return undefined;
  const link = make('a', { href: form.startsWith('mailto:') ? form : '#' }, strings.error);
  const fill = (): void => {
    const { words, source } = passage();
    link.setAttribute('href', errorReportAddress(form, { words, ...source }, strings.error));
  };
  for (const event of ['pointerdown', 'focus', 'click']) link.addEventListener(event, fill);
  return link;
}

/** Copies a text, and its HTML for programs that take it; whether that went well. */
async function copy(text: string, html?: string): Promise<boolean> {
  try {
    if (html !== undefined && 'ClipboardItem' in window) {
      const blob = (content: string, type: string): Blob => new Blob([content], { type });
      await navigator.clipboard.write([
        new ClipboardItem({
          'text/plain': blob(text, 'text/plain'),
          'text/html': blob(html, 'text/html'),
        }),
      ]);
    } else {
      await navigator.clipboard.writeText(text);
    }
    return true;
  } catch {
    // No permission, or no secure context: there `clipboard` is not even there.
    return false;
  }
}

/** Words and their source as HTML: paragraphs, and a link, without colours or classes. */
function htmlOf({ words, source }: Passage): string {
  const around = document.createElement('div');
  for (const line of words.split('\n')) around.append(make('p', {}, line));
  const name = [source.title, source.part].filter(Boolean).join(joining.comma);
  around.append(make('p', {}, joining.dash, make('a', { href: source.url }, name)));
  // Read, not set: it was made of texts above, and so is escaped.
  return around.innerHTML;
}

async function showCode(
  { short }: Passage,
  say: (message: string, ...more: Node[]) => void,
): Promise<void> {
  const { makeQrCode } = await import('../citation/qr-code.ts');
  const { size, path, margin } = makeQrCode(short);
  const draw = (name: string, attributes: Record<string, string>): SVGElement => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const corner = String(-margin);
  const side = String(size);
  const svg = draw('svg', {
    viewBox: `${corner} ${corner} ${side} ${side}`,
    role: 'img',
    'aria-label': strings.code,
    'shape-rendering': 'crispEdges',
  });
  const ground = { x: corner, y: corner, width: side, height: side, fill: 'white' };
  svg.append(draw('rect', ground), draw('path', { d: path }));
  say(strings.codeHint, svg, make('p', { class: 'copied', translate: 'no' }, short));
}

function download({ source }: Passage, ending: 'bib' | 'ris'): void {
  const content = (ending === 'bib' ? formatBibtex : formatRis)(source, today());
  const type = ending === 'bib' ? 'application/x-bibtex' : 'application/x-research-info-systems';
  const href = URL.createObjectURL(new Blob([content], { type }));
  make('a', { href, download: `${fileNameOf(source.url)}.${ending}` }).click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

let bar: HTMLElement | undefined;
let selected: Passage | undefined;
let pressing = false;

/** Shows the bar for the words that are selected, as long as they are. */
export function offerSelection(): void {
  const range = selectedRange();
  const passage = range && passageOfRange(range);
  if (!passage) {
    // The field in the bar, or a button that was tapped, takes the selection away.
    if (!pressing && bar && !bar.contains(document.activeElement)) {
      selected = undefined;
      bar.hidden = true;
    }
    return;
  }
  selected = passage;
  bar ??= makeBar();
  const count = Array.from(passage.words.replace(/\s/gu, '')).length;
  bar.querySelector('.size')?.replaceChildren(strings.selected(count));
  void loadStyle(stylesheet).then(() => {
    if (bar && selected === passage) bar.hidden = false;
  });
}

function makeBar(): HTMLElement {
  const made = make('div', {
    hidden: '',
    class: 'pass-on selection',
    role: 'group',
    'aria-label': strings.group(strings.selection),
  });
  const acts = makeActs(() => selected ?? passageOfPage());
  acts[0]?.prepend(make('span', { class: 'size' }));
  made.append(...acts);
  made.addEventListener('pointerdown', () => (pressing = true));
  addEventListener('pointerup', () => (pressing = false));
  document.addEventListener('selectionchange', offerSelection);
  document.addEventListener('keydown', (event) => {
    if (made.hidden) return;
    if (event.key === 'Escape') {
      made.hidden = true;
      getSelection()?.collapseToStart();
    } else if (event.key === 'Tab' && !event.shiftKey && !made.contains(document.activeElement)) {
      // The bar stands far from the words: the next stop is its first button.
      event.preventDefault();
      made.querySelector('button')?.focus();
    }
  });
  document.body.append(made);
  return made;
}

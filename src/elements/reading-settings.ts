import {
  type ReadingSettings as Settings,
  choices,
  readSettings,
  writeSettings,
} from '../reading-settings/choices.ts';
import { settingsStrings as strings } from '../reading-settings/words.ts';
import { applySettings, keepSettings } from './kept-settings.ts';
import { loadStyle } from './load-style.ts';
import { make } from './markup.ts';
import ownSheet from '../styles/settings-form.css?url';

const tag = 'reading-settings';

/**
 * `<reading-settings>`: a form of what a reader may set. A change shows at once on the page around it, and is kept. What
 * stands in the element before is for readers without script.
 */
class ReadingSettings extends HTMLElement {
  private settings = readSettings(document.documentElement.className);
  private readonly size = make('output', {});
  private readonly status = make('p', { role: 'status' });
  declare private listening: AbortController | undefined;

  connectedCallback(): void {
    this.listening = new AbortController();
    const { signal } = this.listening;
    const senior = make('input', { type: 'checkbox', name: 'view', value: 'senior' });
    const form = make(
      'form',
      { 'aria-label': strings.title },
      make('p', { class: 'senior-view' }, labelled(senior, strings.names.view), strings.senior),
      group(
        'size',
        stepButton(-1, strings.smaller, '−'),
        this.size,
        stepButton(1, strings.larger, '+'),
      ),
      radios('lines'),
      radios('theme'),
      radios('face'),
      radios('glosses'),
      radios('characters', strings.converted),
      radios('pinyin', strings.spelled),
      make('button', { type: 'reset' }, strings.reset),
      this.status,
    );
    form.addEventListener(
      'change',
      ({ target }) => {
        if (target instanceof HTMLInputElement) this.choose(target);
      },
      { signal },
    );
    form.addEventListener(
      'click',
      ({ target }) => {
        const by = Number((target as HTMLElement).dataset['by'] ?? 0);
        if (by !== 0) this.step(by);
      },
      { signal },
    );
    form.addEventListener(
      'reset',
      (event) => {
        event.preventDefault();
        this.set(readSettings(null));
      },
      { signal },
    );
    form.addEventListener('submit', (event) => event.preventDefault(), { signal });
    this.replaceChildren(form);
    this.show();
    void loadStyle(ownSheet);
  }

  disconnectedCallback(): void {
    this.listening?.abort();
  }

  private choose({ name, value, checked }: HTMLInputElement): void {
    const kept = { ...this.settings, [name]: checked ? value : '' };
    // Read as what is kept is read: only what is known counts.
    this.set(readSettings(writeSettings(kept)));
  }

  private step(by: number): void {
    const at = choices.size.indexOf(this.settings.size) + by;
    const size = choices.size[at];
    if (size !== undefined) this.set({ ...this.settings, size });
  }

  private set(settings: Settings): void {
    this.settings = settings;
    const isKept = keepSettings(settings);
    applySettings(settings);
    this.show();
    this.status.textContent = isKept ? strings.kept : strings.notKept;
  }

  private show(): void {
    for (const input of this.querySelectorAll('input')) {
      input.checked = Object.entries(this.settings).some(
        ([name, value]) => name === input.name && value === input.value,
      );
    }
    const { size } = this.settings;
    this.size.value = size === '' ? strings.standard : strings.pixels(size.slice(1));
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-by]')) {
      const next = choices.size.indexOf(size) + Number(button.dataset['by']);
      // Not `disabled`, which would take the focus from who has just pressed it.
      button.setAttribute('aria-disabled', String(choices.size[next] === undefined));
    }
  }
}

function labelled(input: HTMLElement, text: string): HTMLLabelElement {
  return make('label', {}, input, text);
}

function group(name: keyof typeof strings.names, ...parts: HTMLElement[]): HTMLFieldSetElement {
  const legend = make('legend', {}, strings.names[name]);
  return make('fieldset', {}, legend, make('div', {}, ...parts));
}

function stepButton(by: number, name: string, sign: string): HTMLButtonElement {
  return make('button', { type: 'button', 'data-by': String(by), 'aria-label': name }, sign);
}

/** @param note what is to be known of the choice */
function radios(name: keyof typeof strings.values, note?: string): HTMLFieldSetElement {
  const values = Object.entries(strings.values[name]);
  return group(
    name,
    ...values.map(([value, text]) => labelled(make('input', { type: 'radio', name, value }), text)),
    ...(note === undefined ? [] : [make('small', {}, note)]),
  );
}

let panel: { element: HTMLElement; link: HTMLElement } | undefined;

/** Opens the settings at the foot of the window, the page in view above them; closes them if they are open. */
export function open(link: HTMLElement): void {
  if (panel) {
    close();
    return;
  }
  const own = document.querySelector(`main ${tag} input`);
  if (own instanceof HTMLElement) {
    own.focus();
    return;
  }
  const bar = make('section', { class: 'settings-bar', 'aria-label': strings.title, hidden: '' });
  const closing = make(
    'button',
    { type: 'button', class: 'close', 'aria-label': strings.close },
    '×',
  );
  closing.addEventListener('click', close);
  bar.append(closing, document.createElement(tag));
  bar.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
  panel = { element: bar, link };
  document.body.append(bar);
  link.setAttribute('aria-expanded', 'true');
  void loadStyle(ownSheet).then(() => {
    bar.hidden = false;
    bar.querySelector('input')?.focus({ preventScroll: true });
  });
}

function close(): void {
  if (!panel) return;
  panel.element.remove();
  panel.link.removeAttribute('aria-expanded');
  panel.link.focus();
  panel = undefined;
}

customElements.define(tag, ReadingSettings);

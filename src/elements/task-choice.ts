import { readNumbers, writeNumbers } from '../number-list.ts';

const parameter = 'tasks';

/**
 * `<task-choice>` around a booklet: leaves the tasks that a reader ticks, by themselves, by section or by audience, to
 * be printed or kept as text. The address has the choice. Without it the booklet is whole.
 *
 * Attributes: `data-tasks` how many tasks the plan has, `data-file` what a file of its text is called.
 */
class TaskChoice extends HTMLElement {
  declare private listening: AbortController | undefined;

  connectedCallback(): void {
    this.listening = new AbortController();
    const { signal } = this.listening;
    const { form } = this;
    if (!form) return;
    form.hidden = false;
    for (const box of this.all<HTMLInputElement>('[type=checkbox]')) box.hidden = false;
    this.addEventListener('change', (event) => this.change(event.target as Element), { signal });
    form.addEventListener(
      'submit',
      (event) => {
        event.preventDefault();
        print();
      },
      { signal },
    );
    form.addEventListener(
      'reset',
      (event) => {
        event.preventDefault();
        this.choose([]);
      },
      { signal },
    );
    this.querySelector('[name=download]')?.addEventListener('click', () => void this.download(), {
      signal,
    });
    addEventListener('popstate', () => this.restore(), { signal });
    this.restore();
  }

  disconnectedCallback(): void {
    this.listening?.abort();
  }

  private restore(): void {
    const list = new URLSearchParams(location.search).get(parameter) ?? '';
    this.show(readNumbers(list, Number(this.dataset['tasks'])));
  }

  private change(changed: Element): void {
    if (changed instanceof HTMLSelectElement) {
      this.choose(readNumbers(changed.value, Number(this.dataset['tasks'])));
      return;
    }
    const box = changed as HTMLInputElement;
    if (box.name === '') {
      const section = box.closest('[data-section]');
      section
        ?.querySelectorAll<HTMLInputElement>('[name=task]')
        .forEach((one) => (one.checked = box.checked));
    }
    this.choose(
      this.all<HTMLInputElement>('[name=task]')
        .filter(({ checked }) => checked)
        .map(({ value }) => Number(value)),
    );
  }

  /** Shows a choice, and writes it into the address. */
  private choose(tasks: readonly number[]): void {
    const url = new URL(location.href);
    url.search = tasks.length > 0 ? `?${parameter}=${writeNumbers(tasks)}` : '';
    url.hash = '';
    history.replaceState(history.state, '', url);
    this.show(tasks);
  }

  private show(tasks: readonly number[]): void {
    const isWhole = tasks.length === 0;
    const chosen = new Set(tasks.map(String));
    this.classList.toggle('some', !isWhole);
    for (const box of this.all<HTMLInputElement>('[name=task]')) {
      box.checked = chosen.has(box.value);
    }
    for (const section of this.all('[data-section]')) {
      const boxes = Array.from(section.querySelectorAll<HTMLInputElement>('[name=task]'));
      const ticked = boxes.filter(({ checked }) => checked).length;
      const box = section.querySelector<HTMLInputElement>('input:not([name])');
      if (!box) continue;
      box.checked = ticked === boxes.length;
      box.indeterminate = ticked > 0 && ticked < boxes.length;
    }
    for (const part of this.all('[data-whole]')) part.hidden = !isWhole;
    for (const task of this.all('[data-task]')) {
      task.hidden = !isWhole && !chosen.has(task.dataset['task'] ?? '');
    }
    for (const part of this.all('.part').reverse()) {
      part.hidden = !part.querySelector('[data-task]:not([hidden])');
    }
    // What is not chosen stays to be ticked, but is not printed.
    for (const entry of this.all('[data-entry], [data-section]')) {
      const of = entry.querySelectorAll<HTMLInputElement>('[name=task]');
      const left = isWhole || Array.from(of).some(({ checked }) => checked);
      entry.classList.toggle('off', !left);
    }
    const output = this.querySelector('output');
    if (output) {
      const { all = '', some = '' } = output.dataset;
      output.value = isWhole ? all : some.replace('#', String(tasks.length));
    }
    const select = this.querySelector('select');
    if (select) {
      const list = [...tasks].sort((a, b) => a - b).join();
      select.value = Array.from(select.options).some(({ value }) => value === list) ? list : '';
    }
  }

  /** Gives the words of what is shown as a text file, with where they are from. */
  private async download(): Promise<void> {
    const { sourceText } = await import('./source-text.ts');
    const words = this.all('[data-plan-text]')
      .filter((part) => part.closest('.part, .general, .closing'))
      .filter((part) => !part.closest('[hidden], .endnotes'))
      .map(sourceText);
    const heading = this.querySelector('h1');
    const title = heading ? sourceText(heading).trim() : '';
    const text = `${title}\n${location.href}\n\n${words.join('').replace(/\r\n?/gu, '\n')}`;
    const link = document.createElement('a');
    const list = new URLSearchParams(location.search).get(parameter);
    link.download = `${this.dataset['file'] ?? ''}${list === null ? '' : `-${list}`}.txt`;
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    link.click();
    URL.revokeObjectURL(link.href);
  }

  private get form(): HTMLFormElement | null {
    return this.querySelector('form');
  }

  private all<E extends HTMLElement = HTMLElement>(selector: string): E[] {
    return Array.from(this.querySelectorAll<E>(selector));
  }
}

customElements.define('task-choice', TaskChoice);

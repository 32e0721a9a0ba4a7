/** Shows the terms whose names contain what is typed; without it all are there, under their letters. */
class TermFilter extends HTMLElement {
  readonly #left = new AbortController();
  /** What each entry is called in the source, whatever characters a reader will choose. */
  #names: ReadonlyMap<Element, string> = new Map();

  connectedCallback(): void {
    const field = this.querySelector<HTMLElement>('.filter');
    const input = field?.querySelector('input');
    if (!field || !input) return;
    field.hidden = false;
    const terms = Array.from(this.querySelectorAll('section li'));
    this.#names = new Map(
      terms.map((term) => [term, term.querySelector('summary')?.textContent ?? '']),
    );
    input.addEventListener('input', () => this.#show(input.value), { signal: this.#left.signal });
    // A browser that goes back to the page fills in what was typed.
    if (input.value) this.#show(input.value);
  }

  disconnectedCallback(): void {
    this.#left.abort();
  }

  #show(typed: string): void {
    const asked = typed.trim().toLowerCase();
    let shown = 0;
    for (const section of this.querySelectorAll('section')) {
      const terms = Array.from(section.querySelectorAll('li'));
      for (const term of terms) {
        const name = this.#names.get(term) ?? '';
        term.hidden = !name.toLowerCase().includes(asked);
      }
      const found = terms.filter(({ hidden }) => !hidden).length;
      section.hidden = found === 0;
      const letter = this.querySelector<HTMLElement>(
        `[href="#${section.getAttribute('aria-labelledby')}"]`,
      );
      if (letter) letter.hidden = section.hidden;
      shown += found;
    }
    const told = this.querySelector('output');
    if (told)
      told.textContent =
        asked === '' ? '' : shown > 0 ? String(shown) : (told.dataset['none'] ?? '');
  }
}

customElements.define('term-filter', TermFilter);

const tag = 'plan-search';

/**
 * Loads `<plan-search>` when the reader turns to its box, and at once on the search page. What waits on the page says
 * meanwhile that words are being looked up, or that the code has not come: then the next key or focus tries again.
 */
export function loadSearch(): void {
  const box = document.querySelector<HTMLElement>(tag);
  const input = box?.querySelector('input');
  const results = box?.querySelector<HTMLElement>('.results');
  if (!box || !input || !results) return;
  const isPage = box.dataset['page'] !== undefined;
  let typed = false;
  const load = async (): Promise<void> => {
    if (customElements.get(tag)) return;
    const waits = input.value || (isPage && /[?&]q=./u.test(location.search));
    results.setAttribute('aria-busy', 'true');
    results.hidden = !waits;
    try {
      // What shows answers is needed next; a search page that asks for nothing yet waits for a reader.
      if (waits || !isPage) void import('./search-view.ts').catch(() => undefined);
      const module = await import('./plan-search.ts');
      if (customElements.get(tag)) return;
      const words = input.value;
      customElements.define(tag, module.PlanSearch);
      if (!typed) return;
      // The search page has put the words of its address into the box.
      input.value = words;
      input.dispatchEvent(new Event('input'));
    } catch {
      results.removeAttribute('aria-busy');
      results.hidden = document.activeElement !== input && !waits;
    }
  };
  for (const event of ['focus', 'pointerenter', 'input']) {
    input.addEventListener(event, () => {
      typed ||= event === 'input';
      void load();
    });
  }
  // The reader may have turned to the box before this script came.
  if (isPage || document.activeElement === input) void load();
}

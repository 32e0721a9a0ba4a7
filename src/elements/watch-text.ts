import { textStrings as strings } from '../words/text-words.ts';
import { cutToPlan, selectedRange } from './plan-words.ts';

/** The ids of sentences, on the page of a task and where the text runs on: see urls.ts. */
const sentenceId = /^(?:[sg]|t\d+s|p\d+(?:g\d+)?s)\d+$/u;

type PassOn = typeof import('./pass-on.ts');

/**
 * Watches the plan's text: what is copied is the source's; a sentence that is tapped, a figure's button and a selection
 * load what passes them on.
 */
export function watchText(): void {
  document.addEventListener('copy', (event) => {
    const range = selectedRange();
    const text = range ? textOf(range) : '';
    if (!text || !event.clipboardData) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', text);
    const html = text.replace(/[&<]/gu, (mark) => `&#${mark.charCodeAt(0)};`);
    event.clipboardData.setData('text/html', html.replace(/.+/gu, '<p>$&</p>'));
  });
  document.addEventListener('selectionchange', () => {
    const range = selectedRange();
    const within = range?.endContainer.parentElement;
    if (within && textOf(range)) void use(within, (module) => module.offerSelection());
  });
  document.addEventListener('click', (event) => {
    const target = event.target as Element;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const control = target.closest('a, button, summary, label, .pass-on');
    const opening = control && opens(control as HTMLAnchorElement);
    if (opening) {
      event.preventDefault();
      const link = control as HTMLAnchorElement;
      void opening.then(
        (module) => module.open(link),
        () => location.assign(link.href),
      );
      return;
    }
    if (control?.matches('.pass')) {
      event.preventDefault();
      void use(control, (module) => module.toggleRow(control, true));
      return;
    }
    const sentence = sentenceAt(target);
    // Links within a sentence lead where they lead; its number opens what it offers.
    const isNumber = control?.matches('p > a, .no');
    if (!sentence || (control && !isNumber)) return;
    if (isNumber) {
      // Without this script the number leads to the sentence's own page.
      event.preventDefault();
      location.hash = sentence.id;
    } else if (selectedRange()) return;
    void use(sentence, (module) => module.toggleRow(sentence, control !== null));
  });
}

/** What a link opens where the reader is; without this script it leads to a place that says the same. */
function opens(
  link: HTMLAnchorElement,
): Promise<{ open(link: HTMLAnchorElement): void }> | undefined {
  // A word that something is said of: the line that is read stays where it is.
  if (link.matches('.term, .noted')) return import('./open-note.ts');
  if (!link.matches('[href*="/settings/"]')) return undefined;
  return link.hash ? import('./read-aloud.ts') : import('./reading-settings.ts');
}

/** Paragraphs of the source, without what stands beside them on the page. */
function textOf(range: Range): string {
  return cutToPlan(range)
    .join('')
    .replace(/\s*[\r\n]\s*/gu, '\n')
    .trim();
}

function sentenceAt(target: Element): Element | undefined {
  for (let at = target.closest('[id]'); at; at = at.parentElement?.closest('[id]') ?? null) {
    if (sentenceId.test(at.id)) return at;
  }
  return undefined;
}

const said = document.createElement('p');

/** Uses what is loaded late, or says beside the text that it has not come. */
async function use(beside: Element, act: (module: PassOn) => void): Promise<void> {
  said.remove();
  try {
    act(await import('./pass-on.ts'));
  } catch {
    said.setAttribute('role', 'alert');
    said.textContent = strings.unloaded;
    (beside.closest('p, h1') ?? beside).after(said);
  }
}

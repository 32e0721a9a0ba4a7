import { type FindForms, isInLine, spokenAttributes, textEnd } from '../reading-settings/forms.ts';
import { settingsStrings as strings } from '../reading-settings/words.ts';
import { loadForms } from './load-forms.ts';
import { loadStyle } from './load-style.ts';
import { make } from './markup.ts';
import { isShown, keepRanges, show, showSource, sourceOf } from './source-text.ts';
import stylesheet from './traditional.css?url';

/**
 * Shows the page in traditional characters, as the build found them for its texts (OpenCC, the standard of Taiwan, which
 * is what `zh-Hant` alone means: CLDR, likely subtags). Each character stands for one of the source, which stays at hand:
 * see source-text.ts.
 */

/**
 * What is left as it is: what is typed, code, and what must be the source's own, as the reference at the foot of a sheet.
 * Titles of pages are what browsers pass on.
 */
const left = 'head, script, style, textarea, code, pre, .paper, [translate=no]';

const attributes = [...spokenAttributes, 'data-gloss', 'lang'];

const root = document.documentElement;

let findForms: FindForms | undefined;
let wanted = false;
/** What is there while the characters are chosen, be they shown or not. */
let presence: AbortController | undefined;

/** Shows traditional characters from now on, or no more. */
export async function showTraditional(isWanted: boolean): Promise<void> {
  wanted = isWanted;
  findForms ??= await loadForms('traditional');
  if (wanted === (presence !== undefined)) return;
  if (wanted) begin();
  else presence?.abort();
}

function begin(): void {
  presence = new AbortController();
  const { signal } = presence;
  const button = make('button', { type: 'button', 'aria-pressed': 'false' }, strings.showSource);
  const bar = make(
    'aside',
    { class: 'source-bar', 'aria-label': strings.names.characters, hidden: '' },
    button,
    make('p', {}, strings.converted),
  );
  const observer = new MutationObserver((records) => {
    convert(records.flatMap(textsOf).filter((node) => !isShown(node)));
    // Nobody else has changed anything since.
    observer.takeRecords();
  });
  const set = (isTraditional: boolean): void => {
    observer.disconnect();
    keepRanges(() => {
      const all = textsIn(root);
      if (isTraditional) convert(all);
      else all.forEach(showSource);
    });
    if (!isTraditional) return;
    observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: attributes,
    });
  };
  const isSource = (): boolean => button.getAttribute('aria-pressed') === 'true';
  button.addEventListener('click', () => {
    button.setAttribute('aria-pressed', String(!isSource()));
    set(!isSource());
  });
  // What is copied is the source's: it stands there until the browser, or the page, has copied it.
  addEventListener('copy', () => set(false), { capture: true, signal });
  addEventListener(
    'copy',
    ({ defaultPrevented }) => {
      const back = (): void => set(!signal.aborted && !isSource());
      if (defaultPrevented) back();
      else setTimeout(back);
    },
    { signal },
  );
  signal.addEventListener('abort', () => {
    presence = undefined;
    bar.remove();
    set(false);
  });
  document.body.append(bar);
  set(true);
  // Until now the stylesheet of the settings held back the page.
  root.dataset['characters'] = 'ready';
  void loadStyle(stylesheet).then(() => {
    bar.hidden = false;
  });
}

/** The texts and attributes that readers see or hear, in the order of the page. */
function textsIn(top: Node): Node[] {
  const parent = top instanceof Element ? top : top.parentElement;
  if (!parent || parent.closest(left)) return [];
  if (!(top instanceof Element)) return top instanceof Text ? [top] : [];
  const found = attributesOf(top);
  const walker = document.createTreeWalker(
    top,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
    (node) =>
      node instanceof Element && node.matches(left)
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  );
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof Element) found.push(...attributesOf(node));
    else found.push(node);
  }
  return found;
}

const attributesOf = (element: Element): Node[] =>
  attributes.flatMap((name) => element.getAttributeNode(name) ?? []);

/** What a change of the page has brought. */
function textsOf({ type, target, attributeName, addedNodes }: MutationRecord): Node[] {
  if (type === 'childList') return Array.from(addedNodes).flatMap(textsIn);
  if (type === 'characterData') return textsIn(target);
  const attribute = (target as Element).getAttributeNode(attributeName ?? '');
  return attribute && !(target as Element).closest(left) ? [attribute] : [];
}

/** Shows texts in traditional characters. Those of one line are read as one: 发 may be marked in 头发. */
function convert(nodes: readonly Node[]): void {
  let all = '';
  let line: Element | null = null;
  const starts = nodes.map((node) => {
    const own = lineOf(node);
    if (!own || own !== line) all += textEnd;
    line = own;
    const start = all.length;
    all += sourceOf(node);
    return start;
  });
  const forms = findForms?.(all) ?? [];
  nodes.forEach((node, i) => {
    const source = sourceOf(node);
    const start = starts[i] ?? 0;
    // By UTF-16 units, of which each has its own form, or none.
    const shown = source.split('').map((unit, j) => forms[start + j] ?? unit);
    show(node, node.nodeName === 'lang' ? source.replace(/^zh.*/u, 'zh-Hant') : shown.join(''));
  });
}

/** The element that begins the line of a text; none for an attribute, which is a line of its own. */
function lineOf(node: Node): Element | null {
  let element = node.parentElement;
  while (element && isInLine(element.localName)) element = element.parentElement;
  return element;
}

import { likelyAddresses, meantAddress, placesAround, wordsToSearch } from './meant-address.ts';

/**
 * `<not-found>` on the page for what is not there: goes to the address that was meant if there is one, else names the
 * nearest place and fills the search form with the words of the address. Without it the form and links work.
 *
 * Attributes: `data-root` the address of the site, `data-own` the words of its addresses, `data-current` where in it the
 * plan is that is current.
 */
class NotFound extends HTMLElement {
  connectedCallback(): void {
    void this.find();
  }

  private async find(): Promise<void> {
    const { root = '/', own = '', current = '' } = this.dataset;
    const known = own.split(' ');
    const asked = location.pathname.slice(root.length);
    // Somebody looks at this page itself.
    if (/^404(?:\.html|\/)?$/u.test(asked)) return;
    const { path, rest } = meantAddress(asked);
    // Words that stand there without a mark may be what was looked for.
    const isGlued = !/^[\p{L}\d]/u.test(rest);
    if (isGlued && path !== asked && (await titleOf(root + path)) !== undefined) {
      // The page itself cleans its hash.
      location.replace(root + path + location.search + location.hash);
      return;
    }
    const likely = likelyAddresses(path, known, current);
    const whole = (address: string) => ({ place: address, beyond: '' });
    const around = (address: string) =>
      placesAround(address).map((place) => ({ place, beyond: address.slice(place.length) }));
    const places = [
      ...(isGlued ? [] : [path]).map(whole),
      ...likely.map(whole),
      // Of a plan that was not named only what is like the address is named.
      ...[path, ...likely]
        .flatMap(around)
        .filter(({ place }) => place !== current || path.startsWith(current)),
    ];
    let unknown = path;
    for (const { place, beyond } of places) {
      const title = await titleOf(root + place);
      if (title === undefined) continue;
      unknown = beyond;
      this.name(root + place, title);
      break;
    }
    const words = wordsToSearch(unknown + rest, known);
    const input = this.querySelector('input');
    if (input && !input.value) input.value = words;
  }

  private name(href: string, title: string): void {
    const line = this.querySelector<HTMLElement>('.nearest');
    const link = line?.querySelector('a');
    if (!line || !link) return;
    link.href = href;
    // Without the name of the site, which is that of this one.
    link.textContent = title.replace(/ - [^-]*$/u, '');
    line.hidden = false;
  }
}

/** The title of a page, or the address of a file; undefined if there is neither. */
async function titleOf(address: string): Promise<string | undefined> {
  try {
    const response = await fetch(address);
    if (!response.ok) return undefined;
    if (!response.headers.get('content-type')?.startsWith('text/html')) return address;
    const html = await response.text();
    // Not the whole page: the policy of this one forbids its styles.
    const [element = ''] = /<title>[^<]*<\/title>/u.exec(html) ?? [];
    const { title } = new DOMParser().parseFromString(element, 'text/html');
    // Some hosts answer with the page for what is not there, and say that all is well.
    return title === document.title ? undefined : title;
  } catch {
    return undefined;
  }
}

customElements.define('not-found', NotFound);

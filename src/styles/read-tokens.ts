type Token = { name: string; value: string };

/** What tokens.css sets: sizes of type, from the smallest; spaces; colours by day and by night, by name. */
export type Tokens = {
  sizes: Token[];
  spaces: Token[];
  day: ReadonlyMap<string, string>;
  night: ReadonlyMap<string, string>;
};

/** Names of tokens that are spaces; the other lengths are sizes of type. */
const spaceNames = ['gutter', 'measure', 'touch', 'tap'];

/**
 * Reads the scales of the site.
 * @param css the text of tokens.css: its first rule sets each colour by day and by night, in `light-dark()`
 */
export function readTokens(css: string): Tokens {
  const rules = Array.from(css.matchAll(/:root \{([^}]*)\}/gu), ([, body = '']) =>
    Array.from(body.matchAll(/--([\w-]+): ([^;]+);/gu), ([, name = '', value = '']) => ({
      name,
      value,
    })),
  );
  const [set = []] = rules;
  const coloursAt = (when: 0 | 1): Map<string, string> =>
    new Map(
      set.flatMap(({ name, value }) => {
        const colour = value.match(/#[0-9a-f]{6}/gu)?.[when];
        return colour === undefined ? [] : [[name, colour]];
      }),
    );
  const lengths = set.filter(({ value }) => /^(?:clamp\(|[\d.]+r?em\b)/u.test(value));
  return {
    sizes: lengths.filter(({ name }) => !spaceNames.includes(name)),
    spaces: lengths.filter(({ name }) => spaceNames.includes(name)),
    day: coloursAt(0),
    night: coloursAt(1),
  };
}

/** The contrast of two colours, `#rrggbb`, from 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrast(one: string, other: string): number {
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

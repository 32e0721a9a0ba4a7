/** The colours of the site by day, as `tokens.css` has them: the one place where they are set. */
export type Colour =
  'paper' | 'paper-2' | 'ink' | 'ink-2' | 'ink-3' | 'rule' | 'accent' | 'accent-2' | 'accent-3';

/**
 * A colour by day.
 * @param tokens the text of tokens.css
 * @throws RangeError if tokens.css does not set it
 */
export function readColour(tokens: string, name: Colour): string {
  const [, value] = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}),`, 'u').exec(tokens) ?? [];
  if (value === undefined) throw new RangeError(`tokens.css does not set --${name}`);
  return value;
}

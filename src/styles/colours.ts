import { type Colour, readColour } from './read-colour.ts';
import tokens from './tokens.css?raw';

/**
 * A colour by day, for what is drawn outside a page: SVG files, pictures, icon, manifest.
 * @throws RangeError if tokens.css does not set it
 */
export const colour = (name: Colour): string => readColour(tokens, name);

import type { Said } from '../text/say.ts';

/** Why a file cannot be read: `found`, as it completes the sentence “found …”. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly found: Said;

  constructor(found: Said, options?: ErrorOptions) {
    super(found.en, options);
    this.found = found;
  }
}

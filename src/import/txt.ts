import type { Imported } from './imported.ts';
import { Writing } from './imported.ts';

/**
 * Takes a plain text as it is: line ends and white space stay. Only a byte order mark goes, a form feed becomes the end
 * of a line, and what no page can carry is left out.
 */
export function readTxt(text: string): Imported {
  const { text: _, ...none } = new Writing().finish();
  const remarks = new Writing();
  const kept = text
    .replace(/^\ufeff/u, '')
    .replace(/[\f\v]/gu, '\n')
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffe\uffff]/gu, (character) => {
      remarks.remark(
        'removed-character',
        `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
      );
      return '';
    });
  const odd = kept.match(/[\ue000-\uf8ff\ufffd]/gu);
  if (odd) remarks.remark('private', [...new Set(odd)].join(' '));
  return { ...none, text: kept, remarks: remarks.finish().remarks };
}

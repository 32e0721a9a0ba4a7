import { findFragment } from '../citation/text-fragment.ts';
import { markRanges } from './mark-words.ts';
import { planWords } from './plan-words.ts';
import { sourceText } from './source-text.ts';
import { wordsAt } from './word-address.ts';

/** Marks the words that the address of this page names, and brings them into view. */
export function showSharedWords(): void {
  const address = new URLSearchParams(location.search).get('w');
  const { sentence, ranges } = address === null ? ofFragment() : wordsAt(address);
  markRanges(ranges);
  const place = ranges[0]?.startContainer.parentElement ?? sentence;
  if (!place) return;
  place.scrollIntoView({ block: 'center' });
  // So that the page tells which task they are of, as it does where the address has a hash.
  place.closest('.row')?.classList.add('found');
}

function ofFragment(): { sentence?: Element; ranges: Range[] } {
  const parts = planWords();
  const found = findFragment(location.hash, parts.map(sourceText).join(''));
  const ranges: Range[] = [];
  let start = 0;
  for (const part of parts) {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      for (const stretch of found) {
        const range = document.createRange();
        range.setStart(node, Math.min(Math.max(stretch.start - start, 0), node.length));
        range.setEnd(node, Math.min(Math.max(stretch.end - start, 0), node.length));
        if (!range.collapsed) ranges.push(range);
      }
      start += node.length;
    }
  }
  return { ranges };
}

import { defineMeanings } from '../meanings-table.ts';
import { phraseKindNames, phrasesTableWords } from './words.ts';

export const phrases = defineMeanings('phrases', 'names', phrasesTableWords, phraseKindNames);

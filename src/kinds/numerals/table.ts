import { defineMeanings } from '../meanings-table.ts';
import { numeralKindNames, numeralsTableWords } from './words.ts';

export const numerals = defineMeanings('numerals', 'figures', numeralsTableWords, numeralKindNames);

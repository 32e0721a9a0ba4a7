import type { PlanError } from '../text/errors.ts';
import { Faults, findFaults } from '../text/faults.ts';
import { checkGuides } from './guide-loader.ts';
import { type SiteContent, type Tell, loadSite } from './read-site.ts';
import { readVocabulary } from './read-vocabulary.ts';

/**
 * Reads all that editors write, as a build does before it makes a page.
 * @param tell see Tell
 * @throws PlanError, PlanErrors: the faults of all files
 */
export function checkContent(root: string, tell?: Tell): SiteContent {
  const faults = new Faults();
  const content = faults.attempt(() => loadSite(root, tell));
  faults.attempt(() => checkGuides(root, content));
  faults.attempt(() => readVocabulary(root, content?.plans));
  faults.throwFound();
  if (!content) throw new Error('the content was not read');
  return content;
}

/**
 * What a build would tell of the content as it is.
 * @returns every fault, by file and line; none if it is right
 */
export function findContentFaults(root: string): PlanError[] {
  try {
    checkContent(root);
    return [];
  } catch (error) {
    const faults = findFaults(error);
    if (faults.length === 0) throw error;
    return faults;
  }
}

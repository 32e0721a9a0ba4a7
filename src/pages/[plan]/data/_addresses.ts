import type { Addresses } from '../../../exports/json-ld.ts';
import { dataFileUrl, dataUrl, planUrl, sectionUrl, taskUrl } from '../../../urls.ts';

/** The addresses of a plan, whole where the site's public address is known. */
export function addressesOf(plan: string, site: URL | undefined): Addresses {
  const whole = (path: string): string => (site ? new URL(path, site).href : path);
  return {
    plan: whole(planUrl(plan)),
    data: whole(dataUrl(plan)),
    section: (n) => whole(sectionUrl(plan, n)),
    task: (n) => whole(taskUrl(plan, n)),
    file: (name) => whole(dataFileUrl(plan, name)),
  };
}

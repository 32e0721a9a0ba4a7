import { type FindForms, type Forms, readForms } from '../reading-settings/forms.ts';
import { formsUrl } from '../urls.ts';

/** Loads the forms that the build found for the texts of this site; what it fails to load it tries again next time. */
export async function loadForms(name: Parameters<typeof formsUrl>[0]): Promise<FindForms> {
  // In the name of its deployment, as the data of search: see `?v=` in ARCHITECTURE.md.
  const response = await fetch(`${formsUrl(name)}?v=${import.meta.env.DEPLOYMENT}`);
  if (!response.ok) throw new Error(`no ${name}`);
  return readForms((await response.json()) as Forms);
}

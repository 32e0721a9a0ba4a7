import { forgetSharedSites } from './shared-sites.ts';
import { builtSite, runBuild } from './site.ts';

/** Builds the site of this checkout once, for every test that looks at it. */
export default function setup(): void {
  forgetSharedSites();
  const { code, stdout, stderr } = runBuild(['--out', builtSite]);
  if (code !== 0) throw new Error(`the site does not build:\n${stdout}${stderr}`);
}

import { shareSite } from './shared-sites.ts';

/** Before a file of tests looks at the site of this checkout: it is there, or what kept it from being built is told. */
const { code, stdout, stderr } = await shareSite('built');
if (code !== 0) throw new Error(`the site does not build:\n${stdout}${stderr}`);

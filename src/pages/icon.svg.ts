import type { APIRoute } from 'astro';
import { colour } from '../styles/colours.ts';

/** The icon: a sheet of a plan on a seal. */
export const GET: APIRoute = () =>
  new Response(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="8" fill="${colour('accent')}"/><rect x="19" y="8" width="26" height="48" fill="${colour('paper')}"/><path d="M24 17h16M24 26h16M24 35h16M24 44h9" stroke="${colour('ink')}" stroke-width="4"/></svg>\n`,
    { headers: { 'Content-Type': 'image/svg+xml' } },
  );

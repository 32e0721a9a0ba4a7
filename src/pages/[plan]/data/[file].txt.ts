import { serveFiles } from './_serve-files.ts';

export const { getStaticPaths, GET } = serveFiles('txt');

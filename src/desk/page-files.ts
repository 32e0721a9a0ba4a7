import { join } from 'node:path';
import { build } from 'esbuild';
import { deskWords } from './words.ts';

/** The files of the desk's page, by their addresses. */
export type PageFiles = ReadonlyMap<string, { type: string; content: string }>;

/** Puts the page together: what it looks like and what it does are one file each. */
export async function makePageFiles(): Promise<PageFiles> {
  const { outputFiles } = await build({
    entryPoints: ['desk.ts', 'desk.css'].map((name) => join(import.meta.dirname, 'page', name)),
    bundle: true,
    write: false,
    outdir: '/',
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    define: { 'import.meta.env': 'undefined' },
  });
  const contentOf = (ending: string): string =>
    outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return new Map([
    ['/', { type: 'text/html', content: html }],
    ['/desk.js', { type: 'text/javascript', content: contentOf('.js') }],
    ['/desk.css', { type: 'text/css', content: contentOf('.css') }],
  ]);
}

const html = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${deskWords.title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/desk.css">
<script type="module" src="/desk.js"></script>
<body><noscript>${deskWords.needsScript}</noscript></body>
</html>
`;

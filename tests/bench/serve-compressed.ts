import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** Serves a folder, and pages given as text, compressed as a real host would. */
export function serveCompressed(
  folder: string,
  extra: Record<string, string> = {},
): Promise<{ port: number; close: () => void }> {
  const types: Record<string, string> = {
    html: 'text/html; charset=utf-8',
    css: 'text/css',
    svg: 'image/svg+xml',
    js: 'text/javascript',
    json: 'application/json',
    webmanifest: 'application/manifest+json',
    txt: 'text/plain; charset=utf-8',
    xml: 'application/xml',
  };
  // A host compresses once: the time that takes is no part of what a reader waits for.
  const bodies = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const file = path.endsWith('/') ? `${path}index.html` : path;
    try {
      // Pagefind's own files are compressed already, and hosts leave unknown types alone.
      const compressed = !/\.(?:pagefind|pf_\w+)$/u.test(file);
      let body = bodies.get(path);
      if (!body) {
        const bytes = Buffer.from(extra[path] ?? readFileSync(join(folder, file)));
        body = compressed ? brotliCompressSync(bytes) : bytes;
        bodies.set(path, body);
      }
      response.writeHead(200, {
        'Content-Type': types[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
        'Cache-Control': 'max-age=600',
        ...(compressed ? { 'Content-Encoding': 'br' } : {}),
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      resolve({ port, close: () => server.close() });
    });
  });
}

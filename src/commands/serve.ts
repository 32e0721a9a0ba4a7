import { type Server, createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sirv from 'sirv';

/**
 * Serves a built site as a static host does: files as they are, `404.html` for what is not there. It answers GET and
 * HEAD only, and always with the whole file.
 * @param folder the built site
 * @param options `port`, 0 for any free one; `base` the path it was built for
 * @returns the server and the address of its home page, once it listens
 */
export async function serveSite(
  folder: string,
  { port = 0, base = '/' }: { port?: number; base?: string } = {},
): Promise<{ server: Server; url: string }> {
  const prefix = base.replace(/\/$/u, '');
  const files = sirv(folder, { dev: true, etag: true });
  const notFound = readFileSync(join(folder, '404.html'));
  const server = createServer((request, response) => {
    const fail = (): void => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(notFound);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    if (!request.url?.startsWith(`${prefix}/`)) return fail();
    // A server may answer with the whole file (RFC 9110, 14.2). sirv reads a range from its end to its start as
    // one, and the process ends.
    delete request.headers.range;
    request.url = request.url.slice(prefix.length);
    files(request, response, fail);
  });
  const actual = await listen(server, port);
  return { server, url: `http://localhost:${actual}${prefix}/` };
}

/**
 * Has a server listen to this machine, and to no other.
 * @param port 0 for any free one
 * @returns the port
 * @throws what the system refuses
 */
export async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
}

import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { z } from 'zod';
import { findFaults } from '../text/faults.ts';
import { Conflict, PlanChanges, type Write, startEntry } from './changes.ts';
import type { Value } from './edit-yaml.ts';
import { deskKinds } from './fields.ts';
import type { PageFiles } from './page-files.ts';
import { plansIn, readState, tellFault } from './state.ts';

/** What the desk is made of beside the site's folder. */
export type DeskOptions = {
  root: string;
  files: PageFiles;
  write: Write;
  /** The address of a server that shows the site as it is, once it listens; undefined if there is none. */
  preview: Promise<string | undefined>;
};

const valueSchema: z.ZodType<Value> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.array(valueSchema),
    z.record(z.string(), valueSchema),
  ]),
);

const pathSchema = z.array(z.union([z.string(), z.int().nonnegative()])).readonly();
const aboutFile = { file: z.string(), version: z.string() };

/** What a page may ask for. Whatever it names is looked for in lists: no path comes from outside. */
const askedSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('look') }),
  z.strictObject({ do: z.literal('undo') }),
  z.strictObject({
    do: z.literal('edit'),
    ...aboutFile,
    path: pathSchema,
    decision: z.enum(['accept', 'refuse', 'wait']).optional(),
    changes: z
      .array(z.strictObject({ path: pathSchema, value: valueSchema.optional() }))
      .readonly(),
  }),
  z.strictObject({
    do: z.literal('start'),
    file: z.string(),
    start: z.int().nonnegative(),
    end: z.int().positive(),
    taken: z.array(z.string()),
  }),
  z.strictObject({
    do: z.literal('mention'),
    ...aboutFile,
    i: z.int().nonnegative(),
    mention: z.record(z.string(), valueSchema),
  }),
  z.strictObject({ do: z.literal('add'), ...aboutFile, entry: z.record(z.string(), valueSchema) }),
]);

/** What a page may ask for. */
export type Asked = z.infer<typeof askedSchema>;

/** As many bytes as a request may have: an entry is a few lines. */
const mostBytes = 1_000_000;

/** A secret that only who sees the terminal knows. */
export const makeToken = (): string => randomBytes(24).toString('base64url');

/**
 * Answers a page on this machine: the page itself to anyone here, the plans and every change only to who knows the
 * token. A page of another origin can neither read nor write: its requests have its Origin, a name that was made to
 * lead here has another Host, and neither knows the token.
 */
export function makeDesk(
  token: string,
  { root, files, write, preview }: DeskOptions,
): RequestListener {
  const changes = new Map<string, PlanChanges>();
  const changesOf = (plan: string): PlanChanges => {
    const known = changes.get(plan) ?? new PlanChanges(root, plan, write);
    changes.set(plan, known);
    return known;
  };

  const act = (plan: string, asked: Asked): object => {
    if (asked.do === 'start') {
      const { file, start, end, taken } = asked;
      return { values: startEntry(root, plan, file, { start, end }, new Set(taken)) };
    }
    const own = changesOf(plan);
    try {
      if (asked.do === 'edit') own.edit(asked.file, asked.version, asked.path, asked);
      if (asked.do === 'add') own.add(asked.file, asked.version, asked.entry);
      if (asked.do === 'mention') own.addMention(asked.file, asked.version, asked.i, asked.mention);
      if (asked.do === 'undo') own.undo();
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      return { conflict: error.message, ...lookAt(plan) };
    }
    return lookAt(plan);
  };
  const lookAt = (plan: string): object => ({
    state: readState(root, plan),
    canUndo: changesOf(plan).canUndo,
  });

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', url = '' } = request;
    if (!isLocal(request)) return end(response, 403);
    const file = files.get(url);
    if (file && method === 'GET') return end(response, 200, file.type, file.content);
    if (!isKnown(request, token)) return end(response, 403);
    if (url === '/site' && method === 'GET') {
      return json(response, { plans: plansIn(root), kinds: deskKinds() });
    }
    if (url === '/preview' && method === 'GET') {
      return json(response, { preview: await preview });
    }
    const plan = plansIn(root).find((id) => url === `/plans/${encodeURIComponent(id)}`);
    if (plan === undefined) return end(response, 404);
    if (method !== 'POST') return end(response, 405);
    const asked = askedSchema.safeParse(await readJson(request));
    if (!asked.success) return end(response, 400);
    return json(response, act(plan, asked.data));
  };

  return (request, response) => {
    answer(request, response).catch((error: unknown) => {
      const faults = findFaults(error);
      if (faults.length > 0) return json(response, { faults: faults.map(tellFault) });
      const message = error instanceof Error ? error.message : String(error);
      return json(response, { failed: message }, error instanceof RangeError ? 400 : 500);
    });
  };
}

const headers = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; frame-src http://127.0.0.1:*; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

function end(response: ServerResponse, status: number, type = 'text/plain', content = ''): void {
  response.writeHead(status, { ...headers, 'Content-Type': `${type}; charset=utf-8` }).end(content);
}

function json(response: ServerResponse, data: object, status = 200): void {
  end(response, status, 'application/json', JSON.stringify(data));
}

/** Whether a request was sent to this machine by name, and by no page of another origin. */
function isLocal({
  headers: { host = '', origin },
  socket: { localPort },
}: IncomingMessage): boolean {
  const hosts = ['127.0.0.1', 'localhost'].map((name) => `${name}:${localPort}`);
  return hosts.includes(host) && (origin === undefined || origin === `http://${host}`);
}

function isKnown({ headers: { 'x-desk-token': given } }: IncomingMessage, token: string): boolean {
  if (typeof given !== 'string') return false;
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** What a request says; undefined if it is too long or no JSON. */
async function readJson(request: IncomingMessage): Promise<unknown> {
  if (request.headers['content-type'] !== 'application/json') return undefined;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > mostBytes) return undefined;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

/** A file of the site: its path from the site's root, its media type, its bytes. */
export type KeptFile = { path: string; type: string; bytes: Uint8Array };

/** What stands at the head of a bundle: path, type and length in bytes of each file, in the order of their bytes. */
type Head = [path: string, type: string, length: number][];

/** How many bytes tell the length of the head. */
const lengthBytes = 4;

/**
 * Puts files into one, so that a browser that keeps a site asks once, and gets all of one deployment or nothing.
 * @returns the length of the head (big-endian), the head as JSON, the bytes of the files
 */
export function joinFiles(files: readonly KeptFile[]): Uint8Array<ArrayBuffer> {
  const head: Head = files.map(({ path, type, bytes }) => [path, type, bytes.length]);
  const json = new TextEncoder().encode(JSON.stringify(head));
  const start = lengthBytes + json.length;
  const joined = new Uint8Array(files.reduce((sum, { bytes }) => sum + bytes.length, start));
  new DataView(joined.buffer).setUint32(0, json.length);
  joined.set(json, lengthBytes);
  let at = start;
  for (const { bytes } of files) {
    joined.set(bytes, at);
    at += bytes.length;
  }
  return joined;
}

/** The files that `joinFiles` put into one; their bytes are views, not copies. */
export function splitBundle(joined: Uint8Array<ArrayBuffer>): (KeptFile & {
  bytes: Uint8Array<ArrayBuffer>;
})[] {
  const length = new DataView(joined.buffer, joined.byteOffset).getUint32(0);
  let at = lengthBytes + length;
  const json = new TextDecoder().decode(joined.subarray(lengthBytes, at));
  return (JSON.parse(json) as Head).map(([path, type, size]) => {
    at += size;
    return { path, type, bytes: joined.subarray(at - size, at) };
  });
}

/**
 * The bundle that a file of the site belongs to: that of the plan under whose address it stands, or of the rest of the
 * site, `''`. None for what is loaded to be taken away, for previews, and for what is there for programs: who has the
 * pages has what they say.
 * @param path from the site's root, as `20xx/tasks/1/index.html`
 * @param plans the ids of the plans
 */
export function bundleOf(path: string, plans: readonly string[]): string | undefined {
  const isPage = /\.(?:html|js|css|svg|webmanifest)$/u.test(path);
  const isData = /(?:^|\/)(?:search|settings)\//u.test(path);
  if (!isPage && !isData) return undefined;
  const [first = ''] = path.split('/');
  return plans.includes(first) ? first : '';
}

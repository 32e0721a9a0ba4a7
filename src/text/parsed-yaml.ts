import { type Document, LineCounter, type ParsedNode, parseDocument } from 'yaml';

/** A document of YAML and where its lines begin. Who asks for it alters nothing of it: others have the same. */
export type ParsedYaml = { document: Document.Parsed<ParsedNode, true>; counter: LineCounter };

/** What was parsed, the latest last. A file is read for several checks, and again where a site is built again. */
const parsed = new Map<string, ParsedYaml>();
/** More than the files of a site of some plans. */
const most = 512;

/**
 * Parses YAML, or gives what it gave for the same text before.
 * @throws RangeError where lists or mappings are nested too deep
 */
export function parseOnce(text: string): ParsedYaml {
  let found = parsed.get(text);
  if (!found) {
    const counter = new LineCounter();
    found = { document: parseDocument(text, { lineCounter: counter }), counter };
  }
  parsed.delete(text);
  parsed.set(text, found);
  const [eldest] = parsed.keys();
  if (parsed.size > most && eldest !== undefined) parsed.delete(eldest);
  return found;
}

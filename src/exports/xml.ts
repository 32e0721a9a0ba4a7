/**
 * An XML element, written. By hand: StratML needs elements, text and attributes only, and what is written is checked
 * against the schema of the standard.
 */
export type Xml = { xml: string };

/** Attributes; an undefined one is left out. */
type Attributes = Record<string, string | undefined>;

/** What an element may hold: elements, of which undefined ones are left out, or text. */
type Content = string | readonly (Xml | undefined)[];

/** Writes an element. Elements in it stand in lines of their own; text stands as it is. */
export function element(name: string, content: Content, attributes: Attributes = {}): Xml {
  const tag = Object.entries(attributes).reduce(
    (text, [key, value]) =>
      value === undefined ? text : `${text} ${key}="${escapeAttribute(value)}"`,
    name,
  );
  if (typeof content === 'string') return { xml: `<${tag}>${escapeXml(content)}</${name}>` };
  const children = content.flatMap((child) => (child ? [`${child.xml}\n`] : []));
  return { xml: `<${tag}>\n${children.join('')}</${name}>` };
}

/** A document with this root. */
export function writeXml(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`;
}

// A carriage return, and a line end or tab in an attribute, are read as written only as references (XML 1.0, 2.11, 3.3.3).
const references: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** Text as it may stand in an element, or in an attribute in double quotes. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"\r]/gu, (character) => references[character] ?? character);
}

function escapeAttribute(text: string): string {
  return text.replace(/[&<>"\r\n\t]/gu, (character) => references[character] ?? character);
}

import { type Document, type LineCounter, isMap, isScalar, visit } from 'yaml';
import { z } from 'zod';
import { nearestHint } from './anchor.ts';
import { asWritten } from './as-written.ts';
import { PlanError, quoteBriefly } from './errors.ts';
import { readEach } from './faults.ts';
import { wantedBy } from './issue-words.ts';
import { type Said, joined, listed } from './say.ts';
import { ownIdForm } from './schema.ts';
import { type ParsedYaml, parseOnce } from './parsed-yaml.ts';
import { findUnfitCharacter, lineAt } from './source.ts';
import { syntaxFaults } from './yaml-words.ts';
import { keptByPages, plainText } from './phrases.ts';

/** A file as it was read; `file` is its path, for errors. */
export type File = { file: string; text: string };

/** A YAML file that passed its schema; `lineOf` finds the line of a value for later errors. */
export type YamlFile<T> = {
  file: string;
  data: T;
  lineOf: (path: readonly PropertyKey[]) => number;
};

/**
 * Reads YAML against a schema. A repeated key is a syntax error; a key the schema does not know is an error. Where
 * the schema asks for a text, the words are the value as they stand in the file: `id: 2027`.
 * @param text the file's text
 * @param file its path, for errors
 * @throws PlanError yaml-syntax, yaml-key, yaml-value: every fault in the file, each with its line
 */
export function parseYaml<Schema extends z.ZodType>(
  text: string,
  file: string,
  schema: Schema,
): YamlFile<z.output<Schema>> {
  const { document, counter } = parse(text, file);
  // A tag that is not YAML's own is a warning there: what it would have made of the value is not known.
  readEach([...document.errors, ...document.warnings], ({ code, message, linePos }) => {
    const [summary = ''] = message.split('\n');
    const found = summary.replace(/ at line \d+.*$/u, '');
    throw new PlanError(
      'yaml-syntax',
      { file, line: linePos?.[0].line ?? 1 },
      { expected: wellFormed, found: { en: found, zh: `${syntaxFaults[code]}（${found}）` } },
    );
  });
  const lineOf = (path: readonly PropertyKey[]): number => lineOfNode(document, counter, path);
  refuseUnfitCharacters(document, file, counter);
  const values = readValues(document, file, counter);
  const result = schema.safeParse(asWritten(schema, values, document.contents, document));
  if (result.success) return { file, data: result.data, lineOf };
  readEach(result.error.issues, (issue) => {
    throw describeIssue(issue, { document, lineOf, file, schema });
  });
  throw new Error(`${file}: a schema refused it without a reason`);
}

const wellFormed: Said = { en: 'well-formed YAML', zh: '合乎 YAML 写法的文字' };

function parse(text: string, file: string): ParsedYaml {
  try {
    return parseOnce(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // The parser calls itself for every level.
    const deepest = text.search(/[[{]{99}/u);
    throw new PlanError(
      'yaml-syntax',
      { file, line: lineAt(text, Math.max(0, deepest)) },
      {
        expected: wellFormed,
        found: {
          en: 'lists or mappings nested too deep to be read',
          zh: '列表或字段套得太深，读不了',
        },
      },
    );
  }
}

/** The values of a document. An alias must name what stands before it, and not multiply what it names. */
function readValues(document: ParsedYaml['document'], file: string, counter: LineCounter): unknown {
  try {
    return document.toJS();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    let line: number | undefined;
    visit(document, {
      Alias: (_, alias) => {
        const at = alias.range ? counter.linePos(alias.range[0]).line : undefined;
        line ??= at;
        if (alias.resolve(document) !== undefined) return undefined;
        line = at;
        return visit.BREAK;
      },
    });
    if (line === undefined) throw error;
    throw new PlanError(
      'yaml-syntax',
      { file, line },
      {
        expected: {
          en: 'aliases of what stands before them, and few',
          zh: '别名（*）只指前面写过的东西，而且不多',
        },
        found: error.message.replace(/\s+/gu, ' '),
      },
    );
  }
}

/** Escapes, such as "\\x07" and "\\ud800", can write what no page can carry. */
function refuseUnfitCharacters(
  document: ParsedYaml['document'],
  file: string,
  counter: LineCounter,
): void {
  visit(document, {
    Scalar: (_, { value, range }) => {
      const unfit = typeof value === 'string' ? findUnfitCharacter(value) : undefined;
      if (!unfit) return;
      throw new PlanError(
        'file-character',
        { file, line: range ? counter.linePos(range[0]).line : 1 },
        { expected: plainText, found: unfit.name },
      );
    },
  });
}

/**
 * Refuses a list in which two entries have one id, or one has an id that its page uses for something else.
 * @param key the field that is the id
 * @param groups the ids of the groups in which a page lists the entries
 * @throws PlanError entry-duplicate for the first entry whose id another has before it, or its page
 */
export function refuseRepeated<Key extends string>(
  { data, file, lineOf }: YamlFile<readonly Record<Key, string>[]>,
  key: Key,
  groups: readonly string[] = [],
): void {
  const firstOf = new Map<string, number>();
  readEach(data, (entry, i) => {
    const first = firstOf.get(entry[key]);
    firstOf.set(entry[key], first ?? i);
    const clash =
      first !== undefined
        ? {
            en: `the ${key} on line ${lineOf([first, key])}`,
            zh: `与第 ${lineOf([first, key])} 行的 ${key} 相同`,
          }
        : groups.includes(entry[key])
          ? {
              en: `the ${key} of a group of the list: ${groups.join(', ')}`,
              zh: `列表分组的 ${key}：${groups.join('、')}`,
            }
          : ownIdForm.test(entry[key])
            ? keptByPages
            : undefined;
    if (clash === undefined) return;
    throw new PlanError(
      'entry-duplicate',
      { file, line: lineOf([i, key]) },
      {
        expected: {
          en: `${key === 'id' ? 'an' : 'a'} ${key} of its own`,
          zh: `不与别处相同的 ${key}`,
        },
        found: joined`“${entry[key]}”, ${clash}`,
      },
    );
  });
}

function describeIssue(
  issue: z.core.$ZodIssue,
  {
    document,
    lineOf,
    file,
    schema,
  }: { document: Document; lineOf: YamlFile<unknown>['lineOf']; file: string; schema: z.ZodType },
): PlanError {
  const name = nameOf(issue.path, document);
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    const nearest = nearestHint(knownKeys(schema, issue.path), key);
    return new PlanError(
      'yaml-key',
      { file, line: lineOf([...issue.path, key]) },
      {
        expected: joined`${{ en: `a known key in ${name.en}`, zh: `${name.zh}里认识的字段` }}${nearest}`,
        found: listed(issue.keys.map((word) => `“${word}”`)),
      },
    );
  }
  const value = document.getIn(issue.path);
  const found =
    value === undefined || value === null
      ? { en: 'nothing', zh: '空' }
      : typeof value === 'object'
        ? { en: 'a list or mapping', zh: '列表或字段' }
        : quoteBriefly(String(value), 40);
  return new PlanError(
    'yaml-value',
    { file, line: lineOf(issue.path) },
    { expected: joined`${name}: ${wantedBy(issue)}`, found },
  );
}

/** The keys that a schema knows at a path, under whatever wraps it: lists, tuples, optional and default values. */
function knownKeys(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return knownKeys(schema.unwrap(), path);
  }
  const [key, ...rest] = path;
  if (schema instanceof z.ZodObject) {
    if (key === undefined) return Object.keys(schema.shape);
    const value = Object.entries(schema.shape).find(([name]) => name === key)?.[1];
    return value ? knownKeys(value, rest) : [];
  }
  if (schema instanceof z.ZodArray && key !== undefined) return knownKeys(schema.element, rest);
  if (schema instanceof z.ZodTuple && key !== undefined) {
    const item = schema.def.items[Number(key)] ?? schema.def.rest;
    return item ? knownKeys(item, rest) : [];
  }
  return [];
}

/** A path in words: an item of a list is called by its id, if it has one. */
function nameOf(path: readonly PropertyKey[], document: Document): Said {
  const words = path.map((key, i) => {
    const id = typeof key === 'number' && document.getIn([...path.slice(0, i + 1), 'id']);
    return typeof id === 'string' || typeof id === 'number' ? id : key;
  });
  const name = words.join('.');
  return name === '' ? { en: 'the file', zh: '文件' } : { en: name, zh: name };
}

/** The line of the key or item at `path`, or of the nearest thing above it that is there. */
function lineOfNode(
  document: Document,
  counter: LineCounter,
  path: readonly PropertyKey[],
): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent =
      length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    const pair = isMap(parent)
      ? parent.items.find(({ key: node }) => isScalar(node) && node.value === key)
      : undefined;
    const node = pair?.key ?? document.getIn(path.slice(0, length), true);
    const range = (node as { range?: [number, number, number] | null } | undefined)?.range;
    if (range) return counter.linePos(range[0]).line;
  }
  return 1;
}

import { z } from 'zod';
import { audienceListSchema } from '../kinds/audiences/audiences.ts';
import { annotationFiles, kinds } from '../kinds/registry.ts';
import { comparisonsFileSchema } from '../comparison/decisions.ts';
import { changesFileSchema } from '../site/changes.ts';
import { termFileSchema } from '../site/glossary.ts';
import { guideSchema } from '../site/guides.ts';
import {
  askedSentencesSchema,
  askedTermsSchema,
  englishSchema,
  everydaySchema,
  questionsSchema,
  unmentionedSchema,
  wordFormsSchema,
} from '../site/vocabulary.ts';
import { planFileSchema, siteSchema } from '../text/schema.ts';
import type { FileWords } from '../kinds/kind.ts';
import { type ErrorCode, errorMeanings } from '../text/errors.ts';
import { reviewStates } from '../text/review.ts';
import { advice } from './advice-words.ts';
import {
  commonFields,
  reviewWords,
  fileWords as otherFileWords,
  layoutWords,
  typeNames,
} from './words.ts';

/** The schemas of what editors write, by name. */
export const fileSchemas: Readonly<Record<string, z.ZodType>> = {
  site: siteSchema,
  plan: planFileSchema,
  changes: changesFileSchema,
  comparisons: comparisonsFileSchema,
  ...Object.fromEntries(kinds.map(({ file, fileSchema }) => [file, fileSchema])),
  'vocabulary-audiences': audienceListSchema,
  everyday: everydaySchema,
  'vocabulary-asked': askedTermsSchema,
  english: englishSchema,
  unmentioned: unmentionedSchema,
  asked: askedSentencesSchema,
  questions: questionsSchema,
  forms: wordFormsSchema,
  glossary: termFileSchema,
  guide: guideSchema,
};

/** What each file is for, and what its fields mean. */
export const fileWords: Readonly<Record<string, FileWords>> = {
  ...otherFileWords,
  ...Object.fromEntries(kinds.map(({ file, words }) => [file, words.fileWords])),
};

type Json = z.core.JSONSchema.JSONSchema;

/** A field of a file: its path, what it may be, and what it means. */
export type Field = { path: string; required: boolean; type: string; meaning: string };

/**
 * The JSON Schema (draft 2020-12) of a file, with what each field means: editors such as VS Code complete by it.
 * What fields rule together, such as which exclude each other, is not in it; the build checks that.
 * @param metadata what else it says of fields
 */
export function makeFileSchema(
  name: string,
  metadata: z.core.ToJSONSchemaParams['metadata'] = z.globalRegistry,
): Json {
  const schema = fileSchemas[name];
  if (!schema) throw new RangeError(`no file ${name}`);
  const json = z.toJSONSchema(schema, { io: 'input', metadata });
  describe(json, name, '');
  if (annotationFiles.includes(name)) addReview(json);
  return { ...json, title: fileWords[name]?.title ?? name };
}

/** The state of a proposal, which every entry of an annotation file and every mention may have, whatever its kind. */
function addReview(json: Json): void {
  const entry = json.items as Json;
  const mention = entry.properties?.['mentions'] as Json | undefined;
  const places = [entry, ...[mention?.prefixItems, mention?.items].flat()] as (Json | undefined)[];
  for (const place of places) {
    if (!place?.properties) continue;
    Object.assign(place.properties, {
      review: { enum: [...reviewStates], description: reviewWords.review },
      proposed: { type: 'string', description: reviewWords.proposed },
    });
  }
}

function describe(schema: Json, name: string, path: string): void {
  for (const [key, value] of Object.entries(schema.properties ?? {})) {
    if (typeof value !== 'object') continue;
    const here = path === '' ? key : `${path}.${key}`;
    value.description = meaningOf(name, here);
    describe(value, name, here);
  }
  for (const one of schema.anyOf ?? []) if (typeof one === 'object') describe(one, name, path);
  const { items, prefixItems } = schema as { items?: Json; prefixItems?: Json[] };
  // A list that is never empty is a first item, and others like it.
  for (const item of [...(prefixItems ?? []), ...(items ? [items] : [])]) {
    describe(item, name, `${path}[]`);
  }
}

/** What a field means. Throws if nobody has said it. */
function meaningOf(name: string, path: string): string {
  const meaning =
    fileWords[name]?.fields[path] ?? commonFields[path.split('.').at(-1)?.replace('[]', '') ?? ''];
  if (meaning === undefined) throw new RangeError(`${name}: the field ${path} is not explained`);
  return meaning;
}

/** The fields of a file, in the order of its schema. */
export function listFields(name: string): Field[] {
  const fields: Field[] = [];
  const walk = (schema: Json, path: string): void => {
    for (const [key, value] of Object.entries(schema.properties ?? {})) {
      if (typeof value !== 'object') continue;
      const here = path === '' ? key : `${path}.${key}`;
      fields.push({
        path: here,
        required: schema.required?.includes(key) ?? false,
        type: typeOf(value),
        meaning: value.description ?? '',
      });
      walk(value, here);
    }
    for (const one of schema.anyOf ?? []) if (typeof one === 'object') walk(one, path);
    const { items, prefixItems } = schema as { items?: Json; prefixItems?: Json[] };
    const item = prefixItems?.[0] ?? items;
    if (item) walk(item, `${path}[]`);
  };
  walk(makeFileSchema(name), '');
  return fields;
}

function typeOf({ enum: words, type, anyOf }: Json): string {
  if (words) return words.map((word) => `\`${String(word)}\``).join(layoutWords.and);
  if (anyOf)
    return anyOf.map((one) => (typeof one === 'object' ? typeOf(one) : '')).join(layoutWords.or);
  return typeNames[String(type)] ?? String(type);
}

/** The reference of a file, as Markdown. */
function writeFields(name: string): string {
  const words = fileWords[name];
  if (!words) throw new RangeError(`${name}: the file is not explained`);
  const rows = listFields(name).map(
    ({ path, required, type, meaning }) =>
      `| \`${path}\` | ${required ? layoutWords.required : ''} | ${type.replaceAll('|', '\\|')} | ${meaning} |`,
  );
  return [
    `# ${words.title}`,
    '',
    words.about,
    '',
    layoutWords.lists,
    '',
    layoutWords.head,
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

/** Where the manual has its table of errors. */
const tableMarks = ['<!-- npm run reference -->', '<!-- / -->'] as const;

/** The table of every error: what its code means, what makes it, what to do. */
function writeErrors(): string {
  const advised: Readonly<Record<ErrorCode, { example: string; remedy: string }>> = advice;
  const rows = Object.entries(errorMeanings).map(([code, { zh }]) => {
    const { example, remedy } = advised[code as ErrorCode];
    return `| \`${code}\` ${zh} | ${example} | ${remedy} |`.replaceAll('\n', ' ');
  });
  return ['', layoutWords.errorHead, '| --- | --- | --- |', ...rows, ''].join('\n');
}

/**
 * The editors' manual with its table of errors as it is today.
 * @throws RangeError if the manual has no place for it
 */
export function fillManual(manual: string): string {
  const [start, end] = tableMarks.map((mark) => manual.indexOf(mark));
  if (start === undefined || end === undefined || start < 0 || end < start) {
    throw new RangeError('the manual has no place for its table of errors');
  }
  const before = manual.slice(0, start + tableMarks[0].length);
  return `${before}\n${writeErrors()}\n${manual.slice(end)}`;
}

/** Every file of the reference, by its path in `docs/`. */
export function makeReference(): Map<string, string> {
  const files = new Map<string, string>();
  const names = Object.keys(fileSchemas);
  for (const name of names) {
    files.set(`schemas/${name}.json`, `${JSON.stringify(makeFileSchema(name), null, 2)}\n`);
    files.set(`fields/${name}.md`, writeFields(name));
  }
  files.set(
    'fields/README.md',
    [
      `# ${layoutWords.title}`,
      '',
      layoutWords.about,
      '',
      ...names.map(
        (name) =>
          `- [${fileWords[name]?.title ?? name}](${name}.md)${layoutWords.colon}${fileWords[name]?.about ?? ''}`,
      ),
      '',
    ].join('\n'),
  );
  return files;
}

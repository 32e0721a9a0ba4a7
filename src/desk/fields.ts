import type { z } from 'zod';
import type { AnyKind } from '../kinds/kind.ts';
import { references } from '../kinds/references.ts';
import { kinds } from '../kinds/registry.ts';
import { quotationFields } from '../text/anchor.ts';
import { makeFileSchema } from '../reference/reference.ts';

/** A field of a form, as the schema of its file has it. */
export type Field = {
  name: string;
  /** What it is called. */
  title: string;
  /** What it means. */
  hint: string;
  required: boolean;
  type: 'text' | 'number' | 'flag' | 'choice' | 'texts' | 'fields' | 'list';
  /** Of a `choice`: what may be chosen. */
  choices?: readonly Choice[];
  /** Whether it says where a quotation stands: the words are found without an editor's reading it. */
  isPlace: boolean;
  /** The file whose entries it names by their ids. */
  refersTo?: string;
  /** Of `fields` and of each in a `list`. */
  fields?: readonly Field[];
};

export type Choice = { value: string; title: string };

/** What the desk knows of a kind of annotation. */
export type DeskKind = {
  /** The name of its file, without `.yaml`. */
  file: string;
  title: string;
  fields: readonly Field[];
  /** The files of the kinds that may speak for the same words instead. */
  instead: readonly string[];
};

type Json = z.core.JSONSchema.JSONSchema & { refersTo?: string };

/** The kinds in their order, with their fields: all from the schemas that a build checks the files by. */
export function deskKinds(): DeskKind[] {
  const all = kinds as readonly AnyKind[];
  return all.map((kind) => {
    const { items } = makeFileSchema(kind.file, references) as { items: Json };
    const speakers = all.flatMap(({ ledger }) =>
      ledger?.speakers.includes(kind.name) ? ledger.speakers : [],
    );
    return {
      file: kind.file,
      title: kind.list?.name ?? kind.table?.title ?? kind.words.fileWords.title,
      fields: fieldsOf(items, titlesOf(kind)),
      instead: all
        .filter(({ name }) => name !== kind.name && speakers.includes(name))
        .map(({ file }) => file),
    };
  });
}

/** What fields are called: as the columns of the kind's table are. */
const titlesOf = ({ table }: AnyKind): ReadonlyMap<string, string> =>
  new Map(table?.columns.map(({ name, title }) => [name, title]));

/** What an editor decides, and does not write. */
const decided = ['review', 'proposed'];

function fieldsOf(schema: Json, titles: ReadonlyMap<string, string>): Field[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, json]): Field[] => {
    if (typeof json !== 'object' || decided.includes(name)) return [];
    const value = json as Json;
    const hint = value.description ?? '';
    return [
      {
        name,
        title: titles.get(name) ?? /^(?![a-z])[^，。；：（]+/u.exec(hint)?.[0] ?? name,
        hint,
        isPlace: name !== 'quote' && Object.hasOwn(quotationFields, name),
        required: schema.required?.includes(name) ?? false,
        ...(value.refersTo === undefined ? {} : { refersTo: value.refersTo }),
        ...typeOf(value, titles),
      },
    ];
  });
}

function typeOf(
  json: Json,
  titles: ReadonlyMap<string, string>,
): Pick<Field, 'type' | 'choices' | 'fields' | 'refersTo'> {
  if (json.enum) {
    const values = json.enum.map(String);
    return { type: 'choice', choices: nameChoices(values, json.description ?? '') };
  }
  if (json.type === 'boolean') return { type: 'flag' };
  if (json.type === 'number' || json.type === 'integer') return { type: 'number' };
  if (json.type === 'object') return { type: 'fields', fields: fieldsOf(json, titles) };
  if (json.type !== 'array') return { type: 'text' };
  const { items, prefixItems } = json as { items?: Json; prefixItems?: Json[] };
  const item = prefixItems?.[0] ?? items;
  if (item?.type === 'object') return { type: 'list', fields: fieldsOf(item, titles) };
  return { type: 'texts', ...(item?.refersTo === undefined ? {} : { refersTo: item.refersTo }) };
}

/** Choices with the names that the meaning of their field gives them: `term 术语；slogan 口号。` */
function nameChoices(values: readonly string[], meaning: string): Choice[] {
  return values.map((value) => {
    const found = new RegExp(`(?:^|[^\\w-])${value} ([^，、；：。（]+)`, 'u').exec(meaning);
    return { value, title: found?.[1] ?? value };
  });
}

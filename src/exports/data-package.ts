import { dayTime } from './feed.ts';
import { guardRule } from '../tables/csv.ts';
import { type WeighedFile, licence } from './data-files.ts';
import { writeJson } from './plan-json.ts';
import type { PublishedPlan } from './published-plan.ts';
import type { Table } from '../tables/table.ts';

const profile = (name: string): string => `https://datapackage.org/profiles/2.0/${name}.json`;

/**
 * Writes `datapackage.json` (Data Package 2.0, datapackage.org/standard). No `licenses`: it would have to
 * name one. `created` is the day of the last correction of the text, the only one that is stated: a build must give
 * the same file each time.
 * @param files the other files of the package, in order
 */
export function writeDataPackage(
  { plan }: Pick<PublishedPlan, 'plan'>,
  files: readonly WeighedFile[],
): string {
  const corrected = plan.corrected?.at(-1);
  return writeJson({
    $schema: profile('datapackage'),
    name: `plan-${plan.id}`,
    title: plan.title,
    description: licence,
    ...(corrected === undefined ? {} : { created: dayTime(corrected.date) }),
    ...(plan.issuer === undefined
      ? {}
      : { contributors: [{ title: plan.issuer, roles: ['creator'] }] }),
    sources: [{ title: plan.title, path: 'plan.txt' }],
    resources: files.map(describeResource),
  });
}

function describeResource(file: WeighedFile): Record<string, unknown> {
  const { name, title, description, mediaType, bytes, sha256, table } = file;
  return {
    $schema: profile('dataresource'),
    name: name.replaceAll('.', '-'),
    path: name,
    title,
    description: table ? `${description}${guardRule}` : description,
    format: name.split('.').at(-1),
    mediatype: mediaType,
    encoding: 'utf-8',
    bytes,
    hash: `sha256:${sha256}`,
    ...(table ? { type: 'table', dialect, schema: describeTable(table) } : {}),
  };
}

const dialect = {
  $schema: profile('tabledialect'),
  header: true,
  delimiter: ',',
  lineTerminator: '\r\n',
  quoteChar: '"',
  doubleQuote: true,
};

function describeTable({ name, columns, key, references }: Table<never>): Record<string, unknown> {
  const foreignKeys = references.map(({ column, table, to }) => ({
    fields: [column],
    // A reference without `resource` is one to the table itself.
    reference: { ...(table === name ? {} : { resource: `${table}-csv` }), fields: [to] },
  }));
  return {
    $schema: profile('tableschema'),
    fields: columns.map((column) => ({
      name: column.name,
      type: column.type,
      title: column.title,
      description: column.description,
      ...(column.required ? { constraints: { required: true } } : {}),
    })),
    ...(key.length > 0 ? { primaryKey: key } : {}),
    ...(foreignKeys.length > 0 ? { foreignKeys } : {}),
    missingValues: [''],
  };
}

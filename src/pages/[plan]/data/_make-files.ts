import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type DataFile,
  type WeighedFile,
  dataFiles,
  packageFile,
  sourceFile,
} from '../../../exports/data-files.ts';
import { writeDataPackage } from '../../../exports/data-package.ts';
import type { PlanTree } from '../../../plan/tree.ts';
import { settings } from '../../../settings.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Every file of a plan's open data, with a function that makes it: the source first, datapackage.json last. */
const makers: readonly (Omit<DataFile, 'write'> & { make: (tree: PlanTree) => Promise<Bytes> })[] =
  [
    {
      ...sourceFile,
      make: async ({ plan }) => new Uint8Array(await readFile(join(settings.root, plan.source))),
    },
    ...dataFiles.map(({ write, ...file }) => ({
      ...file,
      make: async (tree: PlanTree) => encode(write(tree)),
    })),
    {
      ...packageFile,
      make: async (tree) => encode(writeDataPackage(tree, await weighFiles(tree))),
    },
  ];

/** The names of the files of a plan's open data. */
export const fileNames: readonly string[] = makers.map(({ name }) => name);

/** Makes one file. Throws a RangeError if there is none of this name. */
export async function makeFile(
  tree: PlanTree,
  name: string,
): Promise<{ content: Bytes; mediaType: string }> {
  const maker = makers.find((file) => file.name === name);
  if (!maker) throw new RangeError(`no file ${name}`);
  return { content: await maker.make(tree), mediaType: maker.mediaType };
}

/** Every file but datapackage.json, which describes them, weighed and hashed. */
export async function weighFiles(tree: PlanTree): Promise<WeighedFile[]> {
  return Promise.all(
    makers.slice(0, -1).map(async ({ make, ...file }) => {
      const content = await make(tree);
      const sha256 = createHash('sha256').update(content).digest('hex');
      return { ...file, bytes: content.length, sha256 };
    }),
  );
}

function encode(text: string): Bytes {
  return new TextEncoder().encode(text);
}

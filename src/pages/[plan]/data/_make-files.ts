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
import type { PublishedPlan } from '../../../exports/published-plan.ts';
import { settings } from '../../../settings.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Every file of a plan's open data, with a function that makes it: the source first, datapackage.json last. */
const makers: readonly (Omit<DataFile, 'write'> & {
  make: (plan: PublishedPlan) => Promise<Bytes>;
})[] = [
  {
    ...sourceFile,
    make: async ({ plan }) => new Uint8Array(await readFile(join(settings.root, plan.source))),
  },
  ...dataFiles.map(({ write, ...file }) => ({
    ...file,
    make: async (plan: PublishedPlan) => encode(write(plan)),
  })),
  {
    ...packageFile,
    make: async (plan) => encode(writeDataPackage(plan, await weighFiles(plan))),
  },
];

/** The files that a plan has. */
function makersOf(plan: PublishedPlan): typeof makers {
  return makers.filter(({ isOf }) => isOf?.(plan) ?? true);
}

/** The names of the files of a plan's open data. */
export function fileNamesOf(plan: PublishedPlan): string[] {
  return makersOf(plan).map(({ name }) => name);
}

/** Makes one file. Throws a RangeError if the plan has none of this name. */
export async function makeFile(
  plan: PublishedPlan,
  name: string,
): Promise<{ content: Bytes; mediaType: string }> {
  const maker = makers.find((file) => file.name === name);
  if (!maker || maker.isOf?.(plan) === false) throw new RangeError(`no file ${name}`);
  return { content: await maker.make(plan), mediaType: maker.mediaType };
}

const weighed = new WeakMap<PublishedPlan, Promise<WeighedFile[]>>();

/** Every file but datapackage.json, which describes them, weighed and hashed. */
export function weighFiles(plan: PublishedPlan): Promise<WeighedFile[]> {
  const files = weighed.get(plan) ?? weighAll(plan);
  weighed.set(plan, files);
  return files;
}

async function weighAll(plan: PublishedPlan): Promise<WeighedFile[]> {
  return Promise.all(
    makersOf(plan)
      .slice(0, -1)
      .map(async ({ make, isOf: _isOf, ...file }) => {
        const content = await make(plan);
        const sha256 = createHash('sha256').update(content).digest('hex');
        return { ...file, bytes: content.length, sha256 };
      }),
  );
}

function encode(text: string): Bytes {
  return new TextEncoder().encode(text);
}

import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type SiteContent, loadSite } from '../loaders/read-site.ts';
import { type Preview, describePreviews, describeSite } from '../previews/previews.ts';
import { settings } from '../settings.ts';
import { readColour } from '../styles/read-colour.ts';
import { say } from '../text/say.ts';

const own = import.meta.dirname;
const previews = join(own, '../previews');

/** Draws the pictures that programs for chat show of a page, beside the pages. */
export function previewPictures(): AstroIntegration {
  return {
    name: 'jihua-preview-pictures',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        // A page in another language has the picture of the one in Chinese.
        if (settings.only !== 'zh') return;
        const cache = join(settings.cache, 'previews');
        await writePreviews(fileURLToPath(dir), loadSite(settings.root), cache, (count) =>
          process.stdout.write(
            say({ en: `  drawing ${count} preview pictures\n`, zh: `  画 ${count} 张预览图\n` }),
          ),
        );
      },
    },
  };
}

/**
 * Writes the pictures of a site and its plans into the folder of a built site. One whose words and looks are those of
 * an earlier build is taken from the cache; what is not asked for any more is removed from there.
 *
 * @param cache a folder of its own
 * @param tell is told how many are to be drawn, if any
 */
export async function writePreviews(
  out: string,
  { site, plans }: Pick<SiteContent, 'site' | 'plans'>,
  cache: string,
  tell: (count: number) => void = () => undefined,
): Promise<void> {
  const all = [describeSite(site), ...plans.flatMap((tree) => describePreviews(tree, site.name))];
  const looks = describeLooks();
  const pictures = all.map((preview) => ({ preview, file: join(cache, nameOf(preview, looks)) }));
  mkdirSync(cache, { recursive: true });
  const missing = new Map(
    pictures.filter(({ file }) => !existsSync(file)).map(({ preview, file }) => [file, preview]),
  );
  if (missing.size > 0) {
    tell(missing.size);
    await drawInto(missing);
  }
  for (const { preview, file } of pictures) {
    const copy = join(out, preview.path);
    mkdirSync(dirname(copy), { recursive: true });
    copyFileSync(file, copy);
  }
  const used = new Set(pictures.map(({ file }) => file));
  for (const name of readdirSync(cache)) {
    if (!used.has(join(cache, name))) rmSync(join(cache, name), { recursive: true });
  }
}

const tokens = readFileSync(join(own, '../styles/tokens.css'), 'utf8');
const colours = {
  paper: readColour(tokens, 'paper'),
  'paper-2': readColour(tokens, 'paper-2'),
  rule: readColour(tokens, 'rule'),
  ink: readColour(tokens, 'ink'),
  'ink-2': readColour(tokens, 'ink-2'),
  accent: readColour(tokens, 'accent'),
};

/** All that the looks of a picture depend on besides its words: the code that draws it, and what that uses. */
function describeLooks(): string {
  const hash = createHash('sha256').update(JSON.stringify(colours));
  // The dictionary by which lines end at the ends of words.
  hash.update(process.versions['icu'] ?? '');
  const files = ['typeset.ts', 'lines.ts']
    .map((name) => join(own, '../setting', name))
    .concat(
      readdirSync(previews)
        .sort()
        .map((name) => join(previews, name)),
    );
  for (const file of files) hash.update(readFileSync(file));
  const { dependencies } = JSON.parse(readFileSync(join(own, '../../package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  for (const name of ['sharp', 'fontkitten', 'wawoff2', '@fontsource-variable/noto-serif-sc']) {
    hash.update(`${name} ${dependencies[name]}`);
  }
  return hash.digest('hex');
}

/** The name of a picture in the cache: a hash of all that it depends on. Where it will be found does not matter. */
function nameOf({ path: _, ...said }: Preview, looks: string): string {
  const hash = createHash('sha256').update(looks).update(JSON.stringify(said));
  return `${hash.digest('hex').slice(0, 32)}.png`;
}

/** Draws pictures, as many at a time as there are processors: the drawing runs in threads of the library. */
async function drawInto(missing: ReadonlyMap<string, Preview>): Promise<void> {
  const { layOut } = await import('../previews/layout.ts');
  const { makePainter, writeSquareSvg } = await import('../previews/picture.ts');
  const { loadTypefaces } = await import('../previews/typeface.ts');
  const characters = new Set([...Array.from(missing.values(), charactersOf).join(''), '…']);
  const typefaces = await loadTypefaces(characters, [500, 700]);
  const paint = await makePainter(colours);
  const left = missing.entries();
  const drawOnes = async (): Promise<void> => {
    for (const [file, preview] of left) {
      const layout = layOut(preview, (weight) => typefaces[weight].advance);
      const png = await paint(writeSquareSvg(layout, typefaces, colours));
      // A build that dies while it writes leaves no half picture under a name that will be trusted.
      writeFileSync(`${file}.part`, png);
      renameSync(`${file}.part`, file);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, drawOnes));
}

function charactersOf({ path: _, figure, ...said }: Preview): string {
  return [...Object.values(said), ...Object.values(figure ?? {})].join('');
}

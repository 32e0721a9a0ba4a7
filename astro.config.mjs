import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import { defineConfig } from 'astro/config';
import browserslistToEsbuild from 'browserslist-to-esbuild';
import { characterForms } from './src/integrations/character-forms.ts';
import { devServer } from './src/integrations/dev-server.ts';
import { contentPolicies } from './src/integrations/content-policy.ts';
import { folders } from './src/integrations/folder.ts';
import { languages } from './src/integrations/languages.ts';
import { wordsOf } from './src/languages/stand-in.ts';
import { nameDeployment, offline } from './src/integrations/offline.ts';
import { qrCodes } from './src/integrations/qr-codes.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { plainImports } from './src/integrations/plain-imports.ts';
import { packagedFonts } from './src/integrations/packaged-fonts.ts';
import { previewPictures } from './src/integrations/preview-pictures.ts';
import { publish } from './src/integrations/publish.ts';
import { wholeFiles } from './src/integrations/whole-files.ts';
import { settings } from './src/settings.ts';

const oldest = browserslistToEsbuild();
// `a?.b` is as old as Chromium 80. The bundler writes it out for a fault of calls like `a?.(...b)`, mended in 91.
const oldestWithChains = oldest.map((browser) => (browser === 'chrome86' ? 'chrome91' : browser));

export default defineConfig({
  outDir: settings.out,
  cacheDir: settings.cache,
  base: settings.base,
  ...(settings.site ? { site: settings.site } : {}),
  trailingSlash: 'always',
  integrations: [
    packagedFonts(),
    mdx({ optimize: true }),
    searchIndex(),
    characterForms(),
    previewPictures(),
    qrCodes(),
    languages(),
    contentPolicies(),
    // From the pages as they are published: their last style is set a hair otherwise.
    wholeFiles(),
    folders(),
    offline(),
    publish(),
    devServer(),
  ],
  // One request fewer before the first paint; a reading page's whole style is about as long as its text.
  build: { inlineStylesheets: 'always' },
  // Punctuation stays as the editor typed it.
  markdown: {
    processor: satteri({ features: { smartPunctuation: false } }),
    syntaxHighlight: false,
  },
  vite: {
    plugins: [plainImports(), wordsOf(settings.only)],
    define: {
      'import.meta.env.DEPLOYMENT': JSON.stringify(nameDeployment(settings.root)),
      'import.meta.env.ONLY': JSON.stringify(settings.only),
    },
    environments: {
      // An address is part of what a page weighs.
      client: {
        build: {
          rolldownOptions: {
            output: {
              entryFileNames: '_astro/[hash:6].js',
              chunkFileNames: '_astro/[name].[hash:6].js',
            },
          },
        },
      },
    },
    build: {
      assetsInlineLimit: 0,
      modulePreload: false,
      // The oldest browsers that must read and search, from `browserslist` in package.json.
      target: oldestWithChains,
      cssTarget: oldest,
    },
  },
  devToolbar: { enabled: false },
});

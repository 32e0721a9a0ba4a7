import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { settings } from '../settings.ts';

/**
 * Has images drawn with the Chinese font of a package, whatever fonts the machine has: else the same
 * commit gives other images on another machine, and empty boxes on one without Chinese fonts.
 */
export function packagedFonts(): AstroIntegration {
  return {
    name: 'jihua-packaged-fonts',
    hooks: {
      'astro:config:setup': () => {
        const require = createRequire(join(process.cwd(), 'package.json'));
        const fonts = join(dirname(require.resolve('@embedpdf/fonts-sc')), '../fonts');
        const folder = join(settings.cache, 'fonts');
        mkdirSync(folder, { recursive: true });
        const file = join(folder, 'fonts.conf');
        writeFileSync(
          file,
          `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${escapeXml(fonts)}</dir><cachedir>${escapeXml(folder)}</cachedir></fontconfig>
`,
        );
        // Read by fontconfig, in the library that draws, when it first sets text.
        process.env['FONTCONFIG_FILE'] = file;
      },
    },
  };
}

/** A path may have these characters. */
const escapeXml = (path: string): string =>
  path.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

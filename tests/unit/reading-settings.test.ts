import { describe, expect, test } from 'vitest';
import { choices, readSettings, writeSettings } from '../../src/reading-settings/choices.ts';
import { firstPaintScript, storageKey } from '../../src/reading-settings/first-paint.ts';
import { project, readText } from '../support/site.ts';

const unset = readSettings(null);

/** What the script within a page does with what a browser has kept. */
function runFirstPaint(kept: string | undefined): { className: string; written: string[] } {
  const written: string[] = [];
  const root = { className: '' };
  const document = {
    documentElement: root,
    currentScript: { dataset: { css: '/a.css' } },
    write: (html: string) => written.push(html),
  };
  new Function('document', 'localStorage', firstPaintScript)(document, { [storageKey]: kept });
  return { className: root.className, written };
}

describe('reading settings', () => {
  test('every value is read as it was written', () => {
    for (const [name, values] of Object.entries(choices)) {
      for (const value of values) {
        const settings = { ...unset, [name]: value };
        expect(readSettings(writeSettings(settings))).toEqual(settings);
      }
    }
  });

  test('where nothing is set nothing is kept', () => {
    expect(writeSettings(unset)).toBe('');
  });

  test.each([
    null,
    '',
    'dark',
    'set',
    'set crimson',
    'set plain',
    'set "><script>alert(1)</script>',
    '{"theme":"dark"}',
  ])('what is kept and no setting counts as nothing: %s', (kept) => {
    expect(readSettings(kept)).toEqual(unset);
  });

  test('very large type and the view for the elderly stand in one column', () => {
    expect(writeSettings({ ...unset, size: 's24' })).toBe('set s24');
    expect(writeSettings({ ...unset, size: 's28' })).toBe('set s28 plain');
    expect(writeSettings({ ...unset, view: 'senior' })).toBe('set senior plain');
  });

  test('each value but the first has a look or is none of the page', () => {
    const sheet = readText(project, 'src/styles/reading-settings.css');
    for (const [name, values] of Object.entries(choices)) {
      if (name === 'rate') continue;
      for (const value of values.filter(Boolean)) expect(sheet).toMatch(`.${value} `);
    }
  });
});

describe('before the first paint', () => {
  test('settings are the class of the root, and their sheet is asked for', () => {
    const kept = writeSettings({ ...unset, size: 's28', theme: 'contrast' });
    expect(runFirstPaint(kept)).toEqual({
      className: kept,
      written: ['<link rel="stylesheet" href="/a.css">'],
    });
  });

  test.each([undefined, '', 'dark', 'set "><img src=x onerror=alert(1)>', 'set a/b', 'set DARK'])(
    'what is no setting changes nothing: %s',
    (kept) => {
      expect(runFirstPaint(kept)).toEqual({ className: '', written: [] });
    },
  );
});

import { type ReadingSettings, readSettings, writeSettings } from '../reading-settings/choices.ts';
import { storageKey } from '../reading-settings/first-paint.ts';
import sheet from '../styles/reading-settings.css?url';
import { glossWords } from './inline-notes.ts';
import { loadStyle } from './load-style.ts';

/** What a reader has set; nothing where the browser keeps nothing. */
export function keptSettings(): ReadingSettings {
  try {
    return readSettings(localStorage.getItem(storageKey));
  } catch {
    return readSettings(null);
  }
}

/** Keeps settings, or forgets all where nothing is set. @returns whether the browser let us */
export function keepSettings(settings: ReadingSettings): boolean {
  try {
    const kept = writeSettings(settings);
    if (kept === '') localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, kept);
    return true;
  } catch {
    return false;
  }
}

/** Gives the page the look of settings: of those that are kept, if none are given, as where a reader comes to a page. */
export function applySettings(chosen?: ReadingSettings): void {
  const settings = chosen ?? keptSettings();
  const root = document.documentElement;
  // Who chooses has a page to look at: it is not held back until its characters and readings are there.
  if (chosen) {
    root.dataset['characters'] ??= '';
    root.dataset['pinyin'] ??= '';
  }
  void loadStyle(sheet).then(() => {
    root.className = writeSettings(settings);
  });
  if (settings.glosses === 'inline') glossWords();
  const isTraditional = settings.characters === 'hant';
  if (isTraditional || root.dataset['characters']) {
    import('./traditional.ts')
      .then((module) => module.showTraditional(isTraditional))
      .catch(ignore);
  }
  if (settings.pinyin) import('./pinyin.ts').then((module) => module.setPinyin()).catch(ignore);
}

// What does not come leaves the page as it is.
const ignore = (): undefined => undefined;

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { Parser } from 'htmlparser2';
import { Converter } from 'opencc-js/cn2t';
import { pinyin } from 'pinyin-pro';
import type { PlanTree } from '../kinds/tree.ts';
import { loadSite } from '../loaders/read-site.ts';
import { readWordForms } from '../loaders/read-vocabulary.ts';
import { type Forms, isInLine, spokenAttributes, textEnd } from '../reading-settings/forms.ts';
import { type Example, learnForms } from '../reading-settings/learn-forms.ts';
import { settings } from '../settings.ts';
import type { WordForms } from '../site/vocabulary.ts';
import { planParts } from '../text/compose.ts';
import { formsPath } from '../urls.ts';
import { writeInto } from './pagefind-files.ts';

/**
 * Writes what traditional characters and what pinyin the texts of a site have, for readers who choose them. Dictionaries
 * of megabytes decide here; the page is given what of them these texts need.
 */
export function characterForms(): AstroIntegration {
  return {
    name: 'jihua-character-forms',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const out = fileURLToPath(dir);
        const corrected = readWordForms(settings.root);
        const { plans } = loadSite(settings.root);
        const files = {
          traditional: traditionalForms(textsOfSite(out), corrected),
          pinyin: pinyinForms(plans.flatMap(wordsOfPlan), corrected),
        };
        for (const name of ['traditional', 'pinyin'] as const) {
          writeInto(out, formsPath(name), JSON.stringify(files[name]));
        }
      },
    },
  };
}

const han = /\p{Script=Han}/u;

/**
 * The traditional characters of texts, as OpenCC has them for Taiwan: what `zh-Hant` means where no region is named (CLDR,
 * likely subtags). Words are not replaced by those of another region: each character stands for one.
 */
export function traditionalForms(texts: readonly string[], corrected: WordForms): Forms {
  const convert = Converter({ from: 'cn', to: 'tw' });
  const convertAll = (text: string): string[] => {
    const whole = convert(text);
    // Nothing that is longer or shorter can be taken back character by character.
    return whole.length === text.length ? whole.split('') : text.split('').map(convertOne);
  };
  const convertOne = (unit: string): string => {
    const one = convert(unit);
    return one.length === 1 ? one : unit;
  };
  const right = corrected.flatMap(({ words, traditional }): Right[] =>
    traditional === undefined ? [] : [[words, traditional.split('')]],
  );
  return learnForms(makeExamples(texts, convertAll, right));
}

/**
 * The pinyin of texts, with tones as GB/T 16159-2012 writes them: those of the characters by themselves, whatever they
 * become in speech.
 */
export function pinyinForms(texts: readonly string[], corrected: WordForms): Forms {
  const spell = (text: string): string[] => {
    // The longest words from the end: of the ways to divide a text it errs least in official prose.
    const spelled = pinyin(text, { type: 'array', toneSandhi: false, segmentit: 1 });
    const characters = Array.from(text);
    if (spelled.length !== characters.length) {
      throw new Error(`pinyin of “${text}” does not fit it`);
    }
    return characters.flatMap((character, i) =>
      character.length === 1 && han.test(character)
        ? [spelled[i] ?? character]
        : character.split(''),
    );
  };
  const right = corrected.flatMap(({ words, pinyin: readings }): Right[] =>
    readings === undefined ? [] : [[words, readings.split(' ')]],
  );
  return learnForms(makeExamples(texts, spell, right));
}

/** Words, and the right form of each of their characters. */
type Right = [words: string, forms: string[]];

function makeExamples(
  texts: readonly string[],
  formsOf: (text: string) => string[],
  right: readonly Right[],
): Example[] {
  // The longer words are, the more they know.
  const sorted = [...right].sort(([a], [b]) => a.length - b.length);
  return [...new Set(texts)]
    .filter((text) => han.test(text))
    .map((text) => {
      const forms = formsOf(text);
      for (const [words, own] of sorted) {
        for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
          forms.splice(at, own.length, ...own);
        }
      }
      return { text, forms };
    });
}

/** The words of a plan, as its pages show them one by one. */
const wordsOfPlan = ({ plan, sections, tasks }: PlanTree): string[] =>
  Array.from(planParts(plan, sections, tasks), ({ text }) => text);

/** Files beside pages whose words pages show: scripts, and of the data of search what is no table of characters. */
const mayBeShown = /\.js$|(?:^|\/)search\/(?:manifest|related|explanations)\.json$/u;

/** Every text that a page of a built site has, or that its scripts and data bring. */
function textsOfSite(out: string): string[] {
  const texts = new Set<string>();
  for (const path of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
    const isPage = path.endsWith('.html');
    if (!isPage && !mayBeShown.test(path)) continue;
    const content = readFileSync(join(out, path), 'utf8');
    const found = isPage ? textsOfPage(content) : (content.match(/[^\x20-\x7e\s]+/gu) ?? []);
    for (const text of found) texts.add(text);
  }
  return [...texts];
}

/** The lines of a page, and its attributes that are seen or heard. */
export function textsOfPage(html: string): string[] {
  const attributes: string[] = [];
  let lines = '';
  let silent = 0;
  const isSilent = (name: string): boolean => /^(?:script|style)$/u.test(name);
  const parser = new Parser({
    onopentag: (name, values) => {
      if (isSilent(name)) silent += 1;
      if (!isInLine(name)) lines += textEnd;
      attributes.push(...spokenAttributes.flatMap((attribute) => values[attribute] ?? []));
    },
    ontext: (text) => {
      if (silent === 0) lines += text;
    },
    onclosetag: (name) => {
      if (isSilent(name)) silent -= 1;
      if (!isInLine(name)) lines += textEnd;
    },
  });
  parser.end(html);
  return [...lines.split(textEnd), ...attributes].filter((text) => han.test(text));
}

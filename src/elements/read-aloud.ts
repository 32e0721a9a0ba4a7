import { choices } from '../reading-settings/choices.ts';
import { aloudStrings as strings } from '../reading-settings/words.ts';
import { spoken } from '../text/spoken.ts';
import { keepSettings, keptSettings } from './kept-settings.ts';
import { loadStyle } from './load-style.ts';
import { make } from './markup.ts';
import { planWords } from './plan-words.ts';
import stylesheet from './read-aloud.css?url';
import { sourceText } from './source-text.ts';

/** What is read in one go and marked while it is: a sentence, or a heading with its number. */
type Sentence = { parts: Element[]; pieces: string[] };

/** Voices of networks fall silent in what takes them longer than a quarter of a minute. */
const longestPiece = 80;

/** Plans are in Chinese, whatever language the page around them is in. */
const planLanguage = 'zh-CN';

/** How long a system may look for its voices before it is said that it has none, in milliseconds. */
const longestWait = 3000;

/** The sentences of the page, in order, as a voice is to say them. */
function sentencesToRead(): Sentence[] {
  const groups = new Map<Element, Element[]>();
  for (const part of planWords()) {
    const whole = part.closest('h1, h2, h3, h4, h5, h6') ?? part.closest('[id]') ?? part;
    groups.set(whole, [...(groups.get(whole) ?? []), part]);
  }
  return [...groups.values()]
    .map((parts) => {
      const words = parts.map((part) => spoken(sourceText(part))).filter(Boolean);
      return { parts, pieces: cutForVoice(words.join('，')) };
    })
    .filter(({ pieces }) => pieces.length > 0);
}

/** Cuts what is said at marks of punctuation, into pieces that are as long as they may be. */
function cutForVoice(text: string): string[] {
  const pieces: string[] = [];
  for (const clause of text.match(/[^，、；。！？]+[，、；。！？]*/gu) ?? []) {
    const last = pieces.length - 1;
    const joined = (pieces[last] ?? '') + clause;
    if (last >= 0 && joined.length <= longestPiece) pieces[last] = joined;
    else pieces.push(clause);
  }
  return pieces;
}

let bar: ReadingBar | undefined;

/** Opens the bar that reads the page aloud, and begins; closes it if it is open. */
export function open(link: HTMLElement): void {
  if (bar) bar.close();
  else bar = new ReadingBar(link);
}

/** The bar at the foot of the window while the page is read aloud. */
class ReadingBar {
  private readonly sentences = sentencesToRead();
  private readonly listening = new AbortController();
  private readonly element: HTMLElement;
  private readonly play = button(strings.pause, () => this.toggle());
  private readonly end = button(strings.close, () => this.close());
  private readonly status = make('span', { role: 'status' });
  private readonly place = make('span', {});
  private readonly voices = make('select', { 'aria-label': strings.voice });
  private at = 0;
  private isReading = false;
  /** What the voice is saying: what it tells of anything else is late. */
  private saying: SpeechSynthesisUtterance | undefined;

  private readonly link: HTMLElement;

  constructor(link: HTMLElement) {
    this.link = link;
    this.element = make(
      'section',
      { class: 'aloud-bar', 'aria-label': strings.label, hidden: '' },
      button(strings.previous, () => this.go(this.at - 1)),
      this.play,
      button(strings.next, () => this.go(this.at + 1)),
      this.makeRates(),
      this.voices,
      this.place,
      this.status,
      this.end,
    );
    const { signal } = this.listening;
    this.element.addEventListener('keydown', (event) => this.press(event), { signal });
    this.voices.addEventListener('change', () => this.restart(), { signal });
    addEventListener('pagehide', () => this.close(), { signal });
    document.body.append(this.element);
    link.setAttribute('aria-expanded', 'true');
    void loadStyle(stylesheet).then(() => {
      this.element.hidden = false;
      // Without a voice there is nothing to play, and the bar has no button for it.
      const first = this.voices.options.length > 0 ? this.play : this.end;
      first.focus({ preventScroll: true });
    });
    this.begin();
  }

  close(): void {
    this.stop();
    this.mark(undefined);
    this.listening.abort();
    setMediaActions(undefined);
    const hadFocus = this.element.contains(document.activeElement);
    this.element.remove();
    this.link.removeAttribute('aria-expanded');
    if (hadFocus) this.link.focus();
    bar = undefined;
  }

  /** Reads once it is known which voices the system has; some browsers look for them only when asked. */
  private begin(): void {
    if (!('speechSynthesis' in window)) {
      this.status.textContent = strings.unable;
      return;
    }
    const { signal } = this.listening;
    speechSynthesis.addEventListener('voiceschanged', () => this.listVoices(), { signal });
    this.listVoices();
    if (this.voices.options.length > 0) return;
    const isAsked = speechSynthesis.getVoices().length === 0;
    this.status.textContent = isAsked ? strings.waiting : strings.noVoice;
    const timer = setTimeout(() => {
      if (this.voices.options.length === 0) this.status.textContent = strings.noVoice;
    }, longestWait);
    signal.addEventListener('abort', () => clearTimeout(timer));
  }

  private listVoices(): void {
    const chinese = speechSynthesis
      .getVoices()
      .filter(({ lang }) => /^(?:zh|cmn|yue)\b/iu.test(lang));
    const chosen = this.voices.value;
    // The language of the plan before its sisters: 普通话 before 粤语.
    const ranked = [...chinese].sort((a, b) => rankOf(a) - rankOf(b));
    this.voices.replaceChildren(
      ...ranked.map(({ name, voiceURI }) => make('option', { value: voiceURI }, name)),
    );
    if (ranked.some(({ voiceURI }) => voiceURI === chosen)) this.voices.value = chosen;
    if (ranked.length === 0 || this.isReading) return;
    this.status.textContent = '';
    setMediaActions({
      play: () => this.resume(),
      pause: () => this.pause(),
      previoustrack: () => this.go(this.at - 1),
      nexttrack: () => this.go(this.at + 1),
      stop: () => this.close(),
    });
    this.resume();
  }

  private press(event: KeyboardEvent): void {
    const inList = event.target instanceof HTMLSelectElement;
    if (event.key === 'Escape') this.close();
    else if (event.key === 'ArrowLeft' && !inList) this.go(this.at - 1);
    else if (event.key === 'ArrowRight' && !inList) this.go(this.at + 1);
    // A button that has the focus takes the space for itself.
    else if (event.key === ' ' && event.target === this.element) this.toggle();
    else return;
    if (!inList) event.preventDefault();
  }

  private toggle(): void {
    if (this.isReading) this.pause();
    else this.resume();
  }

  /** Not the browser's own pause: on phones it ends what is said, and cannot go on. */
  private pause(): void {
    this.stop();
    this.tellState();
  }

  private resume(): void {
    if (this.voices.options.length === 0) return;
    this.isReading = true;
    this.tellState();
    this.read(this.at);
  }

  private restart(): void {
    if (this.isReading) this.read(this.at);
  }

  private go(to: number): void {
    this.at = Math.min(Math.max(to, 0), this.sentences.length - 1);
    if (this.isReading) this.read(this.at);
    else this.mark(this.sentences[this.at]);
  }

  private stop(): void {
    this.isReading = false;
    this.saying = undefined;
    if ('speechSynthesis' in window) speechSynthesis.cancel();
  }

  private tellState(): void {
    this.play.textContent = this.isReading ? strings.pause : strings.resume;
    if ('mediaSession' in navigator) {
      navigator.mediaSession.playbackState = this.isReading ? 'playing' : 'paused';
    }
  }

  /** Reads a sentence from its piece on, and what follows it; after the last one the bar waits at the first. */
  private read(n: number, piece = 0): void {
    this.saying = undefined;
    speechSynthesis.cancel();
    const sentence = this.sentences[n];
    if (!sentence) {
      this.at = 0;
      this.pause();
      this.mark(undefined);
      return;
    }
    this.at = n;
    if (piece === 0) this.mark(sentence);
    this.say(sentence.pieces[piece] ?? '', () => {
      if (piece + 1 < sentence.pieces.length) this.read(n, piece + 1);
      else this.read(n + 1);
    });
  }

  private say(words: string, then: () => void): void {
    const said = new SpeechSynthesisUtterance(words);
    const voice = speechSynthesis
      .getVoices()
      .find(({ voiceURI }) => voiceURI === this.voices.value);
    if (voice) said.voice = voice;
    said.lang = voice?.lang ?? planLanguage;
    said.rate = rateOf(keptRate());
    said.onend = () => {
      if (this.saying === said) then();
    };
    said.onerror = () => {
      if (this.saying !== said) return;
      this.pause();
      this.status.textContent = strings.failed;
    };
    this.saying = said;
    this.status.textContent = '';
    speechSynthesis.speak(said);
  }

  /** Marks the sentence that is read, and brings it into view. */
  private mark(sentence: Sentence | undefined): void {
    for (const part of document.querySelectorAll('[data-aloud]'))
      part.removeAttribute('data-aloud');
    if (!sentence) return;
    for (const part of sentence.parts) part.setAttribute('data-aloud', '');
    this.place.textContent = strings.place(this.at + 1, this.sentences.length);
    const moves = !matchMedia('(prefers-reduced-motion: reduce)').matches;
    sentence.parts[0]?.scrollIntoView({ block: 'center', behavior: moves ? 'smooth' : 'auto' });
  }

  private makeRates(): HTMLSelectElement {
    const select = make(
      'select',
      { 'aria-label': strings.rate },
      ...choices.rate.map((rate) =>
        make('option', { value: rate }, strings.times(String(rateOf(rate)))),
      ),
    );
    select.value = keptRate();
    select.addEventListener('change', () => {
      const rate = choices.rate.find((one) => one === select.value) ?? '';
      rateOfVisit = rate;
      keepSettings({ ...keptSettings(), rate });
      this.restart();
    });
    return select;
  }
}

type Rate = (typeof choices.rate)[number];

/** Where the browser keeps nothing, what is chosen holds as long as the page. */
let rateOfVisit: Rate | undefined;

const keptRate = (): Rate => rateOfVisit ?? keptSettings().rate;

const rateOf = (rate: Rate): number => (rate === '' ? 1 : Number(rate.slice(4)) / 100);

function rankOf({ lang }: SpeechSynthesisVoice): number {
  return lang.toLowerCase().replace('_', '-') === planLanguage.toLowerCase() ? 0 : 1;
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = make('button', { type: 'button' }, text);
  made.addEventListener('click', act);
  return made;
}

/** Gives the keys of the lock screen and of headsets their work, where a browser lets pages have them; or takes it away. */
function setMediaActions(
  actions: Partial<Record<MediaSessionAction, () => void>> | undefined,
): void {
  if (!('mediaSession' in navigator)) return;
  const { mediaSession } = navigator;
  if (actions && 'MediaMetadata' in window) {
    mediaSession.metadata = new MediaMetadata({ title: document.title });
  } else mediaSession.metadata = null;
  for (const action of ['play', 'pause', 'previoustrack', 'nexttrack', 'stop'] as const) {
    try {
      mediaSession.setActionHandler(action, actions?.[action] ?? null);
    } catch {
      // An action that this browser does not know.
    }
  }
}

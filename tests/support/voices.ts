/** What a voice was given, in which language, and what was marked on the page then. */
export type Said = { words: string; marked: string; rate: number; voice: string; lang: string };

/** What a test may do with them, as `voices` of the window. */
export type StandIn = { said: Said[]; finish: () => void; addVoice: () => void };

/** For a page to run before all else: stands for the voices of its browser. A test says when a voice has finished. */
export function standIn(hasVoice: boolean): void {
  class Utterance {
    text: string;
    rate = 1;
    lang = '';
    voice: { name: string } | null = null;
    onend: (() => void) | null = null;
    onerror: (() => void) | null = null;
    constructor(text: string) {
      this.text = text;
    }
  }
  const chinese = { name: '小云', lang: 'zh-CN', voiceURI: 'yun' };
  const voices = [{ name: 'Alice', lang: 'en-GB', voiceURI: 'alice' }];
  if (hasVoice) voices.push({ name: '阿美', lang: 'zh-HK', voiceURI: 'mei' }, chinese);
  let current: Utterance | undefined;
  const said: Said[] = [];
  const speech = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    cancel: () => (current = undefined),
    speak: (utterance: Utterance) => {
      current = utterance;
      said.push({
        words: utterance.text,
        marked: Array.from(document.querySelectorAll('[data-aloud]'), (e) => e.textContent).join(
          '',
        ),
        rate: utterance.rate,
        voice: utterance.voice?.name ?? '',
        lang: utterance.lang,
      });
    },
  });
  Object.defineProperty(window, 'speechSynthesis', { value: speech });
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
  Object.assign(window, {
    voices: {
      said,
      finish: () => current?.onend?.(),
      addVoice: () => {
        voices.push(chinese);
        speech.dispatchEvent(new Event('voiceschanged'));
      },
    } satisfies StandIn,
  });
}

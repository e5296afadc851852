// Which voice says a word: never one that would send it away. The browser's voices are made up.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { speak, watchVoice } from '../../src/card/speech.ts';

type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default' | 'name'>;
const voice = (name: string, lang: string, more: Partial<Voice> = {}): Voice => ({
  ...{ name, lang, localService: true, default: false },
  ...more,
});

const REMOTE = voice('remote', 'en-US', { localService: false, default: true });
const GERMAN = voice('german', 'de-DE', { default: true });
const BRITISH = voice('british', 'en-GB');
const AMERICAN = voice('american', 'en_US');

class Utterance {
  voice: Voice | undefined;
  onend: (() => void) | undefined;
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** A browser's speech, and what it was told. */
class Speech extends EventTarget {
  voices: Voice[] = [];
  readonly said: Utterance[] = [];
  stopped = 0;
  getVoices = (): Voice[] => this.voices;
  speak = (utterance: Utterance): void => void this.said.push(utterance);
  cancel = (): void => void this.stopped++;
}

let speech: Speech;
beforeEach(() => {
  speech = new Speech();
  vi.stubGlobal('speechSynthesis', speech);
  vi.stubGlobal('SpeechSynthesisUtterance', Utterance);
});
afterEach(() => vi.unstubAllGlobals());

describe('the voice', () => {
  test.each<[name: string, voices: Voice[], voice: string | undefined]>([
    ['none', [], undefined],
    ['one that sends words away', [REMOTE], undefined],
    ['one of another language', [GERMAN], undefined],
    ['one whose language only begins alike', [voice('x', 'enm')], undefined],
    ['English', [REMOTE, GERMAN, BRITISH], 'british'],
    ['American before others', [BRITISH, AMERICAN], 'american'],
    ['the reader’s own before all', [AMERICAN, { ...BRITISH, default: true }], 'british'],
  ])('%s', (_name, voices, expected) => {
    speech.voices = voices;
    const heard: boolean[] = [];
    const stop = watchVoice((can) => heard.push(can));
    expect(heard).toEqual([expected !== undefined]);
    speak('edema');
    expect(speech.said.map(({ text, voice }) => `${voice?.name} says ${text}`)).toEqual(
      expected === undefined ? [] : [`${expected} says edema`],
    );
    stop();
  });

  test('voices that come late are heard of, until nobody listens', () => {
    const heard: boolean[] = [];
    const stop = watchVoice((can) => heard.push(can));
    speech.voices = [BRITISH];
    speech.dispatchEvent(new Event('voiceschanged'));
    stop();
    speech.voices = [];
    speech.dispatchEvent(new Event('voiceschanged'));
    expect(heard).toEqual([false, true]);
  });

  test('what is being said stops with the card, what the page has read out does not', () => {
    speech.voices = [BRITISH];
    const stop = watchVoice(() => undefined);
    stop();
    expect(speech.stopped).toBe(0);
    const stopNext = watchVoice(() => undefined);
    speak('edema');
    speak('bone');
    expect(speech.stopped).toBe(1);
    speech.said[1]?.onend?.();
    stopNext();
    expect(speech.stopped).toBe(1);
    const stopLast = watchVoice(() => undefined);
    speak('edema');
    stopLast();
    expect(speech.stopped).toBe(2);
  });

  test('a browser without speech has no voice', () => {
    vi.stubGlobal('speechSynthesis', undefined);
    const heard: boolean[] = [];
    watchVoice((can) => heard.push(can))();
    speak('edema');
    expect(heard).toEqual([false]);
  });
});

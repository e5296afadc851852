// Says a word aloud, by a voice of the device alone: any other voice would send the word away.

/** Of a voice: some systems write en_US. */
const ENGLISH = /^en(?:[-_]|$)/i;

/** The English voice of this device; undefined where there is none (yet: browsers find their voices late). */
function localVoice(): SpeechSynthesisVoice | undefined {
  const voices = globalThis.speechSynthesis?.getVoices() ?? [];
  const ours = voices.filter(({ localService, lang }) => localService && ENGLISH.test(lang));
  return ours.find((voice) => voice.default) ?? ours.find(({ lang }) => /^en[-_]us/i.test(lang)) ?? ours[0];
}

/** What is being said for us: the page may have something read out too, which is not stopped for nothing. */
let saying: SpeechSynthesisUtterance | undefined;

/** Stops what `speak` says. */
function hush(): void {
  if (saying) globalThis.speechSynthesis?.cancel();
  saying = undefined;
}

/** Whether there is a voice that may speak. Calls `listener` when that changes, until the function it returns is called, which also stops what is being said. */
export function watchVoice(listener: (canSpeak: boolean) => void): () => void {
  const tell = (): void => listener(localVoice() !== undefined);
  const synthesis = globalThis.speechSynthesis;
  tell();
  synthesis?.addEventListener?.('voiceschanged', tell);
  return () => {
    synthesis?.removeEventListener?.('voiceschanged', tell);
    hush();
  };
}

/** Says an English text, a little slower than people speak. What we were saying before stops. */
export function speak(text: string): void {
  const voice = localVoice();
  if (voice === undefined) return;
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.rate = 0.85;
  utterance.onend = () => {
    if (saying === utterance) saying = undefined;
  };
  hush();
  saying = utterance;
  speechSynthesis.speak(utterance);
}

/** A voice needs a moment until it is heard; how long differs by device, so it is measured and spoken that much ahead. */
const FIRST_GUESS_S = 0.12;
const LEARNING = 0.3;
const LONGEST_S = 0.4;

/** Whether this browser can speak a language at all. */
export const canSpeak = (language: string): boolean =>
  "speechSynthesis" in globalThis &&
  speechSynthesis.getVoices().some((voice) => voice.lang.toLowerCase().startsWith(language));

/** Says counts and names, and learns how late it is heard. */
export interface Voice {
  /** Seconds to speak ahead. */
  leadS: () => number;
  say: (text: string) => void;
  hush: () => void;
}

export function createVoice(language: string): Voice {
  let leadS = FIRST_GUESS_S;
  return {
    leadS: () => leadS,
    say: (text) => {
      const words = new SpeechSynthesisUtterance(text);
      const askedAt = performance.now();
      words.lang = language;
      words.rate = 1.6;
      words.onstart = () => {
        const tookS = Math.min((performance.now() - askedAt) / 1000, LONGEST_S);
        leadS += LEARNING * (tookS - leadS);
      };
      speechSynthesis.cancel(); // A count that is late is worth less than the one that is due.
      speechSynthesis.speak(words);
    },
    hush: () => speechSynthesis.cancel(),
  };
}

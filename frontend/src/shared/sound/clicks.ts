import { isTap, type Count } from "@/shared/counts/grid";

/** Hz; 1 and 5 are told apart by pitch, the steps between are lower, the tap is a soft knock. */
const PITCH: Record<"one" | "five" | "step" | "tap", number> = { one: 1568, five: 1175, step: 784, tap: 392 };
const LOUDNESS = { one: 0.3, five: 0.26, step: 0.16, tap: 0.12 };
const LENGTH_S = 0.05;

const kindOf = (count: Count) => (count === 1 ? "one" : count === 5 ? "five" : isTap(count) ? "tap" : "step");

/** Let a count sound at a time of the audio clock; returns how to take it back. */
export function click(audio: AudioContext, count: Count, atS: number): () => void {
  const kind = kindOf(count);
  const tone = new OscillatorNode(audio, { type: "sine", frequency: PITCH[kind] });
  const hull = new GainNode(audio, { gain: 0 });
  const start = Math.max(atS, audio.currentTime);
  hull.gain.setValueAtTime(LOUDNESS[kind], start);
  hull.gain.exponentialRampToValueAtTime(0.001, start + LENGTH_S);
  tone.connect(hull).connect(audio.destination);
  tone.start(start);
  tone.stop(start + LENGTH_S);
  return () => tone.disconnect();
}

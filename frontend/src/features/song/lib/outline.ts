import type { View } from "./view";

/** The drawing is this wide and high; it is stretched to the room there is. */
export const WIDTH = 1000;
export const HEIGHT = 100;

/** The outline of a song within a view as an SVG path: along the highest samples, and back along the lowest. */
export function outlinePath(waveform: readonly (readonly number[])[], durationS: number, view: View): string {
  if (waveform.length === 0 || durationS <= 0) return "";
  const stepS = durationS / waveform.length;
  const first = Math.max(0, Math.floor(view.startS / stepS) - 1);
  const last = Math.min(waveform.length, Math.ceil(view.endS / stepS) + 1);
  const x = (index: number) => (((index + 0.5) * stepS - view.startS) / (view.endS - view.startS)) * WIDTH;
  const y = (sample: number) => ((1 - sample) / 2) * HEIGHT;
  const indices = Array.from({ length: last - first }, (_, offset) => first + offset);
  const point = (index: number, sample: number) => `${x(index).toFixed(1)} ${y(sample).toFixed(1)}`;
  const top = indices.map((index) => point(index, waveform[index]?.[1] ?? 0));
  const bottom = indices.map((index) => point(index, waveform[index]?.[0] ?? 0)).reverse();
  return `M${[...top, ...bottom].join("L")}Z`;
}

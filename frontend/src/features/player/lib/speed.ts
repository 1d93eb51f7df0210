export const SLOWEST = 0.25;
export const FASTEST = 1.5;
const STEP = 0.05;

/** A playback rate on the scale of 0.05, within 0.25 and 1.5. */
export const onScale = (rate: number): number =>
  Math.round(Math.min(FASTEST, Math.max(SLOWEST, rate)) / STEP) / Math.round(1 / STEP);

export const stepSpeed = (rate: number, steps: -1 | 1): number => onScale(rate + steps * STEP);

export const speedName = (rate: number): string => `${rate.toFixed(2)}×`;

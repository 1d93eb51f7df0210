/** A stretch of the video that plays again and again: from `startS` up to, not including, `endS`. */
export interface Loop {
  readonly startS: number;
  readonly endS: number;
}

/**
 * A cut's frame may carry a time a tick of the file's clock (under 1 ms) later than the beat it stands for; a seek to the
 * very beat would then show the last frame of the move before.
 */
export const CUT_NUDGE_S = 0.002;

/** The screen asks us this often; between two questions we can only be early or late. */
const TICK_S = 1 / 60;

/** A loop that begins while the video is this little behind its end still takes it back. */
const LATEST_S = 0.5;

/**
 * Whether a loop has come to its end: true as soon as jumping now is nearer to the end than jumping a tick later would be.
 * The error is at most half a tick (8 ms at normal speed), a fifth of a frame of a 24 frames a second video. Who `ran` out
 * of the loop is taken back however late the page is asked; behind a loop that one jumped over the song plays on.
 */
export const isLoopOver = (loop: Loop, timeS: number, rate: number, ran = false): boolean =>
  timeS + (rate * TICK_S) / 2 >= loop.endS && (ran || timeS < loop.endS + LATEST_S);

/** Where to seek so that the first frame shown is the first one of a beat. */
export const seekPoint = (timeS: number): number => timeS + CUT_NUDGE_S;

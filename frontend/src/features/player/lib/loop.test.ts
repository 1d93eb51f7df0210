import { describe, expect, it } from "vitest";
import { CUT_NUDGE_S, isLoopOver, seekPoint, type Loop } from "./loop";

const FRAME_S = 1 / 30;

/** Play a loop as a browser does: a question every `tickS` with some unrest, a seek that lands exactly. */
function playLoop(loop: Loop, times: number, { tickS, rate }: { tickS: number; rate: number }) {
  const turns: { startedS: number; endedS: number }[] = [];
  let startedS = seekPoint(loop.startS);
  let timeS = startedS;
  for (let step = 0; turns.length < times; step += 1) {
    const unrest = 1 + 0.2 * Math.sin(step * 12.9898);
    timeS += tickS * unrest * rate;
    if (!isLoopOver(loop, timeS, rate)) continue;
    turns.push({ startedS, endedS: timeS });
    timeS = startedS = seekPoint(loop.startS);
  }
  return turns;
}

describe.each([0.25, 0.85, 1, 1.5])("a loop of 8 counts at speed %d", (rate) => {
  const loop: Loop = { startS: 21.4285, endS: 25.1253 };

  it("ends within a frame of its last count, 200 times in a row, without drift", () => {
    const turns = playLoop(loop, 200, { tickS: 1 / 60, rate });
    for (const turn of turns) {
      expect(Math.abs(turn.endedS - loop.endS)).toBeLessThan(FRAME_S);
      expect(turn.startedS).toBe(loop.startS + CUT_NUDGE_S);
    }
  });

  it("stays within a frame on a screen of 120 Hz", () => {
    const ends = playLoop(loop, 200, { tickS: 1 / 120, rate }).map((turn) => turn.endedS);
    expect(Math.max(...ends.map((end) => Math.abs(end - loop.endS)))).toBeLessThan(FRAME_S);
  });
});

it("does not end a loop in its middle", () => {
  expect(isLoopOver({ startS: 4, endS: 8 }, 7.9, 1)).toBe(false);
});

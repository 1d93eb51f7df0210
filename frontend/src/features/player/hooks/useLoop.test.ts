// @vitest-environment jsdom
import { renderHook } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { createClock } from "@/shared/sound/clock";
import { CUT_NUDGE_S } from "../lib/loop";
import { useLoop } from "./useLoop";

const LOOP = { startS: 4, endS: 8 };

/** A video that plays in the loop, and how its time goes on. */
function playing() {
  const video = document.createElement("video");
  const clock = createClock();
  const onRound = vi.fn();
  Object.defineProperty(video, "paused", { value: false });
  renderHook(() => useLoop({ current: video }, clock, LOOP, onRound));
  const jumpTo = (timeS: number) => {
    video.currentTime = timeS;
    video.dispatchEvent(new Event("seeking"));
    video.dispatchEvent(new Event("seeked"));
    clock.publish(timeS);
  };
  const runTo = (timeS: number) => {
    video.currentTime = timeS;
    clock.publish(timeS);
  };
  return { video, onRound, jumpTo, runTo };
}

describe("a loop", () => {
  it("takes the video back however late a busy device looks", () => {
    const { video, runTo, onRound } = playing();
    runTo(7.9);
    runTo(9.7);
    expect(video.currentTime).toBe(LOOP.startS + CUT_NUDGE_S);
    expect(onRound).toHaveBeenCalledOnce();
  });

  it("lets the song play on for somebody who jumped behind it, and takes them in again when they come back", () => {
    const { video, jumpTo, runTo, onRound } = playing();
    runTo(7);
    jumpTo(9);
    runTo(9.1);
    expect(video.currentTime).toBe(9.1);
    jumpTo(5);
    runTo(8);
    expect(video.currentTime).toBe(LOOP.startS + CUT_NUDGE_S);
    expect(onRound).toHaveBeenCalledOnce();
  });
});

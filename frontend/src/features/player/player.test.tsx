// @vitest-environment jsdom
import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { makeBlueprint } from "@test/blueprint";
import { show } from "@test/render";
import { Player } from "./index";
import { habits } from "./lib/memory";

/** 120 BPM from 0.5 s: move n starts at 0.5 + 4n seconds. */
const blueprint = makeBlueprint({ tempoBpm: 120, firstBeatS: 0.5, moves: 6 });
const result = {
  video_url: "/media/dance.mp4",
  poster_url: "/media/poster.jpg",
  captions_url: "/media/captions.vtt",
  chapters_url: "/media/chapters.vtt",
  duration_s: 24.5,
  blueprint,
};

beforeEach(() => {
  habits.set({ rate: 1, mirrored: false, captions: false });
  vi.spyOn(HTMLMediaElement.prototype, "load").mockReturnValue();
  vi.spyOn(HTMLMediaElement.prototype, "play").mockResolvedValue();
});

function open(onExpired = () => Promise.resolve()) {
  show(<Player taskId="one" title="Noche" result={result} onExpired={onExpired} />);
  const video = screen.getByLabelText<HTMLVideoElement>("Noche");
  /** Let the video stand at a time, as after a seek of its own. */
  const standAt = (timeS: number) =>
    act(() => {
      video.currentTime = timeS;
      video.dispatchEvent(new Event("timeupdate"));
    });
  return { video, standAt };
}

const now = () => screen.getByRole("region", { name: "Now" });
const loop = () => screen.getByRole("button", { name: "Loop this move" });

describe("the count of the moment", () => {
  it.each([
    [0.2, "–"],
    [0.5, "1"],
    [1.6, "3"],
    [2.1, "tap"],
    [2.6, "5"],
    [4.4, "tap"],
    [4.5, "1"],
  ])("at %d s is %s", (timeS, shown) => {
    const { standAt } = open();
    standAt(timeS);
    expect(now().querySelector("[data-count]")).toHaveTextContent(shown);
  });

  it("leads to its own beat when a mark is pressed", async () => {
    const { video, standAt } = open();
    standAt(9);
    await userEvent.click(screen.getByRole("button", { name: "Go to count 5" }));
    expect(video.currentTime).toBeCloseTo(10.5, 2);
  });
});

describe("the list of moves", () => {
  it("shows when and why each move comes", () => {
    open();
    expect(screen.getByRole("heading", { name: "6 moves" })).toBeVisible();
    expect(screen.getByText("The chorus starts, so the energy rises.")).toBeVisible();
    expect(screen.getByRole("button", { name: "Body wave together, at 0:08" })).toBeVisible();
  });

  it("leads to the first count of a move", async () => {
    const { video } = open();
    await userEvent.click(screen.getByRole("button", { name: "Body wave together, at 0:08" }));
    expect(video.currentTime).toBeCloseTo(8.5, 2);
    expect(now()).toHaveTextContent("Body wave together");
    expect(screen.getByRole("listitem", { current: true })).toHaveTextContent("Body wave together");
  });

  it("calls the next move ahead", () => {
    const { standAt } = open();
    standAt(7.1);
    expect(now()).toHaveTextContent("Body wave together in 3 counts");
    standAt(21);
    expect(now()).toHaveTextContent("The last move");
  });
});

describe("the loop", () => {
  it("takes the move of the moment and goes back at its end", async () => {
    const { video, standAt } = open();
    standAt(5);
    await userEvent.click(loop());
    expect(loop()).toHaveAttribute("aria-pressed", "true");

    vi.spyOn(video, "paused", "get").mockReturnValue(false);
    standAt(8.4);
    expect(video.currentTime).toBe(8.4);
    Object.defineProperty(document, "hidden", { value: true, configurable: true });
    standAt(8.5);
    Reflect.deleteProperty(document, "hidden");
    expect(video.currentTime).toBeCloseTo(4.5, 2);
  });

  it("follows to another move one jumps to, and is still there after a reload", async () => {
    const { video, standAt } = open();
    standAt(5);
    await userEvent.click(loop());
    await userEvent.click(screen.getByRole("button", { name: "Hip roll, at 0:16" }));
    expect(now()).toHaveTextContent("Looping");
    Object.defineProperty(video, "readyState", { value: 4 });
    act(() => void video.dispatchEvent(new Event("seeked")));
    expect(JSON.parse(localStorage.getItem("bb.place.one") ?? "null")).toMatchObject({ loopIndex: 4 });
  });
});

describe("the keyboard", () => {
  it("loops, mirrors, slows down and steps", async () => {
    const { video, standAt } = open();
    standAt(9);
    await userEvent.keyboard("lm--");
    expect(loop()).toHaveAttribute("aria-pressed", "true");
    expect(video).toHaveAttribute("data-mirrored", "true");
    expect(video.playbackRate).toBe(0.9);
    await userEvent.keyboard("l{ArrowRight}");
    expect(video.currentTime).toBeCloseTo(9.5, 2);
    await userEvent.keyboard("{Shift>}{ArrowRight}{/Shift}");
    expect(video.currentTime).toBeCloseTo(13.5, 2);
    await userEvent.keyboard("p");
    expect(video.currentTime).toBeCloseTo(12.5, 2);
  });

  it("keeps the pitch and the limits of the speed", async () => {
    const { video } = open();
    await userEvent.keyboard("{-}".repeat(40));
    expect(video.playbackRate).toBe(0.25);
    expect(video.preservesPitch).toBe(true);
    expect(screen.getByRole("button", { name: "Slower" })).toBeDisabled();
  });
});

it("says kindly which wishes were not met", () => {
  open();
  expect(screen.getByText("No beginner clip fits 150 BPM with low energy: we used medium.")).toBeVisible();
});

it("fetches fresh addresses once when the video will not load, then says so", async () => {
  const renew = vi.fn(() => Promise.resolve());
  const { video } = open(renew);
  await act(async () => {
    video.dispatchEvent(new Event("error"));
    await Promise.resolve();
  });
  expect(renew).toHaveBeenCalledOnce();
  expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  act(() => void video.dispatchEvent(new Event("error")));
  expect(screen.getByRole("alert")).toHaveTextContent("The video did not load");
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(renew).toHaveBeenCalledTimes(2);
});

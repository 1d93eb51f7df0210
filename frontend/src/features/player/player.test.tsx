// @vitest-environment jsdom
import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi, type MockInstance } from "vitest";
import { makeBlueprint } from "@test/blueprint";
import { show } from "@test/render";
import { Player, type LoopShelf } from "./index";
import { FIRST_HABITS, habits } from "./lib/memory";

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

let play: MockInstance<() => Promise<void>>;

beforeEach(() => {
  habits.set(FIRST_HABITS);
  localStorage.clear();
  vi.spyOn(HTMLMediaElement.prototype, "load").mockReturnValue();
  play = vi.spyOn(HTMLMediaElement.prototype, "play").mockResolvedValue();
});

function open(onExpired = () => Promise.resolve(), shelf: Partial<LoopShelf> = {}) {
  const kept: LoopShelf = { loops: [], save: vi.fn(), remove: vi.fn(), ...shelf };
  show(<Player taskId="one" title="Noche" result={result} shelf={kept} onExpired={onExpired} />);
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
    expect(JSON.parse(localStorage.getItem("bb.place.one") ?? "null")).toMatchObject({
      loop: { kind: "move", firstBeat: 32, endBeat: 40 },
    });
  });
});

describe("the practice tools", () => {
  const openTools = async (...given: Parameters<typeof open>) => {
    const opened = open(...given);
    await userEvent.click(screen.getByRole("button", { name: "Practise" }));
    return opened;
  };
  const start = () => screen.getByRole("slider", { name: "Start of the loop" });
  const end = () => screen.getByRole("slider", { name: "End of the loop" });

  it("loop the phrase of the moment and follow to another one", async () => {
    const { standAt } = await openTools();
    standAt(9);
    await userEvent.click(screen.getByRole("radio", { name: "This phrase" }));
    expect(start()).toHaveAttribute("aria-valuenow", "16");
    act(() => screen.getByRole("radio", { name: "This phrase" }).blur()); // Arrows on a choice are its own.
    await userEvent.keyboard("{Shift>}{ArrowRight}{/Shift}");
    expect(screen.getByText("0:12 to 0:16, 8 counts")).toBeVisible();
  });

  it("push the ends of a loop count by count, never through each other", async () => {
    const { standAt } = await openTools();
    standAt(9);
    await userEvent.click(screen.getByRole("radio", { name: "This phrase" }));
    act(() => end().focus());
    await userEvent.keyboard("{ArrowLeft}{ArrowLeft}");
    expect(end()).toHaveAttribute("aria-valuetext", "0:11, on count 6");
    expect(screen.getByRole("radio", { name: "My counts" })).toBeChecked();
    await userEvent.keyboard("{PageDown}{PageDown}");
    expect([start(), end()].map((handle) => handle.getAttribute("aria-valuenow"))).toEqual(["16", "17"]);
  });

  it("set the ends while the song runs", async () => {
    const { standAt } = await openTools();
    standAt(5.1);
    await userEvent.keyboard("[[");
    standAt(7.4);
    await userEvent.keyboard("]");
    expect([start(), end()].map((handle) => handle.getAttribute("aria-valuenow"))).toEqual(["9", "14"]);
    standAt(3);
    await userEvent.keyboard("]");
    expect([start(), end()].map((handle) => handle.getAttribute("aria-valuenow"))).toEqual(["0", "5"]);
  });

  it("keep a loop under a name and bring it back", async () => {
    const save = vi.fn();
    const remove = vi.fn();
    const named = { id: "a", name: "The hard part", firstBeat: 12, endBeat: 20 };
    const gone = { id: "b", name: "Of a longer song", firstBeat: 12, endBeat: 2000 };
    await openTools(undefined, { loops: [named, gone], save, remove });
    expect(screen.queryByText("Of a longer song")).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Loop “The hard part”" }));
    expect(start()).toHaveAttribute("aria-valuenow", "12");
    await userEvent.click(screen.getByRole("button", { name: "Save this loop" }));
    await userEvent.type(screen.getByLabelText("Name of the loop"), " Turn {Enter}");
    expect(save).toHaveBeenCalledWith("Turn", expect.objectContaining({ firstBeat: 12, endBeat: 20 }));
    await userEvent.click(screen.getByRole("button", { name: "Delete the loop “The hard part”" }));
    expect(remove).toHaveBeenCalledWith("a");
  });

  it("get faster after clean rounds, and not after broken ones", async () => {
    habits.set({ ...FIRST_HABITS, rate: 0.5, ladder: 2 });
    const { video, standAt } = await openTools();
    standAt(5);
    await userEvent.click(screen.getByRole("radio", { name: "This move" }));
    const paused = vi.spyOn(video, "paused", "get").mockReturnValue(false);
    Object.defineProperty(document, "hidden", { value: true, configurable: true });
    const round = () => {
      standAt(8.5);
      act(() => {
        video.dispatchEvent(new Event("seeking"));
        video.dispatchEvent(new Event("seeked"));
      });
    };
    round(); // Came in on the way: not a whole one.
    round();
    expect(screen.getByText("1 of 2 clean rounds")).toBeVisible();
    act(() => void video.dispatchEvent(new Event("pause")));
    round();
    expect(screen.getByText("0 of 2 clean rounds")).toBeVisible();
    round();
    expect(video.playbackRate).toBe(0.5);
    round();
    expect(video.playbackRate).toBe(0.55);
    Reflect.deleteProperty(document, "hidden");
    paused.mockRestore();
  });
});

it("counts eight ahead of the music, from the start of the beat", () => {
  vi.useFakeTimers();
  try {
    habits.set({ ...FIRST_HABITS, countIn: true });
    const { video, standAt } = open();
    standAt(6.7); // On count 5, 0.2 s late.
    act(() => screen.getByRole("button", { name: "Play" }).click());
    expect(video.currentTime).toBeCloseTo(6.5, 2);
    const shown = [];
    for (let count = 0; count < 8; count += 1) {
      act(() => void vi.advanceTimersByTime(count === 0 ? 150 : 500));
      shown.push(now().querySelector("[data-count]")?.textContent);
    }
    expect(shown).toEqual(["5", "6", "7", "tap", "1", "2", "3", "tap"]);
    expect(play).not.toHaveBeenCalled();
    act(() => void vi.advanceTimersByTime(500));
    expect(play).toHaveBeenCalledOnce();
  } finally {
    vi.useRealTimers();
  }
});

describe("a finger on the video", () => {
  const press = (video: HTMLElement, fromX: number, toX: number) =>
    act(() => {
      video.dispatchEvent(
        new PointerEvent("pointerdown", { bubbles: true, isPrimary: true, clientX: fromX, clientY: 50 }),
      );
      video.dispatchEvent(
        new PointerEvent("pointerup", { bubbles: true, isPrimary: true, clientX: toX, clientY: 52 }),
      );
    });

  it("plays on a tap, steps eight counts on a double tap, and turns to the next move on a swipe", () => {
    const { video, standAt } = open();
    vi.spyOn(video, "getBoundingClientRect").mockReturnValue(new DOMRect(0, 0, 300, 170));
    standAt(9);
    press(video, 150, 150);
    expect(play).toHaveBeenCalledOnce();
    press(video, 280, 280);
    press(video, 280, 280);
    expect(video.currentTime).toBeCloseTo(13, 2);
    press(video, 200, 100);
    expect(video.currentTime).toBeCloseTo(16.5, 2);
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

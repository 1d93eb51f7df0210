import { describe, expect, it } from "vitest";
import { beatAt, countAt, countOf, phraseBeats, stepBeats, type CountGrid } from "./grid";

/** 120 BPM: a beat every half second from 0.5 s, the first count 1 on beat 2, 32 beats. */
const grid: CountGrid = {
  tempo_bpm: 120,
  beat_times_s: Array.from({ length: 32 }, (_, beat) => 0.5 + beat * 0.5),
  count1_beats: [2, 10, 18, 26],
};

/** The same with half a phrase in the middle: the second count 1 comes four beats early. */
const halfPhrase: CountGrid = { ...grid, count1_beats: [0, 8, 12, 20, 28] };

describe("the count at a time", () => {
  it("is 1 on each count 1 and moves on every beat", () => {
    expect([1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5].map((time) => countAt(grid, time))).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 1,
    ]);
  });

  it("holds until the next beat", () => {
    expect(countAt(grid, 1.999)).toBe(1);
  });

  it("counts down to the first count 1", () => {
    expect([countAt(grid, 0.5), countAt(grid, 1)]).toEqual([7, 8]);
  });

  it("is nothing before the first beat and after the last one has rung", () => {
    expect(countAt(grid, 0.49)).toBeNull();
    expect(countAt(grid, 16)).toBe(6);
    expect(countAt(grid, 16.5)).toBeNull();
  });

  it("starts over where a half phrase ends", () => {
    expect([10, 11, 12, 13].map((beat) => countOf(halfPhrase, beat))).toEqual([3, 4, 1, 2]);
  });

  it("counts from the first beat where no count 1 is known", () => {
    expect(countOf({ ...grid, count1_beats: [] }, 9)).toBe(2);
  });

  it("is nothing in a song without beats", () => {
    expect(beatAt({ tempo_bpm: 120, beat_times_s: [], count1_beats: [] }, 3)).toBeNull();
  });
});

describe("the phrase around a beat", () => {
  it("holds the eight beats from its count 1", () => {
    expect(phraseBeats(grid, 13)).toEqual([10, 11, 12, 13, 14, 15, 16, 17]);
  });

  it("leaves out what an opening does not have", () => {
    expect(phraseBeats(grid, 1)).toEqual([null, null, null, null, null, null, 0, 1]);
  });

  it("leaves out the second half of a half phrase", () => {
    expect(phraseBeats(halfPhrase, 9)).toEqual([8, 9, 10, 11, null, null, null, null]);
  });

  it("ends with the song", () => {
    expect(phraseBeats(grid, 31)).toEqual([26, 27, 28, 29, 30, 31, null, null]);
  });
});

describe("stepping by counts", () => {
  it("goes to the next beat", () => {
    expect(stepBeats(grid, 2.1, 1)).toBe(2.5);
  });

  it("goes back to the start of the beat first, and to the one before right after it", () => {
    expect(stepBeats(grid, 2.4, -1)).toBe(2);
    expect(stepBeats(grid, 2.02, -1)).toBe(1.5);
  });

  it("stays within the song", () => {
    expect(stepBeats(grid, 0.6, -8)).toBe(0.5);
    expect(stepBeats(grid, 15.9, 8)).toBe(16);
  });
});

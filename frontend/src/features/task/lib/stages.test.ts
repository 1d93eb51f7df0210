import { describe, expect, it } from "vitest";
import { isFinished, markAt, pollAfterMs, STAGES, stageAfter } from "./stages";

describe("the way of a dance", () => {
  it("leads from waiting to the last touches", () => {
    expect(stageAfter("waiting")).toBe("analysing");
    expect(stageAfter("assembling")).toBe("publishing");
    expect(stageAfter("publishing")).toBeNull();
    expect(STAGES).not.toContain("done");
  });

  it("is over when it worked, failed or was cancelled", () => {
    expect((["queued", "processing", "completed", "failed", "cancelled"] as const).map(isFinished)).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
  });
});

it("looks often at first and never less than every two seconds", () => {
  expect([0, 19, 20, 59, 60, 5000].map(pollAfterMs)).toEqual([500, 500, 1000, 1000, 2000, 2000]);
});

it("puts the progress on one of the eight marks", () => {
  expect([-5, 0, 12.4, 12.5, 50, 99, 100].map(markAt)).toEqual([1, 1, 1, 2, 5, 8, 8]);
});

import { expect, it } from "vitest";
import { requestOf, wishesFrom } from "./wishes";

it("reads the wishes an address names", () => {
  const query = new URLSearchParams("difficulty=advanced&energy=high&style=playful");
  expect(wishesFrom(query)).toEqual({
    difficulty: "advanced",
    energy: "high",
    style: "playful",
    role: "both",
  });
});

it("falls back to a gentle start for what is missing or unknown", () => {
  const query = new URLSearchParams("difficulty=impossible&style=sensual");
  expect(wishesFrom(query)).toEqual({
    difficulty: "beginner",
    energy: "medium",
    style: "sensual",
    role: "both",
  });
});

it("begins as the dancer usually wants it, below what the address says", () => {
  const usual = { difficulty: "advanced", energy: "high", style: "playful" } as const;
  expect(wishesFrom(new URLSearchParams("energy=low"), usual)).toEqual({
    ...usual,
    energy: "low",
    role: "both",
  });
});

it("asks for the moves of one of the two, or of both alike", () => {
  const wishes = wishesFrom(new URLSearchParams("role=follow"));
  expect(wishes.role).toBe("follow");
  expect(requestOf("a-song", wishes)).toMatchObject({ song_id: "a-song", role: "follow" });
  expect(requestOf("a-song", wishesFrom(new URLSearchParams("role=both"))).role).toBeNull();
  expect(requestOf("a-song", wishesFrom(new URLSearchParams("role=dj"))).role).toBeNull();
});

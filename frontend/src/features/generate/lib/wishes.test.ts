import { expect, it } from "vitest";
import { wishesFrom } from "./wishes";

it("reads the wishes an address names", () => {
  const query = new URLSearchParams("difficulty=advanced&energy=high&style=playful");
  expect(wishesFrom(query)).toEqual({ difficulty: "advanced", energy: "high", style: "playful" });
});

it("falls back to a gentle start for what is missing or unknown", () => {
  const query = new URLSearchParams("difficulty=impossible&style=sensual");
  expect(wishesFrom(query)).toEqual({ difficulty: "beginner", energy: "medium", style: "sensual" });
});

it("begins as the dancer usually wants it, below what the address says", () => {
  const usual = { difficulty: "advanced", energy: "high", style: "playful" } as const;
  expect(wishesFrom(new URLSearchParams("energy=low"), usual)).toEqual({ ...usual, energy: "low" });
});

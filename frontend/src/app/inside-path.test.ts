// @vitest-environment jsdom
import { expect, it } from "vitest";
import { insidePath } from "./inside-path";

it("leads back to the page one came from", () => {
  expect(insidePath("/dance/7f?x=1")).toBe("/dance/7f?x=1");
});

it.each([null, "", "//evil.example/x", "/\\evil.example", "https://evil.example/", "javascript:alert(1)"])(
  "leads to the songs instead of %s",
  (next) => expect(insidePath(next)).toBe("/dance"),
);

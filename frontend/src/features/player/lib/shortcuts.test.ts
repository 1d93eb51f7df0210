// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { keepsKey, SHORTCUTS, shortcutFor } from "./shortcuts";

const press = (
  key: string,
  held: Partial<Record<"shiftKey" | "ctrlKey" | "metaKey" | "altKey", boolean>> = {},
) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

describe("a key press", () => {
  it("asks for what the help sheet says", () => {
    for (const { keys, shift, name } of SHORTCUTS)
      for (const key of keys) expect(shortcutFor(press(key, { shiftKey: shift ?? false }))).toBe(name);
  });

  it("steps a phrase with Shift and a count without", () => {
    expect(shortcutFor(press("ArrowRight"))).toBe("countForward");
    expect(shortcutFor(press("ArrowRight", { shiftKey: true }))).toBe("phraseForward");
  });

  it("leaves the browser its own keys", () => {
    expect(shortcutFor(press("l", { ctrlKey: true }))).toBeNull();
    expect(shortcutFor(press("m", { metaKey: true }))).toBeNull();
    expect(shortcutFor(press("Tab"))).toBeNull();
  });
});

describe("an element with the focus", () => {
  const made = (html: string) => {
    document.body.innerHTML = html;
    return document.body.querySelector("[data-it]");
  };

  it("keeps every key while one writes in it", () => {
    expect(keepsKey(made("<input data-it>"), "l")).toBe(true);
  });

  it("keeps Space where Space presses it, and nothing else", () => {
    expect(keepsKey(made("<button data-it></button>"), " ")).toBe(true);
    expect(keepsKey(made("<button data-it></button>"), "l")).toBe(false);
  });

  it("gives the arrows on the timeline to the counts", () => {
    expect(keepsKey(made('<input type="range" data-it>'), "ArrowRight")).toBe(false);
  });
});

// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { en } from "./en";
import { es } from "./es";
import { formatTime } from "./format";
import { preferredLanguage } from "./language";

/** Every text of a catalogue under its path, functions called with telling values. */
function texts(part: object, path = ""): [string, string][] {
  return Object.entries(part).flatMap(([name, value]: [string, unknown]) => {
    const at = `${path}.${name}`;
    if (typeof value === "string") return [[at, value]];
    if (typeof value === "function")
      return [[at, String((value as (...given: unknown[]) => unknown)("7", "9", "x"))]];
    return texts(value as object, at);
  });
}

describe("the catalogues", () => {
  it("say the same things", () => {
    expect(texts(es).map(([path]) => path)).toEqual(texts(en).map(([path]) => path));
  });

  it("leave nothing empty and nothing undefined", () => {
    for (const [path, text] of [...texts(en), ...texts(es)])
      expect(text, path).toMatch(/^(?!.*undefined).*\S/);
  });

  it("use the word of one for one", () => {
    expect([en.songs.found(1), en.songs.found(2)]).toEqual(["1 song", "2 songs"]);
    expect([es.player.counts(1), es.player.counts(8)]).toEqual(["1 tiempo", "8 tiempos"]);
  });
});

it("takes the first language of the browser that we speak", () => {
  expect(preferredLanguage(["de-AT", "es-DO", "en"])).toBe("es");
  expect(preferredLanguage(["ja"])).toBe("en");
  expect(preferredLanguage([])).toBe("en");
});

it("writes times as dancers read them", () => {
  expect([0, 5.9, 65, 599.99, -1].map(formatTime)).toEqual(["0:00", "0:05", "1:05", "9:59", "0:00"]);
});

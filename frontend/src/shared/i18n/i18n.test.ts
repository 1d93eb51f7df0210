// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { en } from "./en";
import { es } from "./es";
import { formatTime } from "./format";
import { preferredLanguage } from "./language";

type Saying = (...given: unknown[]) => unknown;

/** What a saying says of words, or of numbers where it wants numbers. */
function said(saying: Saying): string {
  try {
    return String(saying("7", "9", "x"));
  } catch {
    return String(saying(7, 9, 3));
  }
}

/** Every text of a catalogue under its path, functions called with telling values. */
function texts(part: object, path = ""): [string, string][] {
  return Object.entries(part).flatMap(([name, value]: [string, unknown]) => {
    const at = `${path}.${name}`;
    if (typeof value === "string") return [[at, value]];
    if (typeof value === "function") return [[at, said(value as Saying)]];
    return texts(value as object, at);
  });
}

/** The words of the features, each in `words/en.ts` and `words/es.ts` of its folder. */
const featureWords = import.meta.glob<Record<string, object>>("../../features/*/words/{en,es}.ts", {
  eager: true,
});
const features = [...new Set(Object.keys(featureWords).map((path) => path.replace(/(en|es)\.ts$/, "")))];

const catalogues: [string, object, object][] = [
  ["shared", en, es],
  ...features.map((folder): [string, object, object] => [
    folder,
    featureWords[`${folder}en.ts`] ?? {},
    featureWords[`${folder}es.ts`] ?? {},
  ]),
];

/** Exports are named by language: `en`, `es`. */
const told = (catalogue: object) =>
  texts(catalogue).map(([path, text]) => [path.replace(/^\.(en|es)/, ""), text]);

describe("the catalogues", () => {
  it.each(catalogues)("of %s say the same things", (_name, english, spanish) => {
    expect(told(spanish).map(([path]) => path)).toEqual(told(english).map(([path]) => path));
  });

  it.each(catalogues)("of %s leave nothing empty and nothing undefined", (_name, english, spanish) => {
    for (const [path, text] of [...told(english), ...told(spanish)])
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

import { expect, it } from "vitest";
import { choicesIn } from "./choices";

it("offers the songs a question names", () => {
  expect(choicesIn("Which song do you mean: “Luna llena”, “Luna de abril” or “Media luna”?")).toEqual([
    "Luna llena",
    "Luna de abril",
    "Media luna",
  ]);
});

it("does not offer what is not there", () => {
  expect(choicesIn("I have no song “Obsesión”. Shall I take “Luna llena” or “Café”?")).toEqual([
    "Luna llena",
    "Café",
  ]);
});

it("reads Spanish quotes, and stops and questions inside of titles", () => {
  expect(choicesIn("¿A qué canción te refieres: «¿Y tú? Nada.», «Sr. Amor» o «Café»?")).toEqual([
    "¿Y tú? Nada.",
    "Sr. Amor",
    "Café",
  ]);
});

it("reads straight quotes, each once", () => {
  expect(choicesIn('Shall it be "slow" or "fast" or "slow"?')).toEqual(["slow", "fast"]);
});

it("finds nothing where nothing is quoted or a quote is left open", () => {
  expect(choicesIn("Shall I allow one of them again?")).toEqual([]);
  expect(choicesIn("What about “Luna?")).toEqual([]);
  expect(choicesIn("")).toEqual([]);
});

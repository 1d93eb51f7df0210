// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { createFixtureApi, type FixtureApi } from "@test/fixture-api";
import { MOVES } from "@test/fixture-moves";
import { enter, serve, show } from "@test/render";
import { language } from "@/shared/i18n";
import { coverageTable } from "./lib/coverage";
import { CoverageMap, Library, LibraryNumbers, MoveSheet, useMove } from "./index";
import { es } from "./words/es";

let api: FixtureApi;
let still = false;

beforeEach(async () => {
  api = serve(createFixtureApi());
  await enter();
  language.set("en");
  still = false;
  vi.stubGlobal("matchMedia", () => ({ matches: still }));
  vi.spyOn(HTMLMediaElement.prototype, "play").mockResolvedValue();
});

const cards = () => within(screen.getByRole("list", { name: "The moves" })).getAllByRole("listitem");
const clips = () => document.querySelectorAll("video");
const rest = (card: Element | undefined) =>
  card &&
  fireEvent(card, Object.assign(new MouseEvent("pointerover", { bubbles: true }), { pointerType: "mouse" }));
const leave = (card: Element | undefined) =>
  card &&
  fireEvent(card, Object.assign(new MouseEvent("pointerout", { bubbles: true }), { pointerType: "mouse" }));

it("shows the moves a page at a time and says how many there are", async () => {
  show(<Library />);
  expect(await screen.findByText("120 moves")).toBeVisible();
  expect(cards()).toHaveLength(48);
  await userEvent.click(screen.getByRole("button", { name: "Show more" }));
  await waitFor(() => expect(cards()).toHaveLength(96));
  await userEvent.click(screen.getByRole("button", { name: "Show more" }));
  await waitFor(() => expect(cards()).toHaveLength(120));
  expect(screen.queryByRole("button", { name: "Show more" })).toBeNull();
});

it("narrows by labels, words and tempo, and leads back to all moves", async () => {
  show(<Library />);
  await screen.findByText("120 moves");
  await userEvent.click(screen.getByRole("button", { name: "Filters" }));
  await userEvent.selectOptions(screen.getByLabelText("Kind"), "Body waves");
  expect(await screen.findByText("8 moves")).toBeVisible();
  expect(screen.getByRole("button", { name: "Filters (1)" })).toBeVisible();
  await userEvent.type(screen.getByLabelText("Search moves"), "waves 3");
  expect(await screen.findByText("1 move")).toBeVisible();
  await userEvent.type(screen.getByLabelText("From (BPM)"), "400");
  expect(await screen.findByText("No move found")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Show all moves" }));
  expect(await screen.findByText("120 moves")).toBeVisible();
});

it("lets one move dance at a time, where a pointer rests", async () => {
  show(<Library />);
  await screen.findByText("120 moves");
  const [first, second] = cards();
  rest(first);
  await waitFor(() => expect(clips()).toHaveLength(1));
  expect(clips()[0]?.muted).toBe(true);
  leave(first);
  rest(second);
  await waitFor(() => expect(second?.querySelector("video")).not.toBeNull());
  expect(clips()).toHaveLength(1);
});

it("keeps still under reduced motion until somebody asks", async () => {
  still = true;
  show(<Library />);
  await screen.findByText("120 moves");
  const [first] = cards();
  rest(first);
  await act(() => new Promise((resolve) => setTimeout(resolve, 300)));
  expect(clips()).toHaveLength(0);
  await userEvent.click(within(first ?? document.body).getByRole("button", { name: /^Show / }));
  await waitFor(() => expect(clips()).toHaveLength(1));
  await userEvent.click(within(first ?? document.body).getByRole("button", { name: /^Stop / }));
  expect(clips()).toHaveLength(0);
});

function Sheet() {
  const { data } = useMove(MOVES[2]?.id ?? "");
  return data ? <MoveSheet move={data} /> : null;
}

it("tells a move: its labels, where it begins, what lead and follow mind, and what is like it", async () => {
  show(<Sheet />);
  expect(await screen.findByText("Body waves")).toBeVisible();
  expect(screen.getByText("the 1 or the 5")).toBeVisible();
  expect(await screen.findByText("Prepare it on the 3.")).toBeVisible();
  const similar = await screen.findByRole("list", { name: "Moves like this one" });
  expect(within(similar).getAllByRole("listitem")).toHaveLength(7);
  await userEvent.selectOptions(screen.getByLabelText("Alike in"), "The lead's movement");
  await waitFor(() => expect(api.asked.filter((line) => line.endsWith("/similar/"))).toHaveLength(2));
});

it("tells it in the reader's language", async () => {
  language.set("es");
  show(<Sheet />);
  expect(await screen.findByText("Prepara en el 3.")).toBeVisible();
  expect(screen.getByText("el 1 o el 5")).toBeVisible();
});

it("plays a clip slower and mirrored", async () => {
  show(<Sheet />);
  const clip = await screen.findByLabelText<HTMLVideoElement>("Bodywaves 1");
  expect(clip.loop).toBe(true);
  await userEvent.click(screen.getByRole("button", { name: "75 %" }));
  expect(clip.playbackRate).toBe(0.75);
  await userEvent.click(screen.getByRole("button", { name: "Mirror" }));
  expect(clip).toHaveAttribute("data-mirrored", "true");
});

it("counts the library and maps its 36 wishes in words", async () => {
  show(
    <>
      <LibraryNumbers />
      <CoverageMap />
    </>,
  );
  expect(await screen.findByText(/^120 moves that you may dance, 1 of them your own/)).toBeVisible();
  const map = await screen.findByRole("region", { name: "Which wishes find enough moves" });
  expect(within(map).getAllByRole("cell")).toHaveLength(36);
  expect(within(map).getAllByText(/^(moves|thin|too few)$/)).toHaveLength(36);
  expect(screen.getByText("Advanced, low energy, playful: helps 3 thin wishes")).toBeVisible();
});

it("leaves a cell open that the server says nothing of", () => {
  const [[level, rows] = ["beginner", []]] = coverageTable([]);
  expect(level).toBe("beginner");
  expect(rows.map(({ cells }) => cells)).toEqual(Array(4).fill([null, null, null]));
});

it("counts one move of one's own in Spanish as one", () => {
  expect(es.totals(120, 1, 17)).toContain(", 1 tuyo,");
  expect(es.totals(120, 2, 17)).toContain(", 2 tuyos,");
});

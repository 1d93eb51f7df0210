// @vitest-environment jsdom
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { enter, serve, show } from "@test/render";
import type { Song } from "@/shared/api/types";
import { SongPicker } from "./index";

beforeEach(async () => {
  serve();
  await enter();
});

const titles = () =>
  screen.getAllByRole("radio").map((radio) => radio.closest("label")?.querySelector("span")?.textContent);

it("lists the songs and hands over the chosen one", async () => {
  const chosen: Song[] = [];
  show(<SongPicker chosenId={null} onChoose={(song) => chosen.push(song)} />);
  await userEvent.click(await screen.findByRole("radio", { name: /Dime que sí/ }));
  expect(chosen.map(({ title }) => title)).toEqual(["Dime que sí"]);
  expect(screen.getByRole("status")).toHaveTextContent("8 songs");
});

it("narrows the list by title or artist", async () => {
  show(<SongPicker chosenId={null} onChoose={() => undefined} />);
  await screen.findAllByRole("radio");
  await userEvent.type(screen.getByRole("searchbox"), "cibao");
  await vi.waitFor(() => expect(titles()).toEqual(["La última guagua", "Tu sombra y la mía"]));
});

it("says what it did not find and leads back to all songs", async () => {
  show(<SongPicker chosenId={null} onChoose={() => undefined} />);
  await screen.findAllByRole("radio");
  await userEvent.type(screen.getByRole("searchbox"), "polka");
  expect(await screen.findByText("No title or artist has “polka” in it.")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Show all songs" }));
  await vi.waitFor(() => expect(titles()).toHaveLength(8));
});

it("plays one preview at a time, from the chorus on", async () => {
  const started: number[] = [];
  vi.spyOn(HTMLMediaElement.prototype, "play").mockImplementation(function (this: HTMLMediaElement) {
    started.push(this.currentTime);
    return Promise.resolve();
  });
  const pause = vi.spyOn(HTMLMediaElement.prototype, "pause").mockReturnValue();
  show(<SongPicker chosenId={null} onChoose={() => undefined} />);

  await userEvent.click(await screen.findByRole("button", { name: "Listen to Noche en el Malecón" }));
  await userEvent.click(screen.getByRole("button", { name: "Listen to Dime que sí" }));

  expect(started).toHaveLength(2);
  expect(started[0]).toBeCloseTo(24.5, 6); // The first chorus of the fixture song.
  expect(pause).toHaveBeenCalledOnce();
  expect(screen.getByRole("button", { name: "Stop Dime que sí" })).toBeVisible();
  expect(screen.getByRole("button", { name: "Listen to Noche en el Malecón" })).toBeVisible();
});

it("says so where a song would not play", async () => {
  vi.spyOn(HTMLMediaElement.prototype, "play").mockRejectedValue(new DOMException("", "NotSupportedError"));
  vi.spyOn(HTMLMediaElement.prototype, "pause").mockReturnValue();
  show(<SongPicker chosenId={null} onChoose={() => undefined} />);
  const button = await screen.findByRole("button", { name: "Listen to Dime que sí" });
  await userEvent.click(button);
  const row = button.closest("li");
  expect(row && (await within(row).findByRole("alert"))).toHaveTextContent("would not play");
});

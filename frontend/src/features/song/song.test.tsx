// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { SONGS } from "@test/fixture-data";
import { createFixtureApi, type FixtureApi } from "@test/fixture-api";
import { enter, serve, show } from "@test/render";
import { ChosenSong, SongHead, SongSheet, useSong } from "./index";

const OWN = SONGS.at(-1)?.id ?? "";
const EVERYBODYS = SONGS[0]?.id ?? "";
let api: FixtureApi;
let removed = 0;

function Page({ songId }: { songId: string }) {
  const { data: song } = useSong(songId);
  if (!song) return null;
  return (
    <>
      <SongHead song={song} mayChange={song.is_own} onRemoved={() => (removed += 1)} />
      <SongSheet song={song} mayChange={song.is_own} />
    </>
  );
}

beforeEach(async () => {
  // The page of the tests has no dialogs.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  removed = 0;
  api = serve(createFixtureApi());
  await enter();
});

const open = async (songId: string) => {
  show(<Page songId={songId} />);
  await screen.findByRole("slider", { name: "Position in the song" });
};
const press = (name: string | RegExp) => userEvent.click(screen.getByRole("button", { name }));
const slider = () => screen.getByRole<HTMLInputElement>("slider", { name: "Position in the song" });
const seek = async (timeS: number) => {
  const { fireEvent } = await import("@testing-library/react");
  fireEvent.change(slider(), { target: { value: String(timeS) } });
};
const ones = () =>
  [...document.querySelectorAll<HTMLElement>("[data-count='1']")]
    .filter((mark) => mark.style.left !== "")
    .map((mark) => Number.parseFloat(mark.style.left));
const percent = (timeS: number) => (100 * timeS) / (SONGS.at(-1)?.duration_s ?? 1);

it("shows where the counts are and says in words how sure we are", async () => {
  await open(EVERYBODYS);
  expect(screen.getByRole("heading", { name: "Noche en el Malecón" })).toBeVisible();
  expect(screen.getByText("The beats are clear.")).toBeVisible();
  expect(screen.getByText(/We think we know where the 1 is/)).toBeVisible();
  expect(screen.getByText("41 moves can follow this tempo")).toBeVisible();
  expect(screen.getByRole("link", { name: "All songs" })).toHaveAttribute("href", "/dance");
  expect(ones()).toHaveLength(16);
});

it("lets nobody correct a song that is everybody's", async () => {
  await open(EVERYBODYS);
  expect(screen.getByText(/only staff may correct/)).toBeVisible();
  expect(screen.queryByRole("button", { name: "This is the 1" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Delete" })).toBeNull();
});

it("sets the 1 where the song stands, and the marks move", async () => {
  await open(OWN);
  expect(ones()[0]).toBeCloseTo(percent(0.5), 3);
  await seek(2.1); // Nearest to the beat at 2.0 s, which is count 4 now.
  await press("This is the 1");
  expect(await screen.findByText(/^Done\. The counts now run at 142 BPM/)).toBeVisible();
  expect(ones()[0]).toBeCloseTo(percent(2), 3);
  expect(screen.getByText("The 1 was set by ear.")).toBeVisible();
  expect(screen.getByText("1 correction")).toBeVisible();
});

it("undoes one correction, and all of them", async () => {
  await open(OWN);
  await press("One beat later");
  await waitFor(() => expect(ones()[0]).toBeCloseTo(percent(1), 3));
  await press("Swap 1 and 5");
  await waitFor(() => expect(ones()[0]).toBeCloseTo(percent(3), 3));
  await press("Undo");
  await waitFor(() => expect(ones()[0]).toBeCloseTo(percent(1), 3));
  await press("10 ms later");
  await waitFor(() => expect(ones()[0]).toBeCloseTo(percent(1.01), 3));
  await press("Back to what we heard");
  await waitFor(() => expect(ones()[0]).toBeCloseTo(percent(0.5), 3));
  expect(screen.getByRole("button", { name: "Undo" })).toBeDisabled();
});

it("says in plain words when a correction does not fit", async () => {
  await open(OWN);
  await press("Twice as fast");
  expect(await screen.findByRole("alert")).toHaveTextContent("does not fit this song");
});

it("comes close to the phrase that plays and goes from 1 to 1", async () => {
  await open(EVERYBODYS);
  await press("Close up on the phrase that plays");
  await press("On to the next 1"); // From ahead of the first 1 onto it.
  await waitFor(() => expect(slider()).toHaveAttribute("min", "0"));
  await press("On to the next 1");
  await waitFor(() => expect(slider()).toHaveAttribute("min", "4")); // 4.5 s, a beat of room ahead.
  const marks = document.querySelectorAll("[data-named='true'] [data-count]");
  expect([...marks].map((mark) => mark.textContent)).toEqual([
    "8",
    "1",
    "2",
    "3",
    "4",
    "5",
    "6",
    "7",
    "8",
    "1",
    "2",
  ]);
  expect(slider()).toHaveAttribute("aria-valuetext", "0:04 of 1:04, count 1");
});

it("clicks the counts while the song plays, the 1 the highest", async () => {
  const pitches: number[] = [];
  vi.stubGlobal("AudioContext", function FakeAudio() {
    return { currentTime: 0, state: "running", destination: {} };
  });
  vi.stubGlobal("OscillatorNode", function Tone(_: unknown, { frequency }: { frequency: number }) {
    pitches.push(frequency);
    return {
      connect: (next: unknown) => next,
      start: () => undefined,
      stop: () => undefined,
      disconnect: () => undefined,
    };
  });
  vi.stubGlobal("GainNode", function Hull() {
    const gain = { setValueAtTime: () => undefined, exponentialRampToValueAtTime: () => undefined };
    return { gain, connect: (next: unknown) => next };
  });
  vi.spyOn(HTMLMediaElement.prototype, "paused", "get").mockReturnValue(false);
  await open(EVERYBODYS);
  await seek(0.49);
  await waitFor(() => expect(pitches[0]).toBe(1568));
  await seek(2.49);
  await waitFor(() => expect(pitches.at(-1)).toBe(1175)); // The 5.
});

it("renames one's own song and leads to dancing it", async () => {
  await open(OWN);
  await press("Rename");
  const sheet = within(screen.getByRole("dialog"));
  await userEvent.clear(sheet.getByLabelText("Title"));
  await userEvent.type(sheet.getByLabelText("Title"), "  Vuelve  ");
  await userEvent.click(sheet.getByText("Save"));
  expect(await screen.findByRole("heading", { name: "Vuelve" })).toBeVisible();
  expect(screen.getByRole("link", { name: "Dance to it" })).toHaveAttribute("href", `/dance?song=${OWN}`);
});

it("asks before a song is gone for good", async () => {
  await open(OWN);
  await press("Delete");
  const sheet = within(screen.getByRole("dialog"));
  expect(sheet.getByText(/all dances made to it go for good/)).toBeInTheDocument();
  expect(removed).toBe(0);
  await userEvent.click(sheet.getByText("Delete"));
  await waitFor(() => expect(removed).toBe(1));
  expect(api.asked).toContain(`DELETE /api/choreography/songs/${OWN}/`);
});

it("names the chosen song, and says when it is gone", async () => {
  show(
    <>
      <ChosenSong songId={OWN} />
      <ChosenSong songId="00000000-0000-4000-8000-000000000000" />
    </>,
  );
  expect(await screen.findByRole("link", { name: "Check the counts" })).toHaveAttribute(
    "href",
    `/songs/${OWN}`,
  );
  expect(await screen.findByText(/not here any more/)).toBeVisible();
});

// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { fakeUploads } from "@test/fake-upload";
import { createFixtureApi, type FixtureApi } from "@test/fixture-api";
import { enter, serve, show } from "@test/render";
import { SongPicker, SongUpload } from "./index";

let api: FixtureApi;
let forms: FormData[];
let ready: string[];

beforeEach(async () => {
  await open(createFixtureApi());
});

async function open(server: FixtureApi) {
  api = serve(server);
  await enter();
  ({ forms } = fakeUploads());
  ready = [];
  show(
    <>
      <SongUpload onReady={(songId) => ready.push(songId)} />
      <SongPicker chosenId={null} onChoose={() => undefined} />
    </>,
  );
}

const own = () => within(screen.getByRole("region", { name: "Your own song" }));
const file = (name: string, bytes = 1000) => new File([new Uint8Array(bytes)], name);
const choose = (chosen: File) => userEvent.upload(screen.getByLabelText("Bring your own song"), chosen);

it("sends a song, says how far it is, follows it until it is there, and hands it over", async () => {
  await choose(file("Mi canción.mp3"));
  expect(own().getByRole("progressbar", { name: "Sending Mi canción.mp3" })).toHaveAttribute("value", "50");
  expect(await own().findByText(/^Listening to Mi canción\.mp3/)).toBeVisible();
  await waitFor(() => expect(ready).toHaveLength(1));
  expect(forms).toHaveLength(1);
  expect((forms[0]?.get("file") as File).name).toBe("Mi canción.mp3");
  expect(await screen.findByRole("radio", { name: /^Mi canción/ })).toBeVisible(); // The list was asked again.
});

it("takes a dropped file", async () => {
  fireEvent.drop(screen.getByRole("region", { name: "Your own song" }), {
    dataTransfer: { files: [file("dropped.wav")] },
  });
  await waitFor(() => expect(ready).toHaveLength(1));
});

it("says in plain words what the server found in a file that is no song", async () => {
  await choose(file("notes.txt.mp3")); // Its own window lets it through; the server looks at the bytes.
  await waitFor(() => expect(ready).toHaveLength(1));
  fireEvent.drop(screen.getByRole("region", { name: "Your own song" }), {
    dataTransfer: { files: [file("notes.txt")] },
  });
  expect(await own().findByRole("alert")).toHaveTextContent("This file is no sound we can read");
  await userEvent.click(own().getByRole("button", { name: "Close" }));
  expect(own().queryByRole("alert")).toBeNull();
});

it("says why a song that was sent did not make it, and forgets it when told to", async () => {
  await choose(file("silence.wav"));
  expect(await own().findByRole("alert")).toHaveTextContent("The song is silent");
  await userEvent.click(own().getByRole("button", { name: "Close" }));
  await waitFor(() => expect(own().queryByRole("alert")).toBeNull());
  expect(api.asked.some((line) => line.startsWith("DELETE /api/choreography/songs/imports/"))).toBe(true);
  expect(ready).toEqual([]);
});

it("refuses what is too large before a byte leaves", async () => {
  const large = file("long.mp3");
  Object.defineProperty(large, "size", { value: 51 * 1024 * 1024 });
  await choose(large);
  expect(await own().findByRole("alert")).toHaveTextContent("larger than 50 MB");
  expect(forms).toEqual([]);
});

it("stops an upload", async () => {
  fakeUploads({ stuck: true });
  await choose(file("wrong.mp3"));
  await userEvent.click(own().getByRole("button", { name: "Stop" }));
  await waitFor(() => expect(own().queryByRole("progressbar")).toBeNull());
  expect(own().queryByRole("alert")).toBeNull();
  expect(api.asked).not.toContain("POST /api/choreography/songs/");
});

it("sends once more with a fresh key when the old one has run out", async () => {
  await screen.findAllByRole("radio");
  api.expireAccess();
  await choose(file("late.mp3"));
  await waitFor(() => expect(ready).toHaveLength(1));
  expect(forms).toHaveLength(2);
});

it("offers no addresses where the house takes none", async () => {
  await waitFor(() => expect(api.asked).toContain("GET /api/choreography/songs/from-url/"));
  await screen.findAllByRole("radio");
  expect(own().queryByRole("button", { name: "From an address" })).toBeNull();
});

it("takes the address of a video where the house does, and says what is wrong with another", async () => {
  cleanup();
  await open(createFixtureApi({ takesAddresses: true }));
  await userEvent.click(await own().findByRole("button", { name: "From an address" }));
  const address = own().getByLabelText("Address of a YouTube video");
  await userEvent.type(address, "https://youtube.com/playlist");
  await userEvent.click(own().getByRole("button", { name: "Fetch the song" }));
  expect(await own().findByText(/not the address of a single YouTube video/)).toBeVisible();
  await userEvent.clear(address);
  await userEvent.type(address, "https://youtu.be/abcdefghijk");
  await userEvent.click(own().getByRole("button", { name: "Fetch the song" }));
  await waitFor(() => expect(ready).toHaveLength(1));
  expect(own().queryByLabelText("Address of a YouTube video")).toBeNull();
});

it("narrows by tempo and whose songs they are, and says when nothing is left", async () => {
  await screen.findAllByRole("radio");
  await userEvent.click(screen.getByRole("button", { name: "Filters" }));
  await userEvent.type(screen.getByLabelText("From (BPM)"), "130");
  await waitFor(() => expect(screen.getAllByRole("radio")).toHaveLength(3));
  await userEvent.click(screen.getByRole("button", { name: "Only mine" }));
  await waitFor(() => expect(screen.getAllByRole("radio")).toHaveLength(1));
  await userEvent.type(screen.getByLabelText("To (BPM)"), "135");
  expect(await screen.findByText("No song meets all of these filters.")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Clear filters" }));
  await waitFor(() => expect(screen.getAllByRole("radio")).toHaveLength(8));
});

it("sorts the songs as one likes", async () => {
  await screen.findAllByRole("radio");
  await userEvent.selectOptions(screen.getByLabelText("Sort by"), "Fastest first");
  await waitFor(() =>
    expect(screen.getAllByRole("radio")[0]?.closest("label")).toHaveTextContent("Vuelve, corazón"),
  );
});

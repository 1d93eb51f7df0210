// @vitest-environment jsdom
import { fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { createFixtureApi } from "@test/fixture-api";
import { enter, serve, show } from "@test/render";
import type { TaskSummary } from "@/shared/api/types";
import { Collection, PracticeMeter } from "./index";

interface TaskList {
  results: TaskSummary[];
}

// jsdom has no dialogs: it neither shows nor closes them.
beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
});

async function visit(path = "/saved") {
  const api = serve(createFixtureApi({ standing: true }));
  await enter();
  show(<Collection />, path);
  return api;
}

const titles = () => screen.getAllByRole("heading", { level: 2 }).map((heading) => heading.textContent);
const cards = () => titles().filter((title) => title !== "In the making" && title !== "Not saved");

it("lists one's dances with what is known of them", async () => {
  await visit();
  expect(await screen.findByText("Our wedding dance")).toBeVisible();
  expect(cards()).toHaveLength(8);
  expect(screen.getByText(/8 dances · 9 min of video · 60 min practised/)).toBeVisible();
  expect(screen.getByRole("link", { name: "Our wedding dance" })).toHaveAttribute(
    "href",
    "/dance/7a5c0000-0000-4000-8000-000000000005",
  );
  expect(screen.getByText("Its video is gone")).toBeVisible();
});

it("shows what is on its way, and forgets what did not work out", async () => {
  await visit();
  const making = (await screen.findByRole("heading", { name: "In the making" })).closest("section");
  if (!making) throw new Error("the heading stands in no section");
  expect(within(making).getAllByRole("listitem")).toHaveLength(4);
  await userEvent.click(within(making).getByRole("button", { name: "Delete La última guagua" }));
  await vi.waitFor(() => expect(within(making).getAllByRole("listitem")).toHaveLength(3));
});

it("does not call a dance failed of which only a change did not work out", async () => {
  const server = createFixtureApi({ standing: true });
  serve({
    ...server,
    handle: async (request) => {
      const answer = await server.handle(request);
      if (new URL(request.url).pathname !== "/api/choreography/tasks/") return answer;
      const list = (await answer.json()) as TaskList;
      return Response.json({ ...list, results: list.results.map((task) => ({ ...task, kind: "assemble" })) });
    },
  });
  await enter();
  show(<Collection />, "/saved");
  const making = (await screen.findByRole("heading", { name: "In the making" })).closest("section");
  if (!making) throw new Error("the heading stands in no section");
  expect(within(making).getAllByRole("listitem")).toHaveLength(2);
  expect(within(making).queryByText("Did not work out")).not.toBeInTheDocument();
});

it("shows nothing until all is there, so that nothing is pushed down", async () => {
  const server = createFixtureApi({ standing: true });
  let arrive: () => void = () => undefined;
  const late = new Promise<void>((resolve) => (arrive = resolve));
  serve({
    ...server,
    handle: async (request) => {
      if (new URL(request.url).pathname === "/api/choreography/tasks/") await late;
      return server.handle(request);
    },
  });
  await enter();
  show(<Collection />, "/saved");
  await vi.waitFor(() => expect(server.asked).toContain("GET /api/collections/unsaved/"));
  await expect(screen.findByText("Our wedding dance", {}, { timeout: 300 })).rejects.toThrow();
  arrive();
  expect(await screen.findByText("Our wedding dance")).toBeVisible();
  expect(screen.getByRole("heading", { name: "In the making" })).toBeVisible();
});

it("offers to save what is finished and not saved", async () => {
  await visit();
  await userEvent.click(await screen.findByRole("button", { name: "Save Serenata to your dances" }));
  await vi.waitFor(() => expect(cards()).toContain("Serenata"));
  expect(screen.queryByRole("heading", { name: "Not saved" })).not.toBeInTheDocument();
});

it("finds by words and tags, and says so when nothing fits", async () => {
  await visit();
  await userEvent.type(await screen.findByLabelText("Search your dances"), "wedding");
  await vi.waitFor(() => expect(cards()).toEqual(["Our wedding dance", "Vuelve, corazón"]));
  await userEvent.click(screen.getByRole("button", { name: "Filter" }));
  await userEvent.click(screen.getByRole("button", { name: "for ana, 1 dance" }));
  await vi.waitFor(() => expect(cards()).toEqual(["Vuelve, corazón"]));
  await userEvent.selectOptions(screen.getByLabelText("Level"), "Beginner");
  expect(await screen.findByRole("heading", { name: "Nothing fits" })).toBeVisible();
  await userEvent.click(screen.getAllByRole("button", { name: "Clear all" })[0] ?? document.body);
  await vi.waitFor(() => expect(cards().length).toBeGreaterThan(1));
});

it("keeps filters and order in the address", async () => {
  await visit("/saved?tag=friday&order=title");
  await vi.waitFor(() => expect(cards()).toEqual(["La última guagua", "Noche en el Malecón"]));
  expect(screen.getByLabelText("Order")).toHaveValue("title");
  expect(screen.getByRole("button", { name: "Filter, 1 on" })).toHaveAttribute("aria-expanded", "true");
});

it("keeps one's own words on a dance", async () => {
  await visit();
  await userEvent.click(
    await screen.findByRole("button", { name: "Name, notes and tags of Noche en el Malecón" }),
  );
  const name = screen.getByLabelText("Name");
  await userEvent.clear(name);
  await userEvent.type(name, "Our first one");
  await userEvent.type(screen.getByLabelText("Notes"), "Slower in the turn");
  await userEvent.type(screen.getByRole("textbox", { name: "Tags" }), "Ours{Enter}");
  await userEvent.click(screen.getByRole("button", { name: "Remove the tag slow" }));
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  const card = (await screen.findByRole("link", { name: "Our first one" })).closest("li");
  expect(
    within(card as HTMLElement)
      .getAllByRole("listitem")
      .map((tag) => tag.textContent),
  ).toEqual(["friday", "ours"]);
});

it("makes a link that is shown once, and revokes it", async () => {
  await visit();
  await userEvent.click(await screen.findByRole("button", { name: "Share Noche en el Malecón" }));
  expect(await screen.findByText("No link is open.")).toBeVisible();
  await userEvent.click(screen.getByLabelText("7 days"));
  await userEvent.click(screen.getByRole("button", { name: "Make a link" }));
  expect(await screen.findByLabelText("Link")).toHaveValue(`${location.origin}/share/open-to-everybody`);
  expect(screen.getByText(/shown only this once/)).toBeVisible();
  await userEvent.click(
    await screen.findByRole("button", { name: /^Revoke the link that is open until .*27/ }),
  );
  expect(await screen.findByText("No link is open.")).toBeVisible();
});

it("deletes several after one question", async () => {
  const api = await visit();
  await screen.findByText("Our wedding dance");
  await userEvent.click(screen.getByRole("button", { name: "Select" }));
  await userEvent.click(screen.getByRole("checkbox", { name: "Select Our wedding dance" }));
  expect(screen.getByText("1 selected")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "All shown" }));
  expect(screen.getByText("8 selected")).toBeVisible();
  await userEvent.click(screen.getByRole("checkbox", { name: "Select Our wedding dance" }));
  await userEvent.click(screen.getByRole("button", { name: "Delete" }));
  expect(
    screen.getByText("7 dances with their videos, loops and links will be gone for good."),
  ).toBeVisible();
  expect(api.asked).not.toContain("POST /api/collections/bulk-delete/");
  await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Delete" }));
  await vi.waitFor(() => expect(cards()).toEqual(["Our wedding dance"]));
});

it("tags several at once", async () => {
  await visit();
  await screen.findByText("Our wedding dance");
  await userEvent.click(screen.getByRole("button", { name: "Select" }));
  await userEvent.click(screen.getByRole("button", { name: "All shown" }));
  await userEvent.click(screen.getByRole("button", { name: "Tags" }));
  const dialog = screen.getByRole("dialog");
  await userEvent.type(within(dialog).getByLabelText("Tags"), "Summer");
  expect(within(dialog).getByRole("button", { name: "Take off" })).toBeDisabled();
  await userEvent.click(within(dialog).getByRole("button", { name: "Add" }));
  await vi.waitFor(() => expect(screen.getAllByText("summer")).toHaveLength(8));
});

it("tells the collection how long a dance was danced to, once it stops", async () => {
  const api = serve(createFixtureApi({ standing: true }));
  await enter();
  show(
    <PracticeMeter savedId="5a0ed000-0000-4000-8000-000000000001">
      <video data-testid="video" />
    </PracticeMeter>,
  );
  const video = await screen.findByTestId("video");
  const practice = "POST /api/collections/5a0ed000-0000-4000-8000-000000000001/practice/";
  fireEvent.pause(video);
  expect(api.asked).not.toContain(practice);

  Object.defineProperty(video, "paused", { value: false });
  for (let beat = 0; beat < 4; beat += 1) {
    fireEvent.timeUpdate(video);
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
  expect(api.asked).not.toContain(practice);
  fireEvent.pause(video);
  await vi.waitFor(() => expect(api.asked).toContain(practice));
});

it("teaches in an empty place", async () => {
  serve(createFixtureApi());
  await enter();
  show(<Collection />);
  expect(await screen.findByRole("heading", { name: "No dances yet" })).toBeVisible();
  expect(screen.getByRole("link", { name: "Choose a song" })).toHaveAttribute("href", "/dance");
  expect(screen.queryByLabelText("Search your dances")).not.toBeInTheDocument();
  expect(screen.queryByText(/0 dances/)).not.toBeInTheDocument();
});

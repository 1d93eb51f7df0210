// @vitest-environment jsdom
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createFixtureApi, type FixtureApi } from "@test/fixture-api";
import { FIXTURE_CHAT } from "@test/fixture-chat";
import { enter, serve } from "@test/render";
import { language } from "@/shared/i18n";
import { App } from "./App";

let clockMs = 0;
let server: FixtureApi;

beforeEach(async () => {
  clockMs = Date.UTC(2026, 10, 20);
  server = serve(createFixtureApi({ now: () => clockMs }));
  language.set("en");
  await enter();
  vi.spyOn(window, "scrollTo").mockReturnValue();
  HTMLElement.prototype.scrollIntoView = () => undefined;
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
});

function open(path: string) {
  window.history.replaceState(null, "", path);
  render(<App />);
}

const box = () => screen.findByRole("textbox", { name: "Your words" });

async function say(words: string) {
  await userEvent.type(await box(), `${words}{Enter}`);
}

async function danced(words = "Slow and romantic") {
  open("/chat");
  await say(words);
  await screen.findByText("Reading your words…");
  clockMs += FIXTURE_CHAT.readyMs;
  await screen.findByRole("link", { name: "Practise it" });
}

describe("a first sentence", () => {
  it("is understood step by step, answered, and danced", async () => {
    open("/chat");
    await say("Slow and romantic");
    expect(await screen.findByText("Reading your words…")).toBeVisible();
    expect(window.location.pathname).toMatch(/^\/chat\/[\w-]{36}$/);
    expect(await box()).toHaveValue("");

    clockMs += FIXTURE_CHAT.replyMs - 200;
    const steps = await screen.findByRole("log", { name: "Step by step" });
    expect(await within(steps).findByText("Planning the dance")).toBeVisible();
    expect(screen.getByRole("progressbar")).toHaveAttribute("aria-valuenow", "30");
    expect(screen.getByRole("button", { name: "Send" })).toBeDisabled();

    clockMs += 400;
    expect(await screen.findByText(/^Your romantic beginner dance/)).toBeVisible();
    clockMs += FIXTURE_CHAT.readyMs;
    expect(await screen.findByRole("link", { name: "Practise it" })).toHaveAttribute(
      "href",
      expect.stringMatching(/^\/dance\/[\w-]{36}$/),
    );
    await userEvent.click(screen.getByText("How: 2 steps"));
    expect(screen.getByText("1.2 s")).toBeVisible();
    await userEvent.click(screen.getByText(/^Details/));
    expect(screen.getByText('["headrolls"]')).toBeVisible();
  });

  it("can be one of the examples", async () => {
    open("/chat");
    await userEvent.click(await screen.findByRole("button", { name: /^Algo con marcha/ }));
    expect(await screen.findByRole("heading", { level: 1, name: /^Algo con marcha/ })).toBeVisible();
  });

  it("stays in the box where there is no room for it, with a way on", async () => {
    open("/chat");
    await say("one too many");
    expect(await screen.findByRole("alert")).toHaveTextContent("You have several dances in the making.");
    expect(screen.getByRole("link", { name: "See what is in the making" })).toHaveAttribute("href", "/saved");
    expect(await box()).toHaveValue("one too many");
  });

  it("counts what is left of a very long one", async () => {
    open("/chat");
    await userEvent.click(await box());
    await userEvent.paste("ta ".repeat(330));
    expect(screen.getByText("10 characters left")).toBeVisible();
    expect(await box()).toHaveAttribute("maxlength", "1000");
  });
});

it("shows what a change changed, and offers to take it back", async () => {
  await danced();
  const slower = await screen.findByRole("button", { name: "Slower ending" });
  expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
  await userEvent.click(slower);
  clockMs += FIXTURE_CHAT.readyMs;
  expect(await screen.findByText(/^Move 4 · 0:\d\d$/)).toBeVisible();
  const row = screen.getByText("Dip").closest("li");
  expect(row).toHaveTextContent(/Dip → Lady turn/);
  await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
  clockMs += FIXTURE_CHAT.readyMs;
  expect(await screen.findByText(/^Undone/)).toBeVisible();
});

it("goes on after a reload in the middle", async () => {
  open("/chat");
  await say("Slow and romantic");
  await screen.findByText("Reading your words…");
  const address = window.location.pathname;
  cleanup();
  clockMs += FIXTURE_CHAT.readyMs;
  open(address);
  expect(await screen.findByText(/^Your romantic beginner dance/)).toBeVisible();
  expect(await screen.findByRole("link", { name: "Practise it" })).toBeVisible();
});

it("offers the answers that a question names", async () => {
  open("/chat");
  await say("Obsesión, romantic");
  clockMs += FIXTURE_CHAT.readyMs;
  expect(await screen.findByText("A question for you")).toBeVisible();
  const answers = screen.getByRole("list", { name: "Answer with" });
  expect(within(answers).getAllByRole("button")).toHaveLength(2);
  await userEvent.click(within(answers).getByRole("button", { name: "Dime que sí" }));
  clockMs += FIXTURE_CHAT.readyMs;
  expect(await screen.findByText(/^Your romantic beginner dance/)).toBeVisible();
});

it("can be stopped, and asked again", async () => {
  open("/chat");
  await say("Slow and romantic");
  await userEvent.click(await screen.findByRole("button", { name: "Stop" }));
  expect(await screen.findByText("You stopped this before it was answered.")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Ask again" }));
  clockMs += FIXTURE_CHAT.readyMs;
  expect(await screen.findByText(/^Your romantic beginner dance/)).toBeVisible();
});

it("says why something did not work out", async () => {
  open("/chat");
  await say("the impossible");
  clockMs += FIXTURE_CHAT.readyMs;
  expect(await screen.findByRole("alert")).toHaveTextContent("No two moves of the library fit these words.");
  expect(screen.getByRole("button", { name: "Ask again" })).toBeEnabled();
});

it("forgets a conversation once one is sure", async () => {
  await danced();
  await userEvent.click(await screen.findByRole("button", { name: "Delete “Slow and romantic”" }));
  const asked = screen.getByRole("dialog", { name: "Delete this conversation?" });
  await userEvent.click(within(asked).getByRole("button", { name: "Keep it" }));
  expect(server.asked.some((door) => door.startsWith("DELETE"))).toBe(false);
  await userEvent.click(screen.getByRole("button", { name: "Delete “Slow and romantic”" }));
  await userEvent.click(screen.getByRole("button", { name: "Delete it" }));
  expect(await screen.findByRole("heading", { name: "What shall we dance?" })).toBeVisible();
  expect(window.location.pathname).toBe("/chat");
  expect(await screen.findByText(/^What you talk about stays here/)).toBeVisible();
});

it("says that a conversation is not here", async () => {
  open("/chat/00000000-0000-4000-8000-000000000000");
  expect(await screen.findByRole("heading", { name: "This conversation is not here" })).toBeVisible();
});

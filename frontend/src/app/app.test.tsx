// @vitest-environment jsdom
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { createFixtureApi, FIXTURE_LOGIN, FIXTURE_RESET_HASH } from "@test/fixture-api";
import { enter, serve } from "@test/render";
import { accessToken, closeSession } from "@/shared/api/session";
import { language } from "@/shared/i18n";
import { App } from "./App";

let clockMs = 0;

beforeEach(() => {
  clockMs = Date.UTC(2026, 10, 20);
  closeSession();
  serve(createFixtureApi({ now: () => clockMs }));
  vi.spyOn(HTMLMediaElement.prototype, "load").mockReturnValue();
  vi.spyOn(window, "scrollTo").mockReturnValue();
});

function open(path: string) {
  window.history.replaceState(null, "", path);
  render(<App />);
}

async function signIn() {
  await userEvent.type(await screen.findByLabelText("Email"), FIXTURE_LOGIN.email);
  await userEvent.type(screen.getByLabelText("Password"), FIXTURE_LOGIN.password);
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
}

it("leads from the door to the dance", async () => {
  open("/");
  await signIn();
  await userEvent.click(await screen.findByRole("radio", { name: /Noche en el Malecón/ }));
  await userEvent.click(screen.getByRole("radio", { name: "Sensual" }));
  expect(window.location.search).toContain("style=sensual");
  await userEvent.click(screen.getByRole("button", { name: "Make the dance" }));

  expect(await screen.findByRole("progressbar")).toHaveAttribute("aria-valuenow", "0");
  clockMs += 1900;
  expect((await screen.findAllByText("Cutting the video"))[0]).toBeVisible();
  clockMs += 1000;
  expect(await screen.findByRole("heading", { name: "16 moves" })).toBeVisible();
  expect(document.title).toBe("Noche en el Malecón · Bachata Buddy");
});

it("leads from a forgotten password over the mailed link to the dance", async () => {
  open("/sign-in");
  await userEvent.click(await screen.findByRole("link", { name: "Forgot your password?" }));
  await userEvent.type(await screen.findByLabelText("Email"), FIXTURE_LOGIN.email);
  await userEvent.click(screen.getByRole("button", { name: "Send me the link" }));
  expect(await screen.findByText(/^If ana@example\.org has an account here/)).toBeVisible();

  cleanup();
  open(`/new-password${FIXTURE_RESET_HASH}`);
  await userEvent.type(screen.getByLabelText("New password"), "five six seven tap");
  await userEvent.click(screen.getByRole("button", { name: "Save the password" }));
  expect(await screen.findByText("Your new password is saved. Sign in with it.")).toBeVisible();
  expect(window.location.hash).toBe("");

  await userEvent.type(screen.getByLabelText("Email"), FIXTURE_LOGIN.email);
  await userEvent.type(screen.getByLabelText("Password"), "five six seven tap");
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
  expect(await screen.findByRole("heading", { name: "Choose a song" })).toBeVisible();
});

it("opens a mailed link for whoever is signed in, and signs them out with the new password", async () => {
  await enter();
  open(`/new-password${FIXTURE_RESET_HASH}`);
  await userEvent.type(screen.getByLabelText("New password"), "five six seven tap");
  await userEvent.click(screen.getByRole("button", { name: "Save the password" }));
  expect(await screen.findByRole("heading", { name: "Sign in" })).toBeVisible();
  expect(accessToken()).toBeNull();
});

it("comes back after the sign-in to the page one wanted", async () => {
  open("/profile");
  await signIn();
  expect(await screen.findByText(FIXTURE_LOGIN.email)).toBeVisible();
  expect(window.location.pathname).toBe("/profile");
});

it("begins a wish as the dancer likes it", async () => {
  open("/profile");
  await signIn();
  await userEvent.click(await screen.findByRole("radio", { name: "Playful" }));
  await expect
    .poll(() => screen.getByRole<HTMLInputElement>("radio", { name: "Playful" }).checked)
    .toBe(true);
  await userEvent.click(screen.getByRole("link", { name: "Dance" }));
  expect(await screen.findByRole("radio", { name: "Playful" })).toBeChecked();
  expect(screen.getByRole("radio", { name: "Beginner" })).toBeChecked();
});

it("says at the door that the session has ended, and comes back to the page", async () => {
  open("/profile");
  await signIn();
  await screen.findByText(FIXTURE_LOGIN.email);
  serve(createFixtureApi({ now: () => clockMs })); // The server has forgotten our session.
  await userEvent.click(screen.getByRole("link", { name: "Saved" }));
  expect(await screen.findByText("Your session has ended. Please sign in again.")).toBeVisible();
  await signIn();
  expect(await screen.findByRole("heading", { name: "Your dances" })).toBeVisible();
  expect(screen.queryByText(/session has ended/)).not.toBeInTheDocument();
});

it("says that a dance is not here", async () => {
  open("/dance/00000000-0000-4000-8000-000000000000");
  await signIn();
  expect(await screen.findByRole("heading", { name: "This dance is not here" })).toBeVisible();
});

it("says that there is no such page, and stays in its places", async () => {
  open("/nowhere");
  await signIn();
  expect(await screen.findByRole("heading", { name: "There is no floor here" })).toBeVisible();
  expect(within(screen.getByRole("navigation")).getAllByRole("link")).toHaveLength(4);
});

it("speaks Spanish as soon as one asks", async () => {
  open("/sign-in");
  await userEvent.click(screen.getByRole("button", { name: "Español" }));
  expect(screen.getByRole("heading", { name: "Entrar" })).toBeVisible();
  expect(document.documentElement.lang).toBe("es");
  language.set("en");
});

it("offers to try again where the server does not answer at the start", async () => {
  const answers = globalThis.fetch;
  await enter();
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
  vi.resetModules(); // The page is loaded anew; the cookie is still there.
  const { App: FreshApp } = await import("./App");
  const session = await import("@/shared/api/session");
  window.history.replaceState(null, "", "/dance");
  render(<FreshApp />);
  await session.startSession();

  expect(await screen.findByRole("heading", { name: "We cannot reach the server" })).toBeVisible();
  vi.stubGlobal("fetch", answers);
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("heading", { name: "Choose a song" })).toBeVisible();
});

// @vitest-environment jsdom
import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createFixtureApi } from "@test/fixture-api";
import { standingTasks } from "@test/fixture-tasks";
import { enter, serve } from "@test/render";
import { api, unwrap } from "@/shared/api/client";
import { language } from "@/shared/i18n";
import { formatTime } from "@/shared/i18n/format";
import { App } from "./App";

const dance = standingTasks().find(({ status }) => status === "completed");
if (!dance?.result) throw new Error("no finished dance");
const { task_id: taskId, choreography_id: choreographyId, result } = dance;

beforeEach(async () => {
  localStorage.clear();
  serve(createFixtureApi({ standing: true }));
  await enter();
  vi.spyOn(HTMLMediaElement.prototype, "load").mockReturnValue();
  vi.spyOn(window, "scrollTo").mockReturnValue();
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
});

async function open() {
  window.history.replaceState(null, "", `/dance/${taskId}`);
  render(<App />);
  return screen.findByRole("button", { name: "Captions" });
}

const captionsOfAccount = async () => (await unwrap(api.GET("/api/auth/me/"))).preferences.captions;

it("shows captions as the account has them, whatever this device did before", async () => {
  localStorage.setItem("bb.habits", JSON.stringify({ rate: 1, captions: true }));
  await api.PATCH("/api/auth/preferences/", { body: { captions: false } });
  const captions = await open();
  await waitFor(() => expect(captions).toHaveAttribute("aria-pressed", "false"));
});

it("leads from an earlier version whose video has gone to the dance as it is now", async () => {
  const earlier = { ...dance, task_id: "7a5c0000-0000-4000-8000-0000000000aa", result: null };
  const choreography_id = "c0de0000-0000-4000-8000-000000000001";
  const server = createFixtureApi({ standing: true });
  const answers: Record<string, object> = {
    [`/api/choreography/tasks/${earlier.task_id}/`]: { ...earlier, choreography_id },
    [`/api/choreography/choreographies/${choreography_id}/assemble/`]: { task_id: taskId },
  };
  serve({
    ...server,
    handle: (request) => {
      const answer = answers[new URL(request.url).pathname];
      return answer ? Promise.resolve(Response.json(answer)) : server.handle(request);
    },
  });
  await enter();
  window.history.replaceState(null, "", `/dance/${earlier.task_id}`);
  render(<App />);
  expect(await screen.findByRole("heading", { name: "This was an earlier version" })).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "See the dance as it is now" }));
  await screen.findByRole("button", { name: "Captions" });
  expect(window.location.pathname).toBe(`/dance/${taskId}`);
});

describe("a change of the dance", () => {
  const changedId = "7a5c0000-0000-4000-8000-0000000000bb";
  const plan = `/api/choreography/choreographies/${choreographyId}/`;

  const scrollTo = vi.fn();

  /** Undo the last change; its task ends as given. */
  async function undo(end: object) {
    const server = createFixtureApi({ standing: true });
    const current = { id: "b1", locked: [], change: null, blueprint: result.blueprint };
    const answers: Record<string, object> = {
      [plan]: { id: choreographyId, current, can_undo: true, can_redo: false },
      [`${plan}undo/`]: { task_id: changedId },
      [`/api/choreography/tasks/${changedId}/`]: { ...dance, task_id: changedId, ...end },
    };
    serve({
      ...server,
      handle: (request) => {
        const answer = answers[new URL(request.url).pathname];
        return answer ? Promise.resolve(Response.json(answer)) : server.handle(request);
      },
    });
    await enter();
    await open();
    const button = screen.getByRole("button", { name: "Undo" });
    await waitFor(() => expect(button).toBeEnabled());
    vi.stubGlobal("scrollTo", scrollTo.mockClear());
    await userEvent.click(button);
    return button;
  }

  it("leaves the reader where the list of moves was", async () => {
    const button = await undo({});
    await waitFor(() => expect(button).not.toBeInTheDocument()); // The changed dance has taken the place of the old one.
    expect(window.location.pathname).toBe(`/dance/${changedId}`);
    expect(scrollTo).not.toHaveBeenCalled();
  });

  it("that fails says why, in the reader's language", async () => {
    HTMLElement.prototype.scrollIntoView = vi.fn();
    const error = { code: "twice_in_a_row", detail: "In that order one move would play twice in a row." };
    await undo({ status: "failed", result: null, error });
    expect(await screen.findByText(error.detail)).toBeVisible();
    act(() => language.set("es"));
    expect(screen.getByText("Así el mismo paso se bailaría dos veces seguidas.")).toBeVisible();
    act(() => language.set("en"));
  });
});

it("keeps the captions that one switches here for the account", async () => {
  const captions = await open();
  await waitFor(() => expect(captions).toHaveAttribute("aria-pressed", "true"));
  await userEvent.click(captions);
  expect(captions).toHaveAttribute("aria-pressed", "false");
  await expect.poll(captionsOfAccount).toBe(false);
});

it("offers the move to take along that one stopped at", async () => {
  const move = result.blueprint.segments[3];
  if (!move) throw new Error("too few moves");
  const startS = move.target.start_s;
  localStorage.setItem(`bb.place.${taskId}`, JSON.stringify({ timeS: startS + 0.5, loop: null }));
  await open();
  await userEvent.click(screen.getByRole("button", { name: "Download" }));
  expect(screen.getByLabelText("One move")).toHaveDisplayValue(`4. ${move.name} (${formatTime(startS)})`);
});

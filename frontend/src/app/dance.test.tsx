// @vitest-environment jsdom
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { createFixtureApi } from "@test/fixture-api";
import { standingTasks } from "@test/fixture-tasks";
import { enter, serve } from "@test/render";
import { api, unwrap } from "@/shared/api/client";
import { formatTime } from "@/shared/i18n/format";
import { App } from "./App";

const dance = standingTasks().find(({ status }) => status === "completed");
if (!dance?.result) throw new Error("no finished dance");
const { task_id: taskId, result } = dance;

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

// @vitest-environment jsdom
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { stubCaches } from "@test/fake-caches";
import { standingTasks } from "@test/fixture-tasks";
import { show } from "@test/render";
import { KeepButton, KeptList } from "./index";
import { dropAll, listKept } from "./lib/kept";

const task = standingTasks().find(({ result }) => result !== null);
if (!task?.result) throw new Error("the fixtures hold a finished dance");
const { result } = task;

/** Let the files of the dance come, except those named. */
function serveFiles(missing: readonly string[] = []) {
  vi.stubGlobal("fetch", (url: string) =>
    Promise.resolve(
      missing.some((name) => url.includes(name))
        ? new Response(null, { status: 404 })
        : new Response("x".repeat(1_000_000), { headers: { "Content-Type": "video/mp4" } }),
    ),
  );
}

beforeEach(() => stubCaches());

const open = () =>
  show(
    <>
      <KeepButton task={task} result={result} title="Noche" />
      <KeptList />
    </>,
  );

describe("a dance kept on the device", () => {
  it("lies there with addresses that need no network, until it is taken off", async () => {
    serveFiles();
    open();
    await userEvent.click(await screen.findByRole("button", { name: "Keep on this device" }));
    const link = await screen.findByRole("link", { name: "Noche" });
    expect(link).toHaveAttribute("href", `/kept/${task.task_id}`);
    expect(screen.getByText("3.0 MB")).toBeVisible();
    const [kept] = await listKept();
    expect(kept?.result.video_url).toBe(`/kept/${task.task_id}/video.mp4`);
    const cache = await caches.open("bb-kept");
    expect(await cache.match(`/kept/${task.task_id}/video.mp4`)).toBeDefined();

    await userEvent.click(screen.getByRole("button", { name: "Take “Noche” off this device" }));
    expect(await screen.findByText("Nothing is kept here yet")).toBeVisible();
    expect(screen.getByRole("link", { name: "See your dances" })).toHaveAttribute("href", "/saved");
    expect(await cache.match(`/kept/${task.task_id}/video.mp4`)).toBeUndefined();
  });

  it("is kept whole or not at all", async () => {
    serveFiles(["captions"]);
    open();
    await userEvent.click(await screen.findByRole("button", { name: "Keep on this device" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("Nothing was kept");
    await waitFor(async () => expect(await (await caches.open("bb-kept")).keys()).toEqual([]));
  });

  it("leaves with who signs out", async () => {
    serveFiles();
    open();
    await userEvent.click(await screen.findByRole("button", { name: "Keep on this device" }));
    await screen.findByRole("link", { name: "Noche" });
    await dropAll();
    expect(await listKept()).toEqual([]);
  });
});

it("offers nothing where the browser cannot keep anything", () => {
  vi.stubGlobal("caches", undefined);
  Reflect.deleteProperty(globalThis, "caches");
  open();
  expect(screen.queryByRole("button")).not.toBeInTheDocument();
});

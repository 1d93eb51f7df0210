import { expect, test, type Page } from "@playwright/test";
import type { Task } from "../src/shared/api/types";
import { LOGIN, listenForTrouble, signIn } from "./support";

/** Follow what the API says of the dance while the page shows it. */
function watchTask(page: Page): { ready: () => Task } {
  let last: Task | null = null;
  page.on("response", async (response) => {
    if (!/\/api\/choreography\/tasks\/[0-9a-f-]+\/$/.test(response.url()) || !response.ok()) return;
    const task = (await response.json().catch(() => null)) as Task | null;
    if (task?.status === "completed") last = task;
  });
  return {
    ready: () => {
      if (!last) throw new Error("the API has not said yet that the dance is completed");
      return last;
    },
  };
}

const video = (page: Page) => page.locator("video");
const timeOf = (page: Page) => video(page).evaluate((player: HTMLVideoElement) => player.currentTime);

/** The times of all frames that came on the screen within a while. */
const framesFor = (page: Page, milliseconds: number) =>
  video(page).evaluate(
    (player: HTMLVideoElement, wait) =>
      new Promise<number[]>((resolve) => {
        const seen: number[] = [];
        const look = (_now: number, frame: VideoFrameCallbackMetadata) => {
          seen.push(frame.mediaTime);
          player.requestVideoFrameCallback(look);
        };
        player.requestVideoFrameCallback(look);
        setTimeout(() => resolve(seen), wait);
      }),
    milliseconds,
  );

test("sign in, choose a song, watch the dance, practise a move, come back to it", async ({ page }) => {
  const trouble = listenForTrouble(page);
  const task = watchTask(page);
  await signIn(page);

  await page
    .getByRole("list", { name: "Choose a song" })
    .getByRole("listitem")
    .first()
    .locator("label")
    .click();
  await expect(page.getByText(/\d+ of \d+ moves match|No move matches/)).toBeVisible();
  await page.getByRole("button", { name: "Make the dance" }).click();
  await expect(page).toHaveURL(/\/dance\/[0-9a-f-]{36}$/);
  const address = page.url();
  await page.reload(); // In the middle of it: nothing is lost.
  await expect(page).toHaveURL(address);
  await expect(video(page)).toBeVisible({ timeout: 60_000 });

  const { result } = task.ready();
  if (!result) throw new Error("a completed dance has a result");
  const { segments } = result.blueprint;

  await test.step("the video plays", async () => {
    await page.getByRole("button", { name: "Play", exact: true }).click();
    const start = await timeOf(page);
    await expect.poll(() => timeOf(page)).toBeGreaterThan(start + 1);
    const state = await video(page).evaluate((player: HTMLVideoElement) => ({
      durationS: player.duration,
      error: player.error?.message ?? null,
      width: player.videoWidth,
    }));
    expect(state.error).toBeNull();
    expect(state.width).toBeGreaterThan(0);
    expect(Math.abs(state.durationS - result.duration_s)).toBeLessThan(0.5);
  });

  const chosen = segments[Math.min(2, segments.length - 1)];
  if (!chosen) throw new Error("a dance has moves");
  const { start_s: startS, end_s: endS } = chosen.target;
  const card = page.getByRole("listitem").filter({ hasText: chosen.why }).filter({ hasText: chosen.name });

  await test.step("a move in the list leads to its first count", async () => {
    await page.getByRole("button", { name: "Pause" }).click();
    await page
      .getByRole("button", { name: /, at \d+:\d\d$/ })
      .nth(chosen.index)
      .click();
    expect(Math.abs((await timeOf(page)) - startS)).toBeLessThan(0.01);
    await expect(page.locator("[data-count='1']").first()).toBeAttached();
    await expect(card.first()).toHaveAttribute("aria-current", "true");
  });

  await test.step("the loop stays in its move", async () => {
    await page.getByRole("button", { name: "Loop this move" }).click();
    await page.keyboard.press("k");
    const frames = await framesFor(page, ((endS - startS) * 2 + 2) * 1000);
    const turns = frames.filter((time, index) => index > 0 && time < (frames[index - 1] ?? 0)).length;
    expect(turns).toBeGreaterThanOrEqual(1);
    // How near each turn is to a frame is measured over many rounds, where a busy machine's late ones do not count.
    expect(Math.min(...frames)).toBeGreaterThan(startS - 0.002);
    expect(Math.max(...frames)).toBeLessThan(endS + 0.25);
    expect(Math.max(...frames)).toBeGreaterThan(endS - 0.25);
  });

  await test.step("mirror, speed and captions", async () => {
    await page.getByRole("button", { name: "Mirror" }).click();
    await expect(video(page)).toHaveCSS("transform", "matrix(-1, 0, 0, 1, 0, 0)");
    await page.getByRole("button", { name: "Slower" }).click();
    expect(
      await video(page).evaluate((player: HTMLVideoElement) => [player.playbackRate, player.preservesPitch]),
    ).toEqual([0.95, true]);
    const captions = page.getByRole("button", { name: "Captions" });
    await expect(captions).toHaveAttribute("aria-pressed", "true"); // As an account begins.
    const caption = page.locator("video + p");
    await expect(caption).toContainText(chosen.name);
    const [words, picture] = [await caption.boundingBox(), await video(page).boundingBox()];
    expect(words && picture && words.y + words.height).toBeLessThan(
      picture ? picture.y + picture.height / 2 : 0,
    ); // Not on the feet.
    await captions.click();
    await expect(captions).toHaveAttribute("aria-pressed", "false");
    await captions.click();
  });

  await test.step("the full screen shows the whole picture above the tools", async () => {
    const toggle = page.getByRole("button", { name: "Full screen" });
    const isFull = () => page.evaluate(() => document.fullscreenElement !== null);
    await toggle.click();
    await expect.poll(isFull).toBe(true);
    const [picture, bar] = [await video(page).boundingBox(), await toggle.boundingBox()];
    expect(picture && picture.y + picture.height).toBeLessThanOrEqual(bar?.y ?? 0);
    await toggle.click();
    await expect.poll(isFull).toBe(false);
  });

  await test.step("a reload comes back to the same place", async () => {
    await page.keyboard.press("k");
    await expect(page.getByRole("button", { name: "Play", exact: true })).toBeVisible();
    const before = await timeOf(page);
    await page.reload();
    await expect(page.getByRole("button", { name: "Loop this move" })).toHaveAttribute(
      "aria-pressed",
      "true",
    );
    await expect(page.getByRole("button", { name: "Mirror" })).toHaveAttribute("aria-pressed", "true");
    await expect.poll(async () => Math.abs((await timeOf(page)) - before)).toBeLessThan(0.1);
  });

  await test.step("the dance is saved", async () => {
    await page.getByRole("link", { name: "Saved" }).click();
    await page.locator(`a[href="${new URL(address).pathname}"]`).click();
    await expect(video(page)).toBeVisible();
  });
  expect(trouble).toEqual([]);
});

test("a wrong password is refused in plain words", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(LOGIN.email);
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toHaveText("Email and password do not fit together.");
  await expect(page).toHaveURL(/\/sign-in$/);
});

test("an unknown dance and an unknown page say so, and lead on", async ({ page }) => {
  await signIn(page);
  await page.goto("/dance/00000000-0000-4000-8000-000000000000");
  await expect(page.getByRole("heading", { name: "This dance is not here" })).toBeVisible();
  await page.goto("/no/such/page");
  await expect(page.getByRole("heading", { name: "There is no floor here" })).toBeVisible();
  await page.getByRole("link", { name: "Choose a song" }).click();
  await expect(page.getByRole("heading", { name: "Choose a song" })).toBeVisible();
});

test("a new dancer signs up, does not see the dances of others, and signs out", async ({ page }) => {
  await signIn(page);
  await page.goto("/saved");
  const foreign = await page.getByRole("listitem").getByRole("link").first().getAttribute("href");
  await page.goto("/profile");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);

  await page.getByRole("link", { name: "Create an account" }).click();
  await page.getByLabel("What should we call you?").fill("Luz");
  await page.getByLabel("Email").fill(`luz-${Date.now()}@example.org`);
  await page.getByLabel("Password").fill("five six seven tap!");
  await page.getByRole("button", { name: "Create an account" }).click();
  await expect(page).toHaveURL(/\/(dance|profile)$/);
  await page.goto(foreign ?? "/");
  await expect(page.getByRole("heading", { name: "This dance is not here" })).toBeVisible();
  await page.getByRole("link", { name: "Saved" }).click();
  await expect(page.getByRole("heading", { name: "No dances yet" })).toBeVisible();
});

test("the app speaks Spanish, also after a reload", async ({ page }) => {
  await signIn(page);
  await page.goto("/profile");
  await page.getByText("Español").click();
  await expect(page.getByRole("button", { name: "Salir" })).toBeVisible();
  await page.goto("/dance");
  await expect(page.getByRole("heading", { name: "Elige una canción" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "es");

  await page.goto("/profile"); // The account keeps its language: give it back to the tests after this one.
  const kept = page.waitForResponse(/\/api\/auth\/preferences\/$/);
  await page.getByText("English").click();
  expect((await kept).ok()).toBe(true);
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
});

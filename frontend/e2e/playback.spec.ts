import { expect, test, type APIRequestContext, type Page } from "@playwright/test";
import type { ChoreographyRequest, Song, Task, TaskResult } from "../src/shared/api/types";
import { HAS_FIXTURES, LOGIN, listenForTrouble } from "./support";

/** The files themselves, in a player without controls: frames at the times of the plan, after any seek, and round again. */
const DANCED_S = 30;
/** Of the slowest clips that we take. */
const FRAME_S = 1 / 24;

async function danceOf(
  api: APIRequestContext,
  quality: NonNullable<ChoreographyRequest["quality"]>,
): Promise<TaskResult> {
  const signedIn = await api.post("/api/auth/login/", { data: LOGIN });
  const { access } = (await signedIn.json()) as { access: string };
  const headers = { Authorization: `Bearer ${access}` };
  const songs = (await (await api.get("/api/choreography/songs/", { headers })).json()) as {
    results: Song[];
  };
  const song = songs.results.find(({ duration_s }) => duration_s > DANCED_S);
  if (!song) throw new Error("there is no song to dance to");
  const wish: ChoreographyRequest = {
    song_id: song.id,
    difficulty: "intermediate",
    energy: "medium",
    style: "romantic",
    duration_s: DANCED_S,
    seed: 0,
    quality,
  };
  const accepted = await api.post("/api/choreography/generate/", { headers, data: wish });
  expect(accepted.status()).toBe(202);
  const { poll_url } = (await accepted.json()) as { poll_url: string };
  let task: Task | null = null;
  await expect
    .poll(
      async () => {
        task = (await (await api.get(poll_url, { headers })).json()) as Task;
        return task.status;
      },
      { timeout: 60_000 },
    )
    .toBe("completed");
  const { result } = task as unknown as Task;
  if (!result) throw new Error("a completed dance has a result");
  return result;
}

async function openPlayer(page: Page, url: string): Promise<void> {
  await page.goto("/sign-in"); // Any page of the site: its policies hold for the player too.
  await page.evaluate(
    (source) =>
      new Promise<void>((resolve, reject) => {
        const player = document.createElement("video");
        Object.assign(player, { id: "player", muted: true, preload: "auto", width: 640 });
        player.addEventListener("canplaythrough", () => resolve(), { once: true });
        player.addEventListener("error", () => reject(new Error(player.error?.message)));
        player.src = source;
        document.body.replaceChildren(player);
      }),
    url,
  );
}

const player = (page: Page) => page.locator("#player");

/** The time of the frame that is on the screen after a seek to another one: the same frame is not shown anew. */
const frameAfterSeek = (page: Page, timeS: number) =>
  player(page).evaluate(
    (video: HTMLVideoElement, at) =>
      new Promise<number>((resolve) => {
        video.requestVideoFrameCallback((_now, frame) => resolve(frame.mediaTime));
        video.currentTime = at;
      }),
    timeS,
  );

/** The times of the frames that come on the screen from `fromS` on, in real time. */
const framesFrom = (page: Page, fromS: number, milliseconds: number) =>
  player(page).evaluate(
    (video: HTMLVideoElement, { at, wait }) =>
      new Promise<number[]>((resolve, reject) => {
        const seen: number[] = [];
        const look = (_now: number, frame: VideoFrameCallbackMetadata) => {
          seen.push(frame.mediaTime);
          video.requestVideoFrameCallback(look);
        };
        video.requestVideoFrameCallback(look);
        video.currentTime = at;
        video.play().catch(reject);
        setTimeout(() => {
          video.pause();
          resolve(seen);
        }, wait);
      }),
    { at: fromS, wait: milliseconds },
  );

for (const quality of ["fast", "balanced"] as const)
  test(`a ${quality} dance plays, seeks and loops on the times of its plan`, async ({
    page,
    request,
  }, info) => {
    test.skip(HAS_FIXTURES || info.project.name !== "desk", "one look at the real files is enough");
    const trouble = listenForTrouble(page);
    const { video_url, duration_s, blueprint } = await danceOf(request, quality);
    await openPlayer(page, video_url);
    const starts = blueprint.segments.map(({ target }) => target.start_s);
    expect(starts.length).toBeGreaterThan(1);

    await test.step("each move begins within a frame of its count 1, in any order", async () => {
      for (const startS of [...starts.toReversed(), ...starts.slice(1)]) {
        // From the middle of a frame: a seek to where one ends and the next begins may show either.
        const shownS = await frameAfterSeek(page, startS + FRAME_S / 2);
        expect(Math.abs(shownS - startS), `at ${startS} s`).toBeLessThanOrEqual(FRAME_S);
      }
    });

    await test.step("it plays across a seam without a gap", async () => {
      const seamS = starts[1] ?? 0;
      const frames = await framesFrom(page, seamS - 1, 2_500);
      expect(Math.min(...frames)).toBeGreaterThan(seamS - 1 - FRAME_S);
      expect(Math.max(...frames)).toBeGreaterThan(seamS + 0.5);
      expect([...frames].sort((one, other) => one - other)).toEqual(frames);
      await player(page).screenshot({ path: `test-results/playback/${quality}-seam.png` });
    });

    await test.step("it ends with its song and begins again", async () => {
      const endS = await player(page).evaluate((video: HTMLVideoElement) => {
        video.loop = true;
        return video.duration;
      });
      expect(Math.abs(endS - duration_s)).toBeLessThanOrEqual(FRAME_S);
      const frames = await framesFrom(page, endS - 1, 2_500);
      const turn = frames.findIndex((time, index) => index > 0 && time < (frames[index - 1] ?? 0));
      expect(turn, "it came round").toBeGreaterThan(0);
      // A busy machine leaves frames out, so these may be some frames inside.
      expect(frames[turn - 1]).toBeGreaterThan(endS - 0.25);
      expect(frames[turn]).toBeLessThan(0.25);
      await player(page).screenshot({ path: `test-results/playback/${quality}-round-again.png` });
    });

    const state = await player(page).evaluate((video: HTMLVideoElement) => ({
      error: video.error?.message ?? null,
      size: [video.videoWidth, video.videoHeight],
    }));
    expect(state).toEqual({
      error: null,
      size: [blueprint.output.width, blueprint.output.height],
    });
    expect(trouble).toEqual([]);
  });

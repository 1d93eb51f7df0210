import { expect, test, type Page } from "@playwright/test";
import type { SongDetail, Task } from "../src/shared/api/types";
import { expectSoundPage, listenForTrouble, signIn } from "./support";

/** 24 s at 120 BPM: a low knock on every beat, a bright one on each 1 and 4, a bass note that changes with the bar. */
function madeSong(name: string): { name: string; mimeType: string; buffer: Buffer } {
  const rateHz = 22_050;
  const samples = new Float32Array(24 * rateHz);
  const strike = (atS: number, hz: number, loud: number, decayS: number) => {
    const first = Math.round(atS * rateHz);
    for (let index = 0; index < decayS * 5 * rateHz && first + index < samples.length; index += 1) {
      const timeS = index / rateHz;
      const before = samples[first + index] ?? 0;
      samples[first + index] = before + loud * Math.sin(2 * Math.PI * hz * timeS) * Math.exp(-timeS / decayS);
    }
  };
  for (let beat = 0; 0.5 + beat * 0.5 < 23; beat += 1) {
    const atS = 0.5 + beat * 0.5;
    const ofBar = beat % 4;
    strike(atS, 620, 0.2, 0.03);
    strike(atS, 7000, 0.12, 0.02);
    strike(atS + 0.25, 6000, 0.05, 0.01);
    if (ofBar === 3) strike(atS, 310, 0.35, 0.07);
    if (ofBar !== 1) strike(atS, [110, 146.8, 164.8, 130.8][Math.floor(beat / 4) % 4] ?? 110, 0.35, 0.2);
  }
  // Own bytes at every run: the server knows a song again by its bytes.
  samples[samples.length - 1] = (Date.now() % 10_000) / 100_000;
  samples[samples.length - 2] = Math.random() / 10;

  const wav = Buffer.alloc(44 + samples.length * 2);
  wav.write("RIFF", 0);
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.write("WAVEfmt ", 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(rateHz, 24);
  wav.writeUInt32LE(rateHz * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write("data", 36);
  wav.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((sample, index) =>
    wav.writeInt16LE(Math.round(32_000 * Math.max(-1, Math.min(1, sample))), 44 + index * 2),
  );
  return { name, mimeType: "audio/wav", buffer: wav };
}

/** The answer that a press brings, as JSON. */
async function answerTo<T>(
  page: Page,
  path: RegExp,
  method: string,
  act: () => Promise<unknown>,
): Promise<T> {
  const [answer] = await Promise.all([
    page.waitForResponse((each) => path.test(each.url()) && each.request().method() === method && each.ok()),
    act(),
  ]);
  return (await answer.json()) as T;
}

/** Order a dance of the chosen song and return it finished. */
async function danced(page: Page): Promise<Task> {
  let last: Task | null = null;
  page.on("response", async (response) => {
    if (!/\/api\/choreography\/tasks\/[0-9a-f-]+\/$/.test(response.url()) || !response.ok()) return;
    const task = (await response.json().catch(() => null)) as Task | null;
    if (task?.status === "completed") last = task;
  });
  await page.getByRole("button", { name: "Make the dance" }).click();
  await expect(page.locator("video")).toBeVisible({ timeout: 120_000 });
  await expect.poll(() => last).not.toBeNull();
  return last as unknown as Task;
}

/** The first beat that is a 1, and the grid it is in. */
function firstOne({ grid }: { grid: SongDetail["grid"] }) {
  if (!grid) throw new Error("the song has no counts");
  return { beat: grid.count1_beats[0] ?? -1, grid };
}

test("bring a song, put its 1 right, dance it again on the new counts", async ({ page }, { project }) => {
  test.slow();
  const trouble = listenForTrouble(page);
  const title = `Made for this test ${project.name} ${Date.now()}`;
  await signIn(page);

  await test.step("what is no song is refused in plain words", async () => {
    const paper = { name: "notes.mp3", mimeType: "audio/mpeg", buffer: Buffer.from("not a song at all") };
    await page.getByLabel("Bring your own song").setInputFiles(paper);
    await expect(page.getByRole("alert")).toContainText("This file is no sound we can read");
    await page.getByRole("alert").getByRole("button", { name: "Close" }).click();
  });

  await page.getByLabel("Bring your own song").setInputFiles(madeSong(`${title}.wav`));
  await expect(page.getByText(`${title}.wav is ready to dance to.`)).toBeVisible({ timeout: 90_000 });
  await expect(page).toHaveURL(/song=[0-9a-f-]{36}/); // It is chosen.
  const songId = new URL(page.url()).searchParams.get("song") ?? "";

  const before = await danced(page);
  const oldOnes = before.result?.blueprint.grid.count1_beats ?? [];

  await test.step("the counts are corrected by ear", async () => {
    const opened = page.waitForResponse((each) => each.url().endsWith(`/songs/${songId}/`) && each.ok());
    await page.goto(`/songs/${songId}`);
    const found = firstOne((await (await opened).json()) as SongDetail);
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    await expectSoundPage(page);
    const target = found.grid.beat_times_s[found.beat + 2] ?? 0; // What was a 3 is the 1.
    await page.getByRole("slider", { name: "Position in the song" }).fill(target.toFixed(2));
    const corrected = await answerTo<SongDetail>(page, /corrections\/$/, "POST", () =>
      page.getByRole("button", { name: "This is the 1" }).click(),
    );
    expect(corrected.grid?.count1_beats).toContain(found.beat + 2);
    expect(corrected.grid?.count1_beats).not.toContain(found.beat);
    await expect(page.getByText("The 1 was set by ear.")).toBeVisible();

    const later = await answerTo<SongDetail>(page, /corrections\/$/, "POST", () =>
      page.getByRole("button", { name: "One beat later" }).click(),
    );
    expect(later.grid?.count1_beats).toContain(found.beat + 3);
    const undone = await answerTo<SongDetail>(page, /undo\/$/, "POST", () =>
      page.getByRole("button", { name: "Undo" }).click(),
    );
    expect(undone.grid?.count1_beats).toEqual(corrected.grid?.count1_beats);
  });

  await page.getByRole("link", { name: "Dance to it" }).click();
  await expect(page).toHaveURL(new RegExp(`/dance\\?song=${songId}`));
  const after = await danced(page);
  const newOnes = after.result?.blueprint.grid.count1_beats ?? [];
  const shift = (newOnes[1] ?? 0) - (oldOnes[1] ?? 0);
  expect(((shift % 8) + 8) % 8).toBe(2);

  await test.step("its owner deletes it with its dances", async () => {
    await page.goto(`/songs/${songId}`);
    await page.getByRole("button", { name: "Delete" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
    await expect(page).toHaveURL(/\/dance$/);
    await page.goto(`/songs/${songId}`);
    await expect(page.getByRole("heading", { name: "This song is not here" })).toBeVisible();
  });
  expect(trouble).toEqual([]);
});

test("find a move in the library, see it danced, and go on to one like it", async ({ page }) => {
  const trouble = listenForTrouble(page);
  await signIn(page);
  await page.goto("/library");
  const list = page.getByRole("list", { name: "The moves" });
  await expect(list.getByRole("listitem").first()).toBeVisible();
  await expectSoundPage(page);

  await page.getByRole("button", { name: "Filters" }).click();
  await page.getByLabel("Difficulty").selectOption("beginner");
  await page.getByLabel("Kind", { exact: true }).selectOption("basic");
  await expect(page).toHaveURL(/difficulty=beginner/);
  await expect(page.getByRole("status").filter({ hasText: /^\d+ moves?$/ })).toBeVisible();
  for (const labels of await list.getByRole("listitem").allInnerTexts()) expect(labels).toContain("Beginner");

  await test.step("one card dances at a time", async () => {
    await list
      .getByRole("button", { name: /^Show / })
      .nth(0)
      .click();
    await expect(list.locator("video")).toHaveCount(1);
    await expect
      .poll(() => list.locator("video").evaluate((clip: HTMLVideoElement) => clip.currentTime))
      .toBeGreaterThan(0);
    await list
      .getByRole("button", { name: /^Show / })
      .nth(0)
      .click(); // The next one: the first shows "Stop".
    await expect(list.locator("video")).toHaveCount(1);
  });

  await list.getByRole("link").first().click();
  await expect(page).toHaveURL(/\/library\/[0-9a-f-]{36}$/);
  const name = await page.getByRole("heading", { level: 1 }).innerText();
  await expect(page.getByRole("region", { name: "About this move" })).toContainText("Lead");
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await expect
    .poll(() =>
      page
        .locator("video")
        .first()
        .evaluate((clip: HTMLVideoElement) => clip.currentTime),
    )
    .toBeGreaterThan(0.3);
  await page.getByRole("button", { name: "Pause" }).click();
  await expectSoundPage(page);

  const alike = page.getByRole("list", { name: "Moves like this one" });
  await expect(alike.getByRole("listitem").first()).toBeVisible();
  await alike.getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(name);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await page.goto("/library/00000000-0000-4000-8000-000000000000");
  await expect(page.getByRole("heading", { name: "This move is not here" })).toBeVisible();
  expect(trouble).toEqual([]);
});

import { expect, test, type Page } from "@playwright/test";
import { expectSoundPage, listenForTrouble, signIn } from "./support";

const box = (page: Page) => page.getByRole("textbox", { name: /Your words|Tu mensaje/ });
const newest = (page: Page) =>
  page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ has: page.getByText(/^(Choreographer|Coreógrafo)$/) })
    .last();

async function say(page: Page, words: string): Promise<void> {
  await box(page).fill(words);
  await box(page).press("Enter");
  await expect(newest(page)).toContainText(words);
  await expect(box(page)).toHaveValue("");
}

/** Wait until the newest sentence has its video. */
async function danced(page: Page): Promise<void> {
  await expect(newest(page).getByRole("progressbar")).toHaveCount(0, { timeout: 60_000 });
  await expect(newest(page).locator("video")).toBeVisible({ timeout: 60_000 });
}

/** The names of the moves of a dance, in order, as its own page lists them. */
async function movesOf(page: Page, path: string): Promise<string[]> {
  await page.goto(path);
  const moves = page.getByRole("button", { name: /, (?:at|en el) \d+:\d\d$/ });
  await expect(moves.first()).toBeVisible();
  const names = await moves.evaluateAll((all) =>
    all.map((each) => each.getAttribute("aria-label") ?? each.textContent),
  );
  return names;
}

const danceOf = async (page: Page): Promise<string> =>
  (await newest(page)
    .getByRole("link", { name: /Practise it|A practicar/ })
    .getAttribute("href")) ?? "";

async function forget(page: Page, open: RegExp, sure: string): Promise<void> {
  await page.goto("/chat");
  await page.getByRole("button", { name: open }).first().click();
  await page.getByRole("button", { name: sure }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

test("describe a dance, change it, see what changed, take it back", async ({ page }) => {
  test.slow(); // Three videos are made.
  const trouble = listenForTrouble(page);
  await signIn(page);
  await page.getByRole("link", { name: "Chat", exact: true }).click();
  await expect(page.getByRole("heading", { name: "What shall we dance?" })).toBeVisible();
  await expectSoundPage(page);

  await page
    .getByRole("button", { name: "Slow and romantic, we just started, no head rolls", exact: true })
    .click();
  await expect(page).toHaveURL(/\/chat\/[0-9a-f-]{36}$/);
  const conversation = page.url();
  await page.reload(); // In the middle of it: nothing is lost.
  await danced(page);
  await expect(newest(page)).toContainText(/romantic beginner dance with low energy/i);
  await newest(page)
    .getByText(/^How: \d+ steps/)
    .click();
  await expect(newest(page).getByText("What I understood")).toBeVisible();
  await expectSoundPage(page);
  const first = await danceOf(page);
  const before = await movesOf(page, first);
  expect(before.length).toBeGreaterThan(3);

  await page.goto(conversation);
  await say(page, "start with a lady's turn");
  await danced(page);
  await expect(newest(page).getByRole("heading", { name: "What changed" })).toBeVisible();
  await expect(newest(page).getByText(/^Move 1 · 0:\d\d$/)).toBeVisible();
  const second = await danceOf(page);
  expect(second).not.toBe(first);
  const after = await movesOf(page, second);
  expect(after).not.toEqual(before);

  await page.goto(conversation);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(newest(page)).toContainText("Undone");
  await danced(page);
  expect(await movesOf(page, await danceOf(page))).toEqual(before);

  await forget(page, /^Delete “Slow and romantic/, "Delete it");
  await page.goto(conversation);
  await expect(page.getByRole("heading", { name: "This conversation is not here" })).toBeVisible();
  expect(trouble).toEqual([]);
});

test("se habla español: una pregunta con respuestas, y el baile", async ({ page }) => {
  test.slow();
  const trouble = listenForTrouble(page);
  await signIn(page);
  await page.evaluate(() => localStorage.setItem("bb.language", '"es"'));
  await page.goto("/chat");
  await expect(page.getByRole("heading", { name: "¿Qué bailamos?" })).toBeVisible();
  await say(page, "una romántica para principiantes con la canción Polvo de Estrellas Fugaces");
  const answers = page.getByRole("list", { name: "Responder con" });
  await expect(answers).toBeVisible({ timeout: 60_000 });
  await expect(newest(page)).toContainText("Una pregunta para ti");
  const song = (await answers.getByRole("button").first().textContent()) ?? "";
  await answers.getByRole("button").first().click();
  await danced(page);
  await expect(newest(page)).toContainText(song);
  await expect(newest(page)).toContainText(/Un baile romántico de nivel principiante/);
  await expectSoundPage(page);
  await forget(page, /^Borrar «una romántica/, "Borrarla");
  expect(trouble).toEqual([]);
});

test("a sentence can be stopped while it is thought about or danced", async ({ page }) => {
  await signIn(page);
  await page.goto("/chat");
  // Held up here: a quick machine has danced before anyone could press a button.
  let stopped = false;
  await page.route(/\/api\/choreography\/tasks\/[0-9a-f-]+\/$/, async (route) => {
    const answer = await route.fetch();
    const task = (await answer.json()) as Record<string, unknown>;
    if (!stopped)
      Object.assign(task, {
        status: "processing",
        stage: "searching",
        progress: 30,
        reply: "",
        result: null,
      });
    await route.fulfill({ response: answer, json: task });
  });
  await say(page, "sensual, intermediate, high energy");
  const cancelled = page.waitForRequest((request) => request.url().endsWith("/cancel/"));
  await page.getByRole("button", { name: "Stop" }).click();
  stopped = true;
  await cancelled;
  await expect(page.getByRole("button", { name: "Stop" })).toHaveCount(0, { timeout: 30_000 });
  await forget(page, /^Delete “sensual, intermediate/, "Delete it");
});

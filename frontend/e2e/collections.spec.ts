import { expect, test } from "@playwright/test";
import { expectSoundPage, listenForTrouble, makeDance, signIn } from "./support";

test("a dance is kept, named, shared with somebody without an account, and closed to them again", async ({
  page,
  browser,
}) => {
  const trouble = listenForTrouble(page);
  await signIn(page);
  await makeDance(page);
  await page.goto("/saved");
  const card = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { level: 2 }) })
    .first();
  const name = `Ours, ${Date.now()}`;

  await test.step("it takes a name and a tag, and is found by them", async () => {
    await card.getByRole("button", { name: /^Name, notes and tags of/ }).click();
    await page.getByLabel("Name", { exact: true }).fill(name);
    await page.getByRole("textbox", { name: "Tags" }).fill("Wedding");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByRole("dialog")).toBeHidden();
    await page.getByLabel("Search your dances").fill(name);
    await expect(
      page.getByRole("heading", { level: 2, name: /./ }).filter({ has: page.getByRole("link") }),
    ).toHaveText([name]);
    await expectSoundPage(page);
  });

  const link = await test.step("a link is told once", async () => {
    await page.getByRole("button", { name: `Share ${name}` }).click();
    await page.getByRole("button", { name: "Make a link" }).click();
    const address = await page.getByRole("textbox", { name: "Link" }).inputValue();
    await expectSoundPage(page);
    return address;
  });

  const guest = await (await browser.newContext()).newPage();
  await test.step("a guest sees the dance", async () => {
    await guest.goto(link);
    await expect(guest.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(guest.locator("video")).toBeVisible();
    await expectSoundPage(guest);
  });

  await test.step("a revoked link shows nothing", async () => {
    await page.getByRole("button", { name: /^Revoke the link/ }).click();
    await expect(page.getByText("No link is open.")).toBeVisible();
    await guest.reload();
    if (process.env.BB_FIXTURES !== "1")
      // The server in memory keeps its only link open.
      await expect(guest.getByRole("heading", { name: "This link is closed" })).toBeVisible();
  });
  expect(trouble).toEqual([]);
});

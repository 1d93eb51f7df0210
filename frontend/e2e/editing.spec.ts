import { expect, test, type Page } from "@playwright/test";
import { expectSoundPage, HAS_FIXTURES, listenForTrouble, makeDance, signIn } from "./support";

const names = (page: Page) => page.getByRole("button", { name: /, at \d+:\d\d$/ });

test("a move is swapped in place, locked, and the change taken back", async ({ page }) => {
  test.skip(HAS_FIXTURES, "plans are changed by the real choreographer");
  const trouble = listenForTrouble(page);
  await signIn(page);
  await makeDance(page);
  const before = await names(page).allTextContents();
  const first = page.url();
  const spoken = await names(page).evaluateAll((cards) => cards.map((card) => card.ariaLabel ?? ""));
  expect(spoken.length).toBe(before.length);

  await test.step("another move comes, the rest stays", async () => {
    await page
      .getByRole("button", { name: /^Change / })
      .nth(2)
      .click();
    const offers = page.getByRole("dialog").getByRole("listitem").getByRole("button");
    await expect(offers.first()).toBeVisible();
    await expectSoundPage(page);
    await offers.first().click();
    await expect(page).not.toHaveURL(first, { timeout: 60_000 });
    await expect(page.locator("video")).toBeVisible();
    const after = await names(page).evaluateAll((cards) => cards.map((card) => card.ariaLabel ?? ""));
    expect(after.filter((name, index) => name !== spoken[index])).toHaveLength(1);
    expect(after[2]).not.toBe(spoken[2]);
  });

  await test.step("a locked move can only be unlocked", async () => {
    await page
      .getByRole("button", { name: /^Change / })
      .nth(0)
      .click();
    await page.getByRole("dialog").getByRole("button", { name: "Lock" }).click();
    await expect(page.getByText("Locked", { exact: true })).toBeVisible();
    await page
      .getByRole("button", { name: /^Change / })
      .nth(0)
      .click();
    await expect(page.getByRole("dialog").getByRole("button", { name: "Unlock" })).toBeVisible();
    await expect(page.getByRole("dialog").getByRole("button", { name: "Harder" })).toBeHidden();
    await page.keyboard.press("Escape");
  });

  await test.step("undo brings the first plan back", async () => {
    const undo = page.getByRole("button", { name: "Undo" });
    await undo.click();
    await expect(page.getByText("Locked", { exact: true })).toBeHidden();
    await expect(undo).toBeEnabled();
    await undo.click();
    await expect(page).toHaveURL(first, { timeout: 60_000 });
    await expect
      .poll(() => names(page).evaluateAll((cards) => cards.map((card) => card.ariaLabel ?? "")))
      .toEqual(spoken);
  });
  expect(trouble).toEqual([]);
});

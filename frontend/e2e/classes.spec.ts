import { expect, test } from "@playwright/test";
import { expectSoundPage, HAS_FIXTURES, listenForTrouble, makeDance, signInAs, TEACHER } from "./support";

test("a class is planned, put in order, printed, and sent to students", async ({ page, browser }, info) => {
  test.skip(HAS_FIXTURES, "the page to print is the server's own");
  const trouble = listenForTrouble(page);
  await signInAs(page, TEACHER);
  await makeDance(page);

  await test.step("an exercise and a dance become a class", async () => {
    await page.goto("/classes");
    await page.getByRole("button", { name: "Plan a class" }).first().click();
    await expect(page).toHaveURL(/\/classes\/[0-9a-f-]{36}$/);
    await page.getByRole("main").getByText("Dance", { exact: true }).last().click();
    await page.getByRole("button", { name: "Add", exact: true }).click();
    const parts = page.getByRole("button", { name: /drag, or press the up and down arrows/ });
    await expect(parts).toHaveCount(1);
    await page.getByRole("main").getByText("Exercise", { exact: true }).last().click();
    await page.getByLabel("Exercise", { exact: true }).last().fill("Walks on 1 2 3 tap");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await expect(parts).toHaveCount(2);
    await page.getByRole("button", { name: "Move Walks on 1 2 3 tap up" }).click();
    await expect(parts.first()).toHaveAccessibleName(/^Walks on 1 2 3 tap/);
    await expectSoundPage(page);
  });

  await test.step("it comes out on paper", async () => {
    const print = await page.getByRole("link", { name: "Print" }).getAttribute("href");
    const paper = await (await browser.newContext()).newPage();
    const answer = await paper.goto(print ?? "");
    expect(answer?.status()).toBe(200);
    await expect(paper.getByText("Walks on 1 2 3 tap").first()).toBeVisible();
    await paper.screenshot({ path: `test-results/classes/print-${info.project.name}.png`, fullPage: true });
    const address = await page.getByRole("link", { name: "PDF" }).getAttribute("href");
    const pdf = await page.request.get(address ?? "");
    expect([pdf.status(), pdf.headers()["content-type"]]).toEqual([200, "application/pdf"]);
  });

  await test.step("a student opens it by its link, without an account", async () => {
    await page.getByRole("button", { name: "Send to students" }).click();
    await page.getByRole("button", { name: "Make a link" }).click();
    const link = await page.getByRole("textbox", { name: "Link" }).inputValue();
    const student = await (await browser.newContext()).newPage();
    await student.goto(link);
    await expect(student.getByText("Walks on 1 2 3 tap").first()).toBeVisible();
    await expectSoundPage(student);
  });
  expect(trouble).toEqual([]);
});

import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

export const LOGIN = {
  email: process.env.BB_DEMO_EMAIL ?? "",
  password: process.env.BB_DEMO_PASSWORD ?? "",
};

/** The demo's instructor. */
export const TEACHER = { email: process.env.BB_DEMO_TEACHER ?? "", password: LOGIN.password };

/** Whether the fixture server answers, which holds a dance in every state. */
export const HAS_FIXTURES = process.env.BB_FIXTURES === "1";

export const signIn = (page: Page): Promise<void> => signInAs(page, LOGIN);

export async function signInAs(page: Page, { email, password }: typeof LOGIN): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/dance$/);
}

/** Choose the first song, order a dance and wait until its video is there. */
export async function makeDance(page: Page): Promise<void> {
  await page.goto("/dance");
  await page
    .getByRole("list", { name: "Choose a song" })
    .getByRole("listitem")
    .first()
    .locator("label")
    .click();
  await page.getByRole("button", { name: "Make the dance" }).click();
  await expect(page).toHaveURL(/\/dance\/[0-9a-f-]{36}$/);
  await expect(page.locator("video")).toBeVisible({ timeout: 60_000 });
}

/** No violation of WCAG 2.2 A or AA that axe can see, and nothing wider than the screen. */
export async function expectSoundPage(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  const spill = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(spill, "pixels wider than the screen").toBeLessThanOrEqual(0);
}

/** What the browser complained of: broken policies, failed scripts. A refused request (4xx) is not one of them. */
export function listenForTrouble(page: Page): string[] {
  const trouble: string[] = [];
  page.on("pageerror", (error) => trouble.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      trouble.push(message.text());
  });
  return trouble;
}

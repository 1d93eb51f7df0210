import { expect, test } from "@playwright/test";
import { expectSoundPage, HAS_FIXTURES, listenForTrouble, makeDance, signIn } from "./support";

/** Every page, in both themes, on a phone and at a desk: sound for axe, within the screen, no complaint of the browser. */
const OPEN = {
  "sign-in": "/sign-in",
  "sign-up": "/sign-up",
  "forgot-password": "/forgot-password",
  "spent-link": "/new-password",
  "new-password": "/new-password#05e50000-0000-4000-8000-000000000001/d2abcd-0123456789",
  "closed-share": "/share/no-such-link",
  "closed-class": "/class/no-such-link",
};
const INSIDE = {
  songs: "/dance",
  chat: "/chat",
  saved: "/saved",
  classes: "/classes",
  profile: "/profile",
  "not-found": "/no/such/page",
};
const STANDING = {
  "worker-offline": "/dance/7a5c0000-0000-4000-8000-000000000001",
  progress: "/dance/7a5c0000-0000-4000-8000-000000000002",
  failed: "/dance/7a5c0000-0000-4000-8000-000000000003",
  cancelled: "/dance/7a5c0000-0000-4000-8000-000000000004",
};

for (const theme of ["dark", "light"] as const)
  test(`every page is sound in the ${theme} theme`, async ({ page }, { project }) => {
    test.slow(); // Some twenty pages, each looked through by axe.
    const trouble = listenForTrouble(page);
    await page.emulateMedia({ colorScheme: theme });
    const look = async (name: string, fullPage = true) => {
      await expect(page.getByText("One moment…")).toHaveCount(0);
      await page.waitForFunction(() =>
        // Pictures far below come when one gets there.
        Array.from(document.images).every(({ complete, loading }) => complete || loading === "lazy"),
      );
      await expectSoundPage(page);
      await page.screenshot({ path: `test-results/pages/${name}-${project.name}-${theme}.png`, fullPage });
    };
    for (const [name, path] of Object.entries(OPEN)) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await look(name);
    }
    await signIn(page);
    for (const [name, path] of Object.entries({ ...INSIDE, ...(HAS_FIXTURES && STANDING) })) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await look(name);
    }
    await makeDance(page);
    await page
      .getByRole("button", { name: /, at 0:/ })
      .nth(2)
      .click();
    await page.getByRole("button", { name: "Loop this move" }).click();
    await look("dance");
    await look("dance-top", false);
    expect(trouble).toEqual([]);
  });

test("what has the focus is never under a bar", async ({ page }, { project }) => {
  test.skip(project.name !== "phone", "at a desk the places stand beside the page");
  await signIn(page);
  for (const path of ["/dance", "/profile"]) {
    await page.goto(path);
    await expect(page.getByRole("status").filter({ hasText: "One moment…" })).toHaveCount(0);
    await page.waitForLoadState("networkidle");
    for (let step = 0; step < 30; step += 1) {
      await page.keyboard.press("Tab");
      const hidden = await page.evaluate(() => {
        const focused = document.activeElement;
        if (!focused?.closest("main")) return null; // The bars themselves.
        const seen = focused.closest("label") ?? focused;
        const { x, y, width, height } = seen.getBoundingClientRect();
        const top = document.elementFromPoint(x + width / 2, y + Math.min(height, 44) / 2);
        return top && (seen.contains(top) || top.contains(seen)) ? null : seen.outerHTML;
      });
      expect(hidden, `hidden on ${path}`).toBeNull();
    }
  }
});

test("nothing is wider than a narrow screen, in Spanish too, whose words are long", async ({ page }) => {
  await signIn(page);
  await page.evaluate(() => localStorage.setItem("bb.language", '"es"'));
  await page.setViewportSize({ width: 320, height: 640 }); // Also a desk at 400 %.
  for (const path of ["/dance", "/chat", "/library", "/saved", "/profile"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: "Un momento…" })).toHaveCount(0);
    const spill = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(spill, `pixels wider than the screen on ${path}`).toBeLessThanOrEqual(0);
  }
});

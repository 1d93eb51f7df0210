import { defineConfig } from "@playwright/test";

/** The tests start nothing: a server runs at BB_BASE_URL, with the login BB_DEMO_EMAIL and BB_DEMO_PASSWORD. */
export default defineConfig({
  testDir: "./e2e",
  outputDir: "./test-results",
  forbidOnly: process.env.CI !== undefined,
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    baseURL: process.env.BB_BASE_URL ?? "http://127.0.0.1:8000",
    locale: "en-GB",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.BB_CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--autoplay-policy=no-user-gesture-required",
      ],
    },
  },
  projects: [
    { name: "desk", use: { viewport: { width: 1280, height: 800 } } },
    { name: "phone", use: { viewport: { width: 390, height: 844 }, hasTouch: true } },
  ],
});

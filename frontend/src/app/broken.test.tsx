// @vitest-environment jsdom
import { render, screen } from "@testing-library/react";
import { createMemoryRouter, RouterProvider } from "react-router";
import { expect, it, vi } from "vitest";
import { BrokenPage } from "./pages/BrokenPage";

/** Go to a page whose file does not come, or which breaks. */
function meet(error: Error): void {
  const broken = { path: "/", errorElement: <BrokenPage />, lazy: () => Promise.reject(error) };
  vi.spyOn(console, "error").mockReturnValue();
  render(<RouterProvider router={createMemoryRouter([broken])} />);
}

const FILE_MISSING = new TypeError(
  "Failed to fetch dynamically imported module: http://x/static/assets/ChatPage.js",
);

it("takes the blame for a page that broke", async () => {
  meet(new TypeError("counts is undefined"));
  expect(await screen.findByRole("heading", { name: "We missed a step" })).toBeVisible();
});

it("takes the blame for it without a network, too", async () => {
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  meet(new TypeError("counts is undefined"));
  expect(await screen.findByRole("heading", { name: "We missed a step" })).toBeVisible();
});

it("takes the blame where a new version took the file of a page away", async () => {
  meet(FILE_MISSING);
  expect(await screen.findByRole("heading", { name: "We missed a step" })).toBeVisible();
});

it("leads to the kept dances where a page could not come for want of a network", async () => {
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  meet(FILE_MISSING);
  expect(await screen.findByRole("heading", { name: "We cannot reach the server" })).toBeVisible();
  expect(screen.getByRole("link", { name: "Dances on this device" })).toHaveAttribute("href", "/kept");
  expect(document.title).toContain("We cannot reach the server");
});

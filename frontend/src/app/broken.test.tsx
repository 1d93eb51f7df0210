// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { show } from "@test/render";
import { BrokenPage } from "./pages/BrokenPage";

it("takes the blame for a page that broke", () => {
  show(<BrokenPage />);
  expect(screen.getByRole("heading", { name: "We missed a step" })).toBeVisible();
});

it("leads to the kept dances where a page could not come for want of a network", () => {
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  show(<BrokenPage />);
  expect(screen.getByRole("heading", { name: "We cannot reach the server" })).toBeVisible();
  expect(screen.getByRole("link", { name: "Dances on this device" })).toHaveAttribute("href", "/kept");
});

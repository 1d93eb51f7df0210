import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";

configure({ asyncUtilTimeout: 5000 }); // A busy machine is slower than the second of the library.

afterEach(() => {
  if (typeof document === "undefined") return; // Pure functions are tested without a page.
  cleanup();
  localStorage.clear();
});

// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it } from "vitest";
import { show } from "@test/render";
import { language } from "@/shared/i18n";
import { ShortcutSheet } from "./ShortcutSheet";

// jsdom has no modal dialogs.
beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
});
afterEach(() => language.set("en"));

it("names the keys as they are called on a Spanish keyboard", () => {
  language.set("es");
  show(<ShortcutSheet onClose={() => undefined} />);
  expect(screen.getByText("Espacio")).toBeInTheDocument();
  expect(screen.getByText("Mayús ←")).toBeInTheDocument();
  expect(screen.queryByText(/Space|Shift/)).not.toBeInTheDocument();
});

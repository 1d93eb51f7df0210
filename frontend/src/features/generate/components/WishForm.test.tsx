// @vitest-environment jsdom
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { language } from "@/shared/i18n";
import { WishForm } from "./WishForm";

const WISHES = { difficulty: "beginner", energy: "medium", style: "romantic", role: "both" } as const;

it("takes a dance for one of the two", async () => {
  const onChange = vi.fn();
  render(<WishForm wishes={WISHES} onChange={onChange} />);

  const group = screen.getByRole("group", { name: "More moves for" });
  expect(group).toContainElement(screen.getByRole("radio", { name: "Both", checked: true }));
  await userEvent.click(screen.getByRole("radio", { name: "The follow" }));

  expect(onChange).toHaveBeenCalledExactlyOnceWith({ role: "follow" });
});

it("asks in Spanish as well", () => {
  language.set("es");
  render(<WishForm wishes={{ ...WISHES, role: "lead" }} onChange={() => undefined} />);
  expect(screen.getByRole("radio", { name: "Quien guía", checked: true })).toBeVisible();
  language.set("en");
});

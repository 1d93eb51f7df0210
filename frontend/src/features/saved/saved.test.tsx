// @vitest-environment jsdom
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { createFixtureApi } from "@test/fixture-api";
import { enter, serve, show } from "@test/render";
import { SavedList } from "./index";

// jsdom has no dialogs: it neither shows nor closes them.
beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
});

it("lists one's dances, newest first, with what became of them", async () => {
  serve(createFixtureApi({ standing: true }));
  await enter();
  show(<SavedList />);
  const cards = await screen.findAllByRole("listitem");
  expect(cards.map((card) => within(card).getByRole("link").textContent)).toEqual([
    "Dime que sí",
    "Café sin azúcar",
    "La última guagua",
    "Carta a Puerto Plata",
    "Noche en el Malecón",
  ]);
  expect(cards[1]).toHaveTextContent("On its way");
  expect(cards[2]).toHaveTextContent("Did not work out");
});

it("deletes a dance after one question", async () => {
  serve(createFixtureApi({ standing: true }));
  await enter();
  show(<SavedList />);
  await userEvent.click(await screen.findByRole("button", { name: "Delete La última guagua" }));
  expect(screen.getByText(/will be gone for good/)).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Delete" }));
  await vi.waitFor(() => expect(screen.getAllByRole("listitem")).toHaveLength(4));
  expect(screen.queryByText("La última guagua")).not.toBeInTheDocument();
});

it("teaches in an empty place", async () => {
  serve(createFixtureApi());
  await enter();
  show(<SavedList />);
  expect(await screen.findByRole("heading", { name: "No dances yet" })).toBeVisible();
  expect(screen.getByRole("link", { name: "Choose a song" })).toHaveAttribute("href", "/dance");
});

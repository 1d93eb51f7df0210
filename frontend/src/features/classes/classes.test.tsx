// @vitest-environment jsdom
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { createFixtureApi, FIXTURE_TEACHER } from "@test/fixture-api";
import { FIXTURE_CLASS } from "@test/fixture-classes";
import { enter, serve, show } from "@test/render";
import { ClassHandout, PlanEditor, PlanList, TellPractice, useAssignedPlan, usePlan } from "./index";

const PLAN_ID = "c1a50000-0000-4000-8000-000000000001";

// jsdom has no dialogs: it neither shows nor closes them.
beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
});

async function visit(part: React.ReactNode, { standing = true } = {}) {
  const api = serve(createFixtureApi({ standing }));
  await enter(FIXTURE_TEACHER);
  show(part);
  return api;
}

function Editor() {
  const { data: plan } = usePlan(PLAN_ID);
  return plan ? <PlanEditor plan={plan} /> : null;
}

function Opened() {
  const { data: plan } = useAssignedPlan(FIXTURE_CLASS);
  return plan ? <ClassHandout plan={plan} addressOf={(id) => `/class/x/${id}`} /> : null;
}

const parts = () =>
  within(screen.getAllByRole("list").find((list) => list.tagName === "OL") ?? document.body)
    .getAllByRole("heading", { level: 3 })
    .map((heading) => heading.textContent);

it("lists plans with how full they are, and finds them by words", async () => {
  await visit(<PlanList />);
  expect(await screen.findByRole("link", { name: "Tuesday: turns and waves" })).toHaveAttribute(
    "href",
    `/classes/${PLAN_ID}`,
  );
  expect(screen.getByText("4 parts · 40 of 60 min")).toBeVisible();
  await userEvent.type(screen.getByLabelText("Search class plans"), "salsa");
  expect(await screen.findByText("No class plan has these words.")).toBeVisible();
});

it("teaches in an empty place", async () => {
  await visit(<PlanList />, { standing: false });
  expect(await screen.findByRole("heading", { name: "No class yet" })).toBeVisible();
  expect(screen.getByRole("button", { name: "Plan a class" })).toBeEnabled();
});

it("moves parts by buttons and by arrow keys, and says where they went", async () => {
  const api = await visit(<Editor />);
  await userEvent.click(await screen.findByRole("button", { name: "Move Dime que sí up" }));
  expect(parts()).toEqual(["Basic, side and forward", "Dime que sí", "Noche en el Malecón", "Social dance"]);
  expect(screen.getByText("Dime que sí is now part 2 of 4.")).toBeInTheDocument();

  screen.getByRole("button", { name: /^Basic, side and forward: drag/ }).focus();
  await userEvent.keyboard("{ArrowDown}");
  await vi.waitFor(() => expect(parts()[1]).toBe("Basic, side and forward"));
  await vi.waitFor(() => expect(api.asked.filter((door) => door.startsWith("PUT"))).toHaveLength(2));
  expect(screen.getByRole("button", { name: "Move Social dance down" })).toBeDisabled();
});

it("adds phrases of a dance, and says what is wrong with them", async () => {
  await visit(<Editor />);
  await userEvent.click(await screen.findByLabelText("Phrases"));
  await userEvent.selectOptions(
    await screen.findByLabelText("Dance", { selector: "select" }),
    "Café sin azúcar",
  );
  const last = screen.getByLabelText("to phrase");
  await userEvent.clear(last);
  await userEvent.type(last, "17");
  await userEvent.click(screen.getByRole("button", { name: "Add" }));
  expect(await screen.findByText("The song has 16 phrases: phrase 17 is beyond.")).toBeVisible();
  await userEvent.clear(last);
  await userEvent.type(last, "3");
  await userEvent.click(screen.getByRole("button", { name: "Add" }));
  await vi.waitFor(() => expect(parts().at(-1)).toBe("Café sin azúcar"));
  expect(screen.getByText("Phrases 1 to 3")).toBeVisible();
});

it("keeps minutes when their box is left, and adds them up", async () => {
  await visit(<Editor />);
  expect(await screen.findByText("40 of 60 minutes")).toBeVisible();
  const box = screen.getByLabelText("Minutes of Social dance");
  await userEvent.clear(box);
  await userEvent.type(box, "30");
  await userEvent.tab();
  expect(await screen.findByText("70 of 60 minutes")).toBeVisible();
  expect(screen.getByText(/10 minutes too long/)).toBeVisible();
  expect(screen.queryByText("Social dance: its minutes")).not.toBeInTheDocument();
});

it("says what is missing until it is there", async () => {
  await visit(<Editor />);
  expect(await screen.findByText("A cool-down")).toBeVisible();
  await userEvent.click(screen.getByText("About the class"));
  await userEvent.type(screen.getByLabelText("Cool-down"), "Slow basic");
  await userEvent.tab();
  await vi.waitFor(() => expect(screen.queryByText("A cool-down")).not.toBeInTheDocument());
});

it("leads to print and PDF in one's own language", async () => {
  await visit(<Editor />);
  expect(await screen.findByRole("link", { name: "Print" })).toHaveAttribute(
    "href",
    `/api/class-plans/print/${PLAN_ID}/?language=en`,
  );
  expect(screen.getByRole("link", { name: "PDF" })).toHaveAttribute("target", "_blank");
});

it("sends a class by a link that is shown once, and closes it", async () => {
  await visit(<Editor />);
  await userEvent.click(await screen.findByRole("button", { name: "Send to students" }));
  await userEvent.type(screen.getByLabelText("For whom?"), "Friday group");
  await userEvent.click(screen.getByRole("button", { name: "Make a link" }));
  expect(await screen.findByLabelText("Friday group")).toHaveValue(
    `${location.origin}/class/${FIXTURE_CLASS}`,
  );
  await userEvent.click(await screen.findByRole("button", { name: "Close the link “Friday group”" }));
  expect(await screen.findByText(/^closed/)).toBeVisible();
});

it("shows who practised", async () => {
  await visit(<Editor />);
  const table = await screen.findByRole("table");
  expect(
    within(table)
      .getAllByRole("row")
      .map((row) => row.textContent),
  ).toEqual([
    "StudentDayMinutesLink",
    expect.stringMatching(/^Luz.*25Tuesday group$/),
    expect.stringMatching(/^Marco.*30Tuesday group$/),
  ]);
});

it("shows students the class and its dances, without notes", async () => {
  await visit(<Opened />);
  expect(await screen.findByRole("heading", { name: "Tuesday: turns and waves" })).toBeVisible();
  expect(screen.getByRole("link", { name: "Watch Noche en el Malecón" })).toHaveAttribute(
    "href",
    "/class/x/17e30000-0000-4000-8000-000000000002",
  );
  expect(screen.getByText("Phrases 2 to 4")).toBeVisible();
  expect(screen.queryByText("First without music")).not.toBeInTheDocument();
});

it("lets a student tell minutes and take them back", async () => {
  await visit(<TellPractice token={FIXTURE_CLASS} />);
  const box = screen.getByLabelText("Minutes");
  await userEvent.clear(box);
  await userEvent.type(box, "35");
  await userEvent.click(screen.getByRole("button", { name: "Tell my instructor" }));
  expect(await screen.findByText(/You told 35 minutes/)).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Take it back" }));
  await vi.waitFor(() => expect(screen.queryByText(/You told/)).not.toBeInTheDocument());
});

// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { createFixtureApi, type FixtureApi } from "@test/fixture-api";
import { standingTasks } from "@test/fixture-tasks";
import { enter, serve, show } from "@test/render";
import { Downloads } from "./index";
import { megabytes } from "./lib/megabytes";

let api: FixtureApi;

beforeEach(async () => {
  // The page of the tests has no dialogs.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  api = serve(createFixtureApi());
  await enter();
});

const task = (status: string) => {
  const found = standingTasks().find((each) => each.status === status);
  if (!found) throw new Error(`no ${status} task`);
  return found;
};
const open = async (atS = 0) => {
  show(<Downloads task={task("completed")} atS={() => atS} />);
  await userEvent.click(screen.getByRole("button", { name: "Download" }));
};
const press = (name: string, index = 0) => {
  const button = screen.getAllByText(name, { selector: "button" })[index];
  if (!button) throw new Error(`no button ${name}`);
  return userEvent.click(button);
};

it("offers the video and its captions at once", async () => {
  await open();
  expect(screen.getByText("The video").closest("a")).toHaveAttribute("download", "Noche en el Malecón.mp4");
  expect(screen.getByText(/^Captions/).closest("a")).toHaveAttribute("href", "/media/captions.vtt");
});

it("offers nothing for a dance that has no video", () => {
  show(<Downloads task={task("failed")} atS={() => 0} />);
  expect(screen.queryByRole("button", { name: "Download" })).toBeNull();
});

it("has a small copy made, says how far it is, and hands it over with its size", async () => {
  await open();
  await press("Small copy to send");
  expect(await screen.findByText("Small copy to send: being made…")).toBeInTheDocument();
  await waitFor(() => expect(screen.getByRole("progressbar")).toHaveAttribute("value", "40"));
  const link = await waitFor(() => {
    const found = screen.getByText("8.4 MB").closest("a");
    expect(found).toHaveAttribute("href", "/media/dance.mp4?copy");
    return found;
  });
  expect(link).toHaveTextContent("Small copy to send");
  expect(screen.getByText("Small copy to send", { selector: "button" })).toBeDisabled();
});

it("offers the move and the phrase where the dance stands, at a chosen speed", async () => {
  await open(9);
  expect(screen.getByLabelText("One move")).toHaveDisplayValue(/^3\. /);
  expect(screen.getByLabelText("One phrase")).toHaveDisplayValue("Phrase 3 (0:08)");
  await userEvent.selectOptions(screen.getByLabelText("Speed of the move or phrase"), "50 %");
  await press("Make it", 1);
  expect(await screen.findByText("Only “Body wave together” at 50 %: being made…")).toBeInTheDocument();
});

it("removes a copy that nobody needs", async () => {
  await open();
  await press("Counts in the picture");
  const name = await screen.findByText(/^With counts and names in the picture/);
  const row = name.closest("li");
  await userEvent.click(within(row ?? document.body).getByRole("button"));
  await waitFor(() => expect(screen.queryByText(/^With counts and names in the picture/)).toBeNull());
  expect(api.asked.some((line) => line.startsWith("DELETE ") && line.includes("/renditions/"))).toBe(true);
});

it("writes sizes as people read them", () => {
  expect([8_400_000, 123_456_789, 20].map((bytes) => megabytes(bytes, "en"))).toEqual([
    "8.4 MB",
    "123 MB",
    "0.1 MB",
  ]);
  expect(megabytes(8_400_000, "es")).toBe("8,4 MB");
});

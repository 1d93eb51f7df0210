// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { createFixtureApi, type FixtureApi } from "@test/fixture-api";
import { STANDING } from "@test/fixture-data";
import { standingTasks } from "@test/fixture-tasks";
import { enter, serve, show } from "@test/render";
import { language } from "@/shared/i18n";
import type { Task } from "@/shared/api/types";
import { TaskProgress, TaskStopped, useTask } from "./index";

let server: FixtureApi;
beforeEach(async () => {
  server = serve(createFixtureApi({ standing: true }));
  await enter();
});

const taskOf = (id: string): Task => {
  const task = standingTasks().find(({ task_id }) => task_id === id);
  if (!task) throw new Error(`no standing task ${id}`);
  return task;
};

describe("a dance in the making", () => {
  it("says what happens, how far it is and what comes next", () => {
    show(<TaskProgress task={taskOf(STANDING.halfway.id)} lost={false} />);
    expect(screen.getByRole("status")).toHaveTextContent("Putting them on the counts");
    expect(screen.getByText("Next: cutting the video")).toBeVisible();
    expect(screen.getByRole("progressbar")).toHaveAttribute("aria-valuenow", "47");
    expect(screen.getByRole("listitem", { current: "step" })).toHaveTextContent("Putting them on the counts");
  });

  it("says that nobody is dancing when the worker is not running", () => {
    show(<TaskProgress task={taskOf(STANDING.offline.id)} lost={false} />);
    expect(screen.getByText("Nobody is dancing right now")).toBeVisible();
  });

  it("says that the connection is lost, and that the dance is not", () => {
    show(<TaskProgress task={taskOf(STANDING.halfway.id)} lost />);
    expect(screen.getByText(/lost the connection/)).toBeVisible();
  });

  it("can be cancelled", async () => {
    const Followed = () => {
      const { data } = useTask(STANDING.halfway.id);
      return data ? data.status === "cancelled" ? "gone" : <TaskProgress task={data} lost={false} /> : null;
    };
    show(<Followed />);
    await userEvent.click(await screen.findByRole("button", { name: "Cancel this dance" }));
    expect(await screen.findByText("gone")).toBeVisible();
    expect(server.asked).toContain(`POST /api/choreography/tasks/${STANDING.halfway.id}/cancel/`);
  });
});

it("says why a dance failed and offers two ways on", () => {
  show(<TaskStopped task={taskOf(STANDING.failed.id)} starting={false} onStartAgain={() => undefined} />);
  expect(screen.getByRole("alert")).toHaveTextContent("We could not find a steady beat in this song.");
  expect(screen.getByRole("button", { name: "Start it again" })).toBeEnabled();
  expect(screen.getByRole("link", { name: "Choose a song" })).toHaveAttribute(
    "href",
    "/dance?song=5e0f0000-0000-4000-8000-000000000004&difficulty=beginner&energy=medium&style=romantic",
  );
});

describe("the way on that is pressed first", () => {
  const stopped = (code: string): void => {
    const error = { code, detail: "As the server says it." };
    show(
      <TaskStopped
        task={{ ...taskOf(STANDING.failed.id), error }}
        starting={false}
        onStartAgain={() => undefined}
      />,
    );
  };
  const link = () => screen.getByRole("link", { name: "Choose a song" });
  const button = () => screen.getByRole("button", { name: "Start it again" });

  it("is another song or wish where the same would fail again", () => {
    stopped("song_too_short");
    expect(link()).toHaveClass("primary");
    expect(button()).not.toHaveClass("primary");
  });

  it("is the same once more where the fault was ours", () => {
    stopped("worker_lost");
    expect(button()).toHaveClass("primary");
    expect(link()).not.toHaveClass("primary");
  });
});

it("says in Spanish why a dance failed", () => {
  language.set("es");
  show(<TaskStopped task={taskOf(STANDING.failed.id)} starting={false} onStartAgain={() => undefined} />);
  expect(screen.getByRole("alert")).toHaveTextContent("No oímos ningún pulso en esta canción.");
  language.set("en");
});

it.each([
  ["unknown_move", "Un paso del plan ya no está en la biblioteca como estaba: planea de nuevo esos pulsos."],
  ["no_stand_in", "«Básico» ya no está en la biblioteca como antes y ningún otro paso cabe ahí."],
])("tells in Spanish what the server says of %s: it knows more than the code", (code, detail) => {
  language.set("es");
  const failed = { ...taskOf(STANDING.failed.id), error: { code, detail } };
  show(<TaskStopped task={failed} starting={false} onStartAgain={() => undefined} />);
  expect(screen.getByRole("alert")).toHaveTextContent(detail);
  language.set("en");
});

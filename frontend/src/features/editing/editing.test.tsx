// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { makeBlueprint } from "@test/blueprint";
import { show } from "@test/render";
import type { Alternative, ChoreographyDetail } from "@/shared/api/types";
import { EditBar, MoveTools, useEdit } from "./index";

const blueprint = makeBlueprint({ tempoBpm: 120, firstBeatS: 0.5, moves: 6 });
const [, segment] = blueprint.segments;
if (!segment) throw new Error("the plan has a second move");

const choreography: ChoreographyDetail = {
  id: "c0000000-0000-4000-8000-000000000001",
  song: { id: "s", title: "Noche", artist: "", duration_s: 24 },
  current: {
    id: "b0000000-0000-4000-8000-000000000002",
    number: 2,
    parent_id: "b0000000-0000-4000-8000-000000000001",
    change: {
      kind: "swap",
      parameters: {},
      words: { en: "Move 2: a spin came.", es: "Paso 2: llegó un giro." },
    },
    created_at: "2026-11-20T09:00:00Z",
    choreography_id: "c0000000-0000-4000-8000-000000000001",
    locked: [],
    scores: [],
    wish: {},
    diff: null,
    blueprint,
  },
  versions: [],
  can_undo: true,
  can_redo: false,
  task: null,
  up_to_date: true,
  running: null,
  created_at: "2026-11-20T09:00:00Z",
  updated_at: "2026-11-20T09:00:00Z",
};

const offer: Alternative = {
  move_id: "10000000-0000-4000-8000-000000000009",
  name: "Spin to the right",
  category: "spin",
  difficulty: "intermediate",
  energy: "high",
  style: "playful",
  poster_url: "/media/spin.jpg",
  score: 1.2,
  speed: 1,
  level_change: 1,
  above_wish: true,
  danced_at: [4],
};

let sent: { path: string; body: unknown }[];

/** Answer questions for alternatives, and note what is sent. */
function serve(results: readonly Alternative[], status = 202) {
  sent = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    const { pathname } = new URL(request.url);
    if (request.method === "GET")
      return Response.json({
        blueprint_id: choreography.current?.id,
        segment: 1,
        count: results.length,
        results,
      });
    sent.push({ path: pathname, body: await request.json() });
    return status === 409
      ? Response.json(
          { code: "stale_blueprint", detail: "The plan was changed in between.", request_id: "r" },
          { status },
        )
      : Response.json(
          { task_id: "t", status: "queued", poll_url: "/", choreography_id: "c", blueprint_id: null },
          { status },
        );
  });
}

function Sheet({ locked = false }: { locked?: boolean }) {
  const edit = useEdit(choreography.id, choreography.current?.id ?? "");
  return (
    <>
      <EditBar
        choreography={choreography}
        busy={edit.isPending}
        error={edit.error}
        failure={null}
        onStep={edit.mutate}
      />
      {segment && (
        <MoveTools
          segment={segment}
          choreographyId={choreography.id}
          blueprintId={choreography.current?.id ?? ""}
          locked={locked}
          moves={6}
          busy={false}
          onWant={edit.mutate}
        />
      )}
    </>
  );
}

const scrollIntoView = vi.fn();

beforeEach(() => {
  HTMLElement.prototype.scrollIntoView = scrollIntoView;
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true;
  };
});

const openSheet = async () => {
  await userEvent.click(screen.getByRole("button", { name: `Change ${segment.name}` }));
};

describe("a move of the plan", () => {
  it("makes room for one that fits, asked for on the version that is seen", async () => {
    serve([offer]);
    show(<Sheet />);
    await openSheet();
    const choice = await screen.findByRole("button", { name: /Spin to the right/ });
    expect(choice).toHaveTextContent("Spin · Intermediate · above your level · danced already");
    await userEvent.click(choice);
    expect(sent).toEqual([
      {
        path: `/api/choreography/choreographies/${choreography.id}/edits/`,
        body: {
          kind: "swap",
          segment: 1,
          to: "move",
          move_id: offer.move_id,
          blueprint_id: choreography.current?.id,
        },
      },
    ]);
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  });

  it.each([
    ["Harder", { kind: "swap", segment: 1, to: "harder" }],
    ["Lock", { kind: "lock", segments: [1] }],
    ["Never this one", { kind: "ban", move_id: segment.move_id }],
    ["Dance it later", { kind: "reorder", segment: 1, to: 2 }],
    ["Plan anew from here", { kind: "replan_from", segment: 1, seed: null }],
  ])("can be told: %s", async (name, body) => {
    serve([]);
    show(<Sheet />);
    await openSheet();
    await userEvent.click(screen.getByRole("button", { name }));
    expect(sent[0]?.body).toMatchObject(body);
  });

  it("that is locked offers nothing but the key", async () => {
    serve([offer]);
    show(<Sheet locked />);
    await openSheet();
    expect(screen.getByText(/nothing changes it until you unlock it/)).toBeVisible();
    expect(screen.queryByRole("button", { name: "Harder" })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Unlock" }));
    expect(sent[0]?.body).toMatchObject({ kind: "unlock", segments: [1] });
  });

  it("says so where nothing else fits", async () => {
    serve([]);
    show(<Sheet />);
    await openSheet();
    expect(await screen.findByText("No other move of the library fits here.")).toBeVisible();
  });
});

describe("the plan as a whole", () => {
  it("tells the last change and takes it back", async () => {
    serve([]);
    show(<Sheet />);
    expect(screen.getByText("Move 2: a spin came.")).toBeVisible();
    expect(screen.getByRole("button", { name: "Redo" })).toBeDisabled();
    await userEvent.click(screen.getByRole("button", { name: "Undo" }));
    expect(sent[0]).toEqual({
      path: `/api/choreography/choreographies/${choreography.id}/undo/`,
      body: { blueprint_id: choreography.current?.id },
    });
  });

  it("says that somebody else was faster", async () => {
    serve([], 409);
    show(<Sheet />);
    await userEvent.click(screen.getByRole("button", { name: "Another plan" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("The dance was changed meanwhile.");
    expect(scrollIntoView).toHaveBeenCalledOnce(); // The move may be far down the page.
  });

  it("keeps its room while the plan is on its way", () => {
    show(<EditBar choreography={null} busy={false} error={null} failure={null} onStep={vi.fn()} />);
    for (const button of screen.getAllByRole("button")) expect(button).toBeDisabled();
  });
});

// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createFixtureApi } from "@test/fixture-api";
import { enter, serve } from "@test/render";
import { api, unwrap } from "./client";
import { ApiProblem } from "./problem";
import { accessToken, closeSession, refreshAccess, startSession } from "./session";

const me = () => unwrap(api.GET("/api/auth/me/"));
const refreshes = (asked: string[]) => asked.filter((door) => door === "POST /api/auth/refresh/").length;

beforeEach(() => closeSession());

describe("an access token that has run out", () => {
  it("is renewed once for all requests that met it, and each of them is sent again", async () => {
    const server = serve(createFixtureApi());
    await enter();
    server.expireAccess();

    const answers = await Promise.all([me(), me(), me()]);

    expect(answers.map(({ email }) => email)).toEqual(Array(3).fill("ana@example.org"));
    expect(refreshes(server.asked)).toBe(1);
  });

  it("ends the session where the cookie is refused, too", async () => {
    const server = serve(createFixtureApi());
    await enter();
    server.expireAccess();
    await refreshAccess();
    server.expireAccess();
    serve(createFixtureApi()); // Another server, which knows none of our cookies.

    await expect(me()).rejects.toMatchObject({ status: 401, code: "token_not_valid" });
    expect(accessToken()).toBeNull();
  });

  it("sends the body of a request again, too", async () => {
    const server = serve(createFixtureApi());
    await enter();
    server.expireAccess();
    const body = {
      song_id: "5e0f0000-0000-4000-8000-000000000001",
      difficulty: "beginner",
      energy: "low",
      style: "sensual",
    } as const;

    await expect(unwrap(api.POST("/api/choreography/generate/", { body }))).resolves.toMatchObject({
      status: "queued",
    });
  });
});

describe("a server that does not answer", () => {
  it("is told apart from one that refuses, and the session is kept", async () => {
    serve();
    await enter();
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));

    await expect(me()).rejects.toEqual(expect.objectContaining({ code: "unreachable", status: 0 }));
    await expect(startSession()).resolves.toBeUndefined();
    expect(accessToken()).not.toBeNull();
  });

  it("may be a proxy with a page of its own", async () => {
    vi.stubGlobal("fetch", () => Promise.resolve(new Response("<h1>Bad gateway</h1>", { status: 502 })));
    const problem = await me().catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(ApiProblem);
    expect(problem).toMatchObject({ code: "server_error", status: 502 });
  });
});

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { createMemoryRouter, RouterProvider } from "react-router";
import { vi } from "vitest";
import { openSession } from "../src/shared/api/session.ts";
import { createFixtureApi, FIXTURE_LOGIN, type FixtureApi } from "./fixture-api.ts";

/** Let `fetch` reach an API in memory, with a cookie jar as a browser has one. */
export function serve(api: FixtureApi = createFixtureApi()): FixtureApi {
  let jar = "";
  vi.stubGlobal("fetch", async (input: RequestInfo | URL, init?: RequestInit) => {
    const asked =
      input instanceof Request ? input : new Request(new URL(String(input), location.origin), init);
    const request = new Request(asked.url, {
      method: asked.method,
      headers: [...asked.headers, ["cookie", jar]],
      body: asked.body === null ? null : await asked.text(),
    });
    const answer = await api.handle(request);
    jar = answer.headers.get("set-cookie")?.split(";")[0] ?? jar;
    return answer;
  });
  return api;
}

/** Sign in behind the scenes. */
export async function enter(login = FIXTURE_LOGIN): Promise<void> {
  const answer = await fetch("/api/auth/login/", {
    method: "POST",
    body: JSON.stringify({ ...login, session: "cookie" }),
  });
  const { access } = (await answer.json()) as { access: string };
  openSession(access);
}

/** Show a part of the app on a page of its own. */
export function show(part: ReactNode, path = "/"): void {
  const cache = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const router = createMemoryRouter([{ path: "*", element: part }], { initialEntries: [path] });
  render(
    <QueryClientProvider client={cache}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
}

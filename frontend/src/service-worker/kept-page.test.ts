// @vitest-environment jsdom
import { expect, it, vi } from "vitest";
import { stubCaches } from "@test/fake-caches";

type Listener = (event: object) => void;

/** A service worker before a server whose answers are `site`, by path; what is not there cannot be reached. */
async function startWorker(site: Map<string, string>) {
  const listeners = new Map<string, Listener>();
  stubCaches();
  vi.stubGlobal("self", {
    addEventListener: (name: string, listener: Listener) => listeners.set(name, listener),
    location,
    skipWaiting: () => Promise.resolve(),
  });
  vi.stubGlobal("fetch", (asked: { url: string } | string) => {
    const text = site.get(new URL(typeof asked === "string" ? asked : asked.url, location.href).pathname);
    return text === undefined
      ? Promise.reject(new TypeError("no network"))
      : Promise.resolve(new Response(text));
  });
  await vi.importActual("./service-worker");

  /** Tell the worker of an event and return its answer once all it does for it is done. */
  const tell = async (name: string, event: object = {}): Promise<Response | undefined> => {
    const doing: Promise<unknown>[] = [];
    let answer: Promise<Response> | undefined;
    listeners.get(name)?.({
      ...event,
      waitUntil: (work: Promise<unknown>) => doing.push(work),
      respondWith: (response: Promise<Response>) => (answer = response),
    });
    const response = await answer;
    await Promise.all(doing);
    return response;
  };
  await tell("install");
  return async () => {
    const request = { method: "GET", mode: "navigate", url: new URL("/dance", location.href).href };
    return (await tell("fetch", { request }))?.text();
  };
}

it("keeps a new page only with its files, so that there is no blank page without a network", async () => {
  const first = '<script src="/static/assets/first.js"></script>';
  const second = '<script src="/static/assets/second.js"></script>';
  const site = new Map([
    ["/", first],
    ["/dance", first],
    ["/static/assets/first.js", "1"],
  ]);
  const visit = await startWorker(site);

  site.set("/dance", second); // a new version, whose file does not come any more
  expect(await visit()).toBe(second);
  site.clear();
  expect(await visit()).toBe(first);

  site.set("/dance", second).set("/static/assets/second.js", "2");
  expect(await visit()).toBe(second);
  site.clear();
  expect(await visit()).toBe(second);
});

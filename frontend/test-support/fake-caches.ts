import { vi } from "vitest";

/** A CacheStorage in memory, for pages that keep files: jsdom has none. */
export function stubCaches(): void {
  const stores = new Map<string, Map<string, Response>>();
  const keyOf = (asked: RequestInfo | URL) =>
    new URL(asked instanceof Request ? asked.url : asked, location.href).pathname;
  const open = (name: string) => {
    const store = stores.get(name) ?? new Map<string, Response>();
    stores.set(name, store);
    return Promise.resolve({
      match: (asked: RequestInfo | URL) => Promise.resolve(store.get(keyOf(asked))?.clone()),
      put: (asked: RequestInfo | URL, answer: Response) =>
        Promise.resolve(void store.set(keyOf(asked), answer)),
      add: async (asked: RequestInfo | URL) => {
        const answer = await fetch(asked);
        if (!answer.ok) throw new TypeError(`${keyOf(asked)} did not come`);
        store.set(keyOf(asked), answer);
      },
      delete: (asked: RequestInfo | URL) => Promise.resolve(store.delete(keyOf(asked))),
      keys: () => Promise.resolve([...store.keys()].map((path) => new Request(new URL(path, location.href)))),
    });
  };
  vi.stubGlobal("caches", { open, delete: (name: string) => Promise.resolve(stores.delete(name)) });
  Object.defineProperty(navigator, "serviceWorker", { value: {}, configurable: true });
}

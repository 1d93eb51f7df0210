import { answerRange } from "./byte-range";

declare const self: ServiceWorkerGlobalScope;

/** The page and its files, as they were the last time there was a network. */
const APP = "bb-app";
/** Dances that were kept on purpose: written by the page (`features/offline`), only read here. */
const KEPT = "bb-kept";
const KEPT_PATH = "/kept/";
const PAGE = "/";
/** How long a page waits for a network that may be a bad one in a cellar. */
const PATIENCE_MS = 4000;

self.addEventListener("install", (event) => {
  event.waitUntil(
    keepApp()
      .catch(() => undefined) // what did not come is kept at the next visit
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate" && isPage(pathname)) event.respondWith(page(event));
  else if (pathname.startsWith(KEPT_PATH)) event.respondWith(kept(request));
  else if (pathname.startsWith("/static/")) event.respondWith(appFile(request));
});

/** Addresses of the app itself: the server's own pages (admin, printed plans, documents) are none of ours. */
const isPage = (pathname: string) => !/^\/(api|admin|media|static|share)(\/|$)/.test(pathname);

/** Keep the app, so that the first visit is enough to come back without a network. */
async function keepApp(): Promise<void> {
  const answer = await fetch(PAGE, { cache: "reload" });
  if (answer.ok) await keepPage(answer);
}

/** Keep the page once every file it names is kept: a page without its files is blank, so the one before stays till then. */
async function keepPage(answer: Response): Promise<void> {
  const cache = await caches.open(APP);
  const html = await answer.clone().text();
  const files = [...html.matchAll(/(?:src|href)="(\/static\/[^"]+)"/g)].flatMap(([, path]) => path ?? []);
  await Promise.all(
    [...new Set(files)].map(async (path) => {
      if (!(await cache.match(path))) await cache.add(path);
    }),
  );
  await cache.put(PAGE, answer);
}

async function page(event: FetchEvent): Promise<Response> {
  try {
    const answer = await fetch(event.request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.ok) event.waitUntil(keepPage(answer.clone()).catch(() => undefined)); // the next visit tries again
    return answer;
  } catch (unreachable) {
    const known = await (await caches.open(APP)).match(PAGE);
    if (known) return known;
    throw unreachable;
  }
}

/** Names of built files carry hashes, so what is cached is right for ever; others are fetched and kept for bad times. */
async function appFile(request: Request): Promise<Response> {
  const cache = await caches.open(APP);
  const isBuilt = new URL(request.url).pathname.startsWith("/static/assets/");
  const known = await cache.match(request);
  if (known && isBuilt) return known;
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(request, answer.clone());
    return answer;
  } catch (unreachable) {
    if (known) return known;
    throw unreachable;
  }
}

/** A page below /kept/ is a page of the app; its files lie in the cache. */
async function kept(request: Request): Promise<Response> {
  const found = await (await caches.open(KEPT)).match(request, { ignoreSearch: true });
  return found ? answerRange(request.headers.get("Range"), found) : new Response(null, { status: 404 });
}

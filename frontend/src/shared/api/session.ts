import { useSyncExternalStore } from "react";
import { ApiProblem, problemFrom, unreachable } from "./problem";

/**
 * Who holds the door open. The access token lives in this module's memory only, where no stored script can read it; the
 * refresh token is an HttpOnly cookie that the page never sees. `ended`: it was open until the server refused the cookie.
 */
type SessionPhase = "starting" | "in" | "out" | "ended" | "unreachable";

/** Asked of every endpoint that works by cookie: a foreign page cannot send it. */
export const COOKIE_HEADERS = { "Content-Type": "application/json", "X-Requested-With": "bachata-buddy" };

let access: string | null = null;
let phase: SessionPhase = "starting";
let refreshing: Promise<string> | null = null;
const listeners = new Set<() => void>();

function become(next: SessionPhase, token: string | null): void {
  access = token;
  phase = next;
  listeners.forEach((listener) => listener());
}

export const accessToken = () => access;
export const openSession = (token: string) => become("in", token);
export const closeSession = () => become("out", null);

/** Find out at the start whether the cookie still opens a session. */
export async function startSession(): Promise<void> {
  if (phase === "unreachable") become("starting", null);
  await refreshAccess().catch((problem: unknown) => {
    if (phase === "starting")
      become(problem instanceof ApiProblem && problem.status === 401 ? "out" : "unreachable", null);
  });
}

/** Fetch a new access token; callers at the same time share one request. A refused cookie ends the session. */
export function refreshAccess(): Promise<string> {
  refreshing ??= oneTabAtATime(requestAccess).finally(() => (refreshing = null));
  return refreshing;
}

async function requestAccess(): Promise<string> {
  const answer = await fetch("/api/auth/refresh/", {
    method: "POST",
    headers: COOKIE_HEADERS,
    body: "{}",
  }).catch(() => {
    throw unreachable();
  });
  const body: unknown = await answer.json().catch(() => null);
  if (!answer.ok) {
    if (answer.status === 401) become(phase === "in" ? "ended" : "out", null);
    throw problemFrom(body, answer);
  }
  const token = (body as { access: string }).access;
  openSession(token);
  return token;
}

/** Two tabs that send the same refresh cookie at once look like a thief to the server, so they take turns. */
async function oneTabAtATime<T>(ask: () => Promise<T>): Promise<T> {
  // Locks exist on https and localhost only; a phone on http://192.168... goes without.
  const locks = (navigator as Partial<Navigator>).locks;
  return locks ? locks.request("bb.refresh", ask) : ask();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useSessionPhase = () => useSyncExternalStore(subscribe, () => phase);

import { useSyncExternalStore } from "react";

/** A small value that outlives a reload, kept in localStorage and followed across tabs. */
export interface Persisted<T> {
  get: () => T;
  set: (value: T) => void;
  use: () => T;
}

/** Keep a value under `key`; `parse` answers null for anything it does not recognise, and `fallback` stands in. */
export function persisted<T>(
  key: string,
  parse: (stored: unknown) => T | null,
  fallback: () => T,
): Persisted<T> {
  const listeners = new Set<() => void>();
  let value = read(key, parse) ?? fallback();

  window.addEventListener("storage", (event) => {
    if (event.key !== key) return;
    value = read(key, parse) ?? fallback();
    listeners.forEach((listener) => listener());
  });

  const get = () => value;
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    get,
    set: (next) => {
      value = next;
      write(key, next);
      listeners.forEach((listener) => listener());
    },
    use: () => useSyncExternalStore(subscribe, get),
  };
}

/** Read what is stored under `key`, or null when nothing readable is there. */
export function read<T>(key: string, parse: (stored: unknown) => T | null): T | null {
  try {
    const text = localStorage.getItem(key);
    return text === null ? null : parse(JSON.parse(text));
  } catch {
    return null; // Storage is off, or another program wrote there.
  }
}

/** Store a value; where storage is off or full it lives until the reload only. */
export function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Private windows refuse storage: the choice holds for this page.
  }
}

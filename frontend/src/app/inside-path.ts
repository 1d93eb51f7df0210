/** Where to go after the sign-in: a path of this app, never another site that an address smuggled in. */
export function insidePath(next: string | null): string {
  if (!next?.startsWith("/")) return "/dance";
  const url = new URL(next, window.location.origin);
  return url.origin === window.location.origin ? url.pathname + url.search : "/dance";
}

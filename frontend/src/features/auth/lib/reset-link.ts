/** What a mailed link holds behind its #, as `#uid/token`; null where a part is missing. */
export function readResetLink(hash: string): { uid: string; token: string } | null {
  const [, uid, token] = /^#([0-9a-f-]{36})\/([\w-]+)$/.exec(hash) ?? [];
  return uid !== undefined && token !== undefined ? { uid, token } : null;
}

/** Take the thing at `from` out and put it back at `to`; places beyond the ends are the ends. */
export function moved<T>(things: readonly T[], from: number, to: number): T[] {
  const rest = things.filter((_thing, index) => index !== from);
  const place = Math.max(0, Math.min(to, rest.length));
  return [...rest.slice(0, place), ...things.slice(from, from + 1), ...rest.slice(place)];
}

/** Put things in the order of their ids; those that are not named keep theirs at the end. */
export function inOrder<T extends { id: string }>(things: readonly T[], ids: readonly string[]): T[] {
  const place = new Map(ids.map((id, index) => [id, index]));
  return [...things].sort((a, b) => (place.get(a.id) ?? ids.length) - (place.get(b.id) ?? ids.length));
}

/** Which place a thing takes at a height, between the other rows: below those whose middle lies above it. */
export const placeAt = (y: number, others: readonly { top: number; height: number }[]): number =>
  others.filter(({ top, height }) => top + height / 2 < y).length;

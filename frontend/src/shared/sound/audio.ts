let shared: AudioContext | null = null;

/** The page's one audio clock, made at the first press: browsers keep silent until then. Null where there is none. */
export function audioClock(): AudioContext | null {
  if (typeof AudioContext === "undefined") return null;
  shared ??= new AudioContext({ latencyHint: "interactive" });
  if (shared.state === "suspended") void shared.resume().catch(() => undefined);
  return shared;
}

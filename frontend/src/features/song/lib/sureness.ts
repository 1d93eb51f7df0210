/** How far one may trust what was heard. */
export type Sureness = "sure" | "likely" | "doubtful";

/** Say a confidence of 0..1 in one of three words. */
export function sureness(confidence: number | undefined): Sureness {
  if (confidence === undefined || confidence < 0.4) return "doubtful";
  return confidence < 0.7 ? "likely" : "sure";
}

import type { Turn } from "../types";
import type { ChatWords } from "../words/en";

const OFFERED = 4;

/** What one could say next: to begin with where nothing is danced yet, else to change the dance or take that back. */
export function nextWords(
  turns: readonly Pick<Turn, "request" | "blueprint_id" | "diff">[],
  words: Pick<ChatWords, "examples" | "suggestions" | "undo">,
): string[] {
  const said = turns.map(({ request }) => request);
  const fresh = (offered: readonly string[]) => offered.filter((sentence) => !said.includes(sentence));
  if (turns.every(({ blueprint_id }) => blueprint_id === null))
    return fresh(words.examples).slice(0, OFFERED);
  const changed = (turns.findLast(({ blueprint_id }) => blueprint_id !== null)?.diff.length ?? 0) > 0;
  return [...fresh(words.suggestions).slice(0, OFFERED), ...(changed ? [words.undo] : [])];
}

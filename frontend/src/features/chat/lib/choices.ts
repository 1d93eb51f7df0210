const OPENING: Readonly<Record<string, string>> = { "“": "”", "«": "»", '"': '"' };
const ENDS = /[.!?]/;

/**
 * What a reply offers to choose from: the words in quotes of its last sentence. "I have no song “X”. Shall I take “A” or
 * “B”?" offers A and B.
 */
export function choicesIn(reply: string): string[] {
  let offered: string[] = [];
  let closing: string | null = null;
  let since = 0;
  Array.from(reply.trim()).forEach((sign, index, signs) => {
    if (closing === null && sign in OPENING) {
      closing = OPENING[sign] ?? null;
      since = index + 1;
    } else if (sign === closing) {
      offered.push(signs.slice(since, index).join(""));
      closing = null;
    } else if (closing === null && ENDS.test(sign) && signs[index + 1] === " ") offered = [];
  });
  return [...new Set(offered.map((words) => words.trim()))].filter((words) => words !== "");
}

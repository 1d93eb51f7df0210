import type { Turn } from "../types";

/** Whether something is still being done for a turn. */
export const isUnderWay = ({ status }: Pick<Turn, "status">) =>
  status === "queued" || status === "processing";

export const isUnanswered = ({ reply }: Pick<Turn, "reply">) => reply === "";

/** Whether the next sentence has to wait: the server takes one as soon as the last was answered in words. */
export const isThinking = (turn: Pick<Turn, "status" | "reply"> | undefined) =>
  turn !== undefined && isUnderWay(turn) && isUnanswered(turn);

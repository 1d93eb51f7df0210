/** What is said of a dance that stopped, or whose video has gone. */
export interface TaskWords {
  /** Why it failed. The server's own sentence is in the reader's language, and names what is special to the case. */
  failure: (code: string, detail: string) => string;
  /** A version that was changed long ago keeps its plan, not its video. */
  earlierTitle: string;
  earlier: string;
  toCurrent: string;
}

export const en: TaskWords = {
  failure: (_code, detail) => detail,
  earlierTitle: "This was an earlier version",
  earlier: "You changed this dance some time ago, and the video from before has gone. Undo brings it back.",
  toCurrent: "See the dance as it is now",
};

/** What is said of a dance that stopped. */
export interface TaskWords {
  /** Why it failed. The server's own sentence is English, and names the numbers of the case. */
  failure: (code: string, detail: string) => string;
}

export const en: TaskWords = {
  failure: (_code, detail) => detail,
};

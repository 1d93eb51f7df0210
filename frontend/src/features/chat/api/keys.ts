/** Names of what the cache holds of conversations; everything begins with `all`. */
export const chatKeys = {
  all: ["conversations"] as const,
  list: ["conversations", "list"] as const,
  one: (conversationId: string) => ["conversations", conversationId] as const,
};

/** Names of what the cache holds of class plans. */
export const classKeys = {
  all: ["classes"] as const,
  list: (search: string) => ["classes", "list", search] as const,
  statistics: ["classes", "statistics"] as const,
  plan: (planId: string) => ["classes", "plan", planId] as const,
  summary: (planId: string) => ["classes", "summary", planId] as const,
  assignments: (planId: string) => ["classes", "assignments", planId] as const,
  practised: (planId: string) => ["classes", "practised", planId] as const,
  dances: ["collection", "dances"] as const,
  open: (token: string) => ["class", token] as const,
  openDance: (token: string, itemId: string) => ["class", token, itemId] as const,
  ownPractice: (token: string) => ["class", token, "practice"] as const,
};

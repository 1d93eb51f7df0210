/** Names of what the cache holds of collections; everything begins with `all`, so that one word makes all of it old. */
export const collectionKeys = {
  all: ["collection"] as const,
  list: (filters: object) => ["collection", "list", filters] as const,
  statistics: ["collection", "statistics"] as const,
  unsaved: ["collection", "unsaved"] as const,
  of: (choreographyId: string) => ["collection", "of", choreographyId] as const,
  shares: (savedId: string) => ["collection", "shares", savedId] as const,
  loops: (savedId: string) => ["collection", "loops", savedId] as const,
};

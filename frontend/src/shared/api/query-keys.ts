/** Names of what the cache holds, so that a feature can mark as old what another one shows. */
export const queryKeys = {
  me: ["me"] as const,
  songs: ["songs"] as const,
  songList: (filters: object) => ["songs", "list", filters] as const,
  song: (songId: string) => ["songs", "one", songId] as const,
  songAddresses: ["song-addresses"] as const,
  songImports: ["song-imports"] as const,
  songImport: (importId: string) => ["song-imports", importId] as const,
  moves: ["moves"] as const,
  moveMatches: (filters: object) => ["moves", "matches", filters] as const,
  tasks: ["tasks"] as const,
  task: (taskId: string) => ["task", taskId] as const,
  choreography: (choreographyId: string) => ["choreography", choreographyId] as const,
  alternatives: (choreographyId: string, blueprintId: string, index: number) =>
    ["choreography", choreographyId, "alternatives", blueprintId, index] as const,
};

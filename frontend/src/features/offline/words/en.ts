/** What is said about dances on this device. */
export interface OfflineWords {
  keep: string;
  keeping: string;
  kept: string;
  keepFailed: string;
  title: string;
  emptyTitle: string;
  empty: string;
  toSaved: string;
  size: (megabytes: number) => string;
  drop: (title: string) => string;
  toKept: string;
  noNetwork: string;
  gone: string;
}

export const en: OfflineWords = {
  keep: "Keep on this device",
  keeping: "Keeping…",
  kept: "On this device",
  keepFailed: "It did not fit on this device, or the network went away. Nothing was kept; please try again.",
  title: "On this device",
  emptyTitle: "Nothing is kept here yet",
  empty: "Open a dance and press “Keep on this device”: then it plays in a hall without a network, too.",
  toSaved: "See your dances",
  size: (megabytes) => `${megabytes.toFixed(1)} MB`,
  drop: (title) => `Take “${title}” off this device`,
  toKept: "Dances on this device",
  noNetwork: "There is no network here. What you kept on this device plays all the same.",
  gone: "This dance is not on this device.",
};

/** What is said while a plan is changed. */
export interface EditingWords {
  title: string;
  busy: string;
  untouched: string;
  failed: string;
  undo: string;
  redo: string;
  another: string;
  change: (name: string) => string;
  place: (number: number, total: number, time: string) => string;
  instead: string;
  nothingFits: string;
  easier: string;
  harder: string;
  sameKind: string;
  aboveWish: string;
  dancedAlready: string;
  locked: string;
  lockedHint: string;
  lock: string;
  unlock: string;
  ban: string;
  earlier: string;
  later: string;
  fromHere: string;
}

export const en: EditingWords = {
  title: "Change the dance",
  busy: "Changing the dance…",
  untouched: "Press the pencil at a move to change it. The rest stays as it is.",
  failed: "The dance stays as it was",
  undo: "Undo",
  redo: "Redo",
  another: "Another plan",
  change: (name) => `Change ${name}`,
  place: (number, total, time) => `Move ${number} of ${total}, at ${time}`,
  instead: "Fits here instead",
  nothingFits: "No other move of the library fits here.",
  easier: "Easier",
  harder: "Harder",
  sameKind: "Another of this kind",
  aboveWish: "above your level",
  dancedAlready: "danced already",
  locked: "Locked",
  lockedHint: "This move is locked: nothing changes it until you unlock it.",
  lock: "Lock",
  unlock: "Unlock",
  ban: "Never this one",
  earlier: "Dance it earlier",
  later: "Dance it later",
  fromHere: "Plan anew from here",
};

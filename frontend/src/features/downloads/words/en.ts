import type { Language } from "@/shared/i18n";
import { megabytes } from "../lib/megabytes";
import type { Rendition } from "../types";

/** What is said about files to take along. */
export interface DownloadWords {
  download: string;
  dance: string;
  video: string;
  captions: string;
  size: (bytes: number, language: Language) => string;
  /** Of a copy at a speed; `part` is a move's name or a phrase's number. */
  copy: Record<Rendition["kind"], (percent: number, part: string, names: boolean) => string>;
  making: (name: string) => string;
  failed: (name: string) => string;
  stop: (name: string) => string;
  more: string;
  makeShare: string;
  makeCounts: string;
  slower: string;
  make: string;
  move: string;
  makeMove: string;
  phrase: string;
  phraseNamed: (number: number, time: string) => string;
  makePhrase: string;
  partSpeed: string;
  percent: (percent: number) => string;
  byCode: Partial<Record<string, string>>;
}

const at = (percent: number) => (percent === 100 ? "" : ` at ${percent} %`);

export const en: DownloadWords = {
  download: "Download",
  dance: "Dance",
  video: "The video",
  captions: "Captions (names and counts of the moves)",
  size: megabytes,
  copy: {
    share: () => "Small copy to send",
    counts: (_percent, _part, names) =>
      names ? "With counts and names in the picture" : "With counts in the picture",
    slower: (percent) => `Slower copy${at(percent)}`,
    move: (percent, part) => `Only “${part}”${at(percent)}`,
    phrase: (percent, part) => `Only phrase ${part}${at(percent)}`,
    preview: () => "Moving picture without sound",
  },
  making: (name) => `${name}: being made…`,
  failed: (name) => `${name}: did not work out. Ask for it again.`,
  stop: (name) => `Stop: ${name}`,
  more: "Make another copy",
  makeShare: "Small copy to send",
  makeCounts: "Counts in the picture",
  slower: "All of it, slower",
  make: "Make it",
  move: "One move",
  makeMove: "Make it",
  phrase: "One phrase",
  phraseNamed: (number, time) => `Phrase ${number} (${time})`,
  makePhrase: "Make it",
  partSpeed: "Speed of the move or phrase",
  percent: (percent) => (percent === 100 ? "Full speed" : `${percent} %`),
  byCode: {
    too_many_renditions: "Several copies are being made already. Wait for one of them.",
    renditions_full: "This dance has all the copies it may have. Delete one you do not need.",
    task_not_finished: "This dance has no video yet.",
    not_a_phrase: "This dance has no such phrase.",
  },
};

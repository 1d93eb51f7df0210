import type { Language } from "@/shared/i18n";
import type { Rendition } from "../types";

interface CopyFacts {
  percent: number;
  move: string;
  /** From 1. */
  phrase: number;
  names: boolean;
}

/** What is said about files to take along. */
export interface DownloadWords {
  download: string;
  dance: string;
  video: string;
  captions: string;
  size: (bytes: number, language: Language) => string;
  copy: Record<Rendition["kind"], (facts: CopyFacts) => string>;
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

/** Bytes as people read them: 8_400_000 -> "8.4 MB". */
export function megabytes(bytes: number, language: Language): string {
  const digits = bytes < 10_000_000 ? 1 : 0;
  const format = new Intl.NumberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${format.format(Math.max(bytes, 100_000) / 1_000_000)} MB`;
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
    counts: ({ names }) => (names ? "With counts and names in the picture" : "With counts in the picture"),
    slower: ({ percent }) => `Slower copy${at(percent)}`,
    move: ({ move, percent }) => `Only “${move}”${at(percent)}`,
    phrase: ({ phrase, percent }) => `Only phrase ${phrase}${at(percent)}`,
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

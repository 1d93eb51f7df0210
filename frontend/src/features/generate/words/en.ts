import type { Role } from "../lib/wishes";

/** What is said about a wish before it is danced. */
export interface GenerateWords {
  forExample: string;
  about: string;
  aboutWhom: Record<Role, string>;
}

export const en: GenerateWords = {
  forExample: "Some of the moves that match",
  about: "More moves for",
  aboutWhom: { both: "Both", lead: "The lead", follow: "The follow" },
};

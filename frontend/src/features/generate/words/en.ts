/** What is said about a wish before it is danced. */
export interface GenerateWords {
  forExample: string;
}

export const en: GenerateWords = { forExample: "Some of the moves that match" };

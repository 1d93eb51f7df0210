import type { GenerateWords } from "./en";

export const es: GenerateWords = { forExample: "Algunos de los pasos que encajan" };

import type { GenerateWords } from "./en";

export const es: GenerateWords = {
  forExample: "Algunos de los pasos que encajan",
  about: "Más pasos para",
  aboutWhom: { both: "Los dos", lead: "Quien guía", follow: "Quien sigue" },
};

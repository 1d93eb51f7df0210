import type { FilterWords } from "./en";

export const es: FilterWords = {
  filters: (count) => (count === 0 ? "Filtros" : `Filtros (${count})`),
  clear: "Quitar filtros",
  tempoFrom: "Desde (BPM)",
  tempoTo: "Hasta (BPM)",
  noTempo: "Un número, por ejemplo 125",
};

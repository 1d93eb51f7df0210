export interface FilterWords {
  filters: (count: number) => string;
  clear: string;
  tempoFrom: string;
  tempoTo: string;
  noTempo: string;
}

export const en: FilterWords = {
  filters: (count) => (count === 0 ? "Filters" : `Filters (${count})`),
  clear: "Clear filters",
  tempoFrom: "From (BPM)",
  tempoTo: "To (BPM)",
  noTempo: "A number, such as 125",
};

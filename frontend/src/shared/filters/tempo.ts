/** The tempos between which something is looked for, as they are typed. */
export interface TempoRange {
  tempoFrom: string;
  tempoTo: string;
}

/** A tempo in beats a minute, or null for what is none. */
export function tempoOf(text: string): number | null {
  const bpm = Number(text.replace(",", "."));
  return text.trim() !== "" && bpm > 0 && bpm <= 1000 ? bpm : null;
}

/** A range as the API takes it. */
export function askedTempo({ tempoFrom, tempoTo }: TempoRange) {
  const low = tempoOf(tempoFrom);
  const high = tempoOf(tempoTo);
  return { ...(low !== null && { tempo_min: low }), ...(high !== null && { tempo_max: high }) };
}

/** Whether a range narrows anything. */
export const hasTempo = ({ tempoFrom, tempoTo }: TempoRange): boolean =>
  tempoOf(tempoFrom) !== null || tempoOf(tempoTo) !== null;

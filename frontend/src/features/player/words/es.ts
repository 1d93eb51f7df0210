import type { PracticeWords } from "./en";

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const es: PracticeWords = {
  title: "Practicar",
  loop: "Repetir",
  kind: { off: "Nada", move: "Este paso", phrase: "Esta frase", range: "Mis tiempos" },
  loopNow: (from, to, counts) => `De ${from} a ${to}, ${plural(counts, "tiempo", "tiempos")}`,
  noLoop: "Elige lo que quieres repetir. Arrastra los dos extremos en la barra: encajan en los tiempos.",
  setStart: "Desde aquí",
  setEnd: "Hasta aquí",
  startHandle: "Comienzo de la repetición",
  endHandle: "Final de la repetición",
  handleText: (time, count) => `${time}, en el ${count}`,
  saved: "Repeticiones guardadas",
  saveLoop: "Guardar esta repetición",
  loopName: "Nombre de la repetición",
  keep: "Guardar",
  playNamed: (name) => `Repetir «${name}»`,
  removeNamed: (name) => `Borrar la repetición «${name}»`,
  noneSaved: "Aquí quedan las repeticiones que guardes con un nombre.",
  ladder: "Subir de velocidad",
  ladderOff: "No",
  ladderRounds: (rounds) => `Cada ${rounds}`,
  ladderHint: "La repetición se acelera un 5 % tras estas pasadas limpias seguidas.",
  rounds: (danced, needed) => `${danced} de ${plural(needed, "pasada limpia", "pasadas limpias")}`,
  countIn: "Contar antes de empezar",
  counts: "Oír los tiempos",
  sound: { off: "No", clicks: "Clics", voice: "Voz" },
  noVoice: "Este navegador no tiene voz en tu idioma.",
  keyNames: { Space: "Espacio", Shift: "Mayús" },
};

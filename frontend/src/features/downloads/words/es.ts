import { megabytes } from "../lib/megabytes";
import type { DownloadWords } from "./en";

const at = (percent: number) => (percent === 100 ? "" : ` al ${percent} %`);

export const es: DownloadWords = {
  download: "Descargar",
  dance: "Baile",
  video: "El vídeo",
  captions: "Subtítulos (nombres y tiempos de los pasos)",
  size: megabytes,
  copy: {
    share: () => "Copia pequeña para enviar",
    counts: (_percent, _part, names) =>
      names ? "Con tiempos y nombres en la imagen" : "Con los tiempos en la imagen",
    slower: (percent) => `Copia más lenta${at(percent)}`,
    move: (percent, part) => `Solo «${part}»${at(percent)}`,
    phrase: (percent, part) => `Solo la frase ${part}${at(percent)}`,
    preview: () => "Imagen animada sin sonido",
  },
  making: (name) => `${name}: en marcha…`,
  failed: (name) => `${name}: no ha salido. Pídela otra vez.`,
  stop: (name) => `Parar: ${name}`,
  more: "Hacer otra copia",
  makeShare: "Copia pequeña para enviar",
  makeCounts: "Tiempos en la imagen",
  slower: "Todo, más lento",
  make: "Crear",
  move: "Un paso",
  makeMove: "Crear",
  phrase: "Una frase",
  phraseNamed: (number, time) => `Frase ${number} (${time})`,
  makePhrase: "Crear",
  partSpeed: "Velocidad del paso o de la frase",
  percent: (percent) => (percent === 100 ? "Velocidad normal" : `${percent} %`),
  byCode: {
    too_many_renditions: "Ya se están haciendo varias copias. Espera a que acabe una.",
    renditions_full: "Este baile ya tiene todas las copias que puede tener. Borra una que no necesites.",
    task_not_finished: "Este baile aún no tiene vídeo.",
    not_a_phrase: "Este baile no tiene esa frase.",
  },
};

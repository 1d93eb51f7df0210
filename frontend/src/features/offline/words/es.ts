import type { OfflineWords } from "./en";

export const es: OfflineWords = {
  keep: "Guardar sin red",
  keeping: "Guardando…",
  kept: "En este dispositivo",
  keepFailed: "No cabe en este dispositivo, o se fue la red. No se guardó nada; inténtalo otra vez.",
  title: "En este dispositivo",
  emptyTitle: "Aquí todavía no hay nada",
  empty: "Abre un baile y pulsa «Guardar sin red»: así también suena en una sala sin red.",
  toSaved: "Ver mis bailes",
  size: (megabytes) => `${megabytes.toFixed(1).replace(".", ",")} MB`,
  drop: (title) => `Quitar «${title}» de este dispositivo`,
  toKept: "Bailes en este dispositivo",
  noNetwork: "Aquí no hay red. Lo que guardaste en este dispositivo funciona igual.",
  gone: "Este baile no está en este dispositivo.",
};

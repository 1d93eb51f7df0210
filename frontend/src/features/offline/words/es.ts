import type { OfflineWords } from "./en";

export const es: OfflineWords = {
  keep: "Ver sin conexión",
  keeping: "Guardando…",
  kept: "En este dispositivo",
  keepFailed:
    "No cabe en este dispositivo o se cortó la conexión. No se ha guardado nada; inténtalo otra vez.",
  title: "En este dispositivo",
  emptyTitle: "Aquí todavía no hay nada",
  empty: "Abre un baile y pulsa «Ver sin conexión»: así lo tendrás también donde no haya internet.",
  toSaved: "Ver mis bailes",
  size: (megabytes) => `${megabytes.toFixed(1).replace(".", ",")} MB`,
  drop: (title) => `Quitar «${title}» de este dispositivo`,
  toKept: "Bailes en este dispositivo",
  noNetwork: "Ahora no hay conexión. Lo que guardaste en este dispositivo funciona igual.",
  gone: "Este baile no está en este dispositivo.",
};

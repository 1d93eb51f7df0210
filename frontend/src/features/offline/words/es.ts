import type { OfflineWords } from "./en";

export const es: OfflineWords = {
  keep: "Guardar en este dispositivo",
  keeping: "Guardando…",
  kept: "En este dispositivo",
  keepFailed:
    "No cabe en este dispositivo o se cortó la conexión. No se ha guardado nada; inténtalo otra vez.",
  title: "En este dispositivo",
  emptyTitle: "Aquí todavía no hay nada",
  empty:
    "Abre un baile y pulsa «Guardar en este dispositivo»: así lo tendrás también donde no haya conexión.",
  toSaved: "Ver mis bailes",
  size: (megabytes) => `${megabytes.toFixed(1).replace(".", ",")} MB`,
  drop: (title) => `Quitar «${title}» de este dispositivo`,
  toKept: "Bailes en este dispositivo",
  noNetwork: "Ahora no hay conexión. Lo que guardaste en este dispositivo funciona igual.",
  gone: "Este baile no está en este dispositivo.",
};

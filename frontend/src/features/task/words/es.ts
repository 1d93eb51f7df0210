import type { TaskWords } from "./en";

const BY_CODE: Partial<Record<string, string>> = {
  empty_library: "La biblioteca aún no tiene pasos: primero hay que subir vídeos.",
  too_few_moves:
    "Con lo que pides solo queda un paso, y ninguno se baila dos veces seguidas. Pide menos cosas.",
  no_move_of_that_difficulty: "La biblioteca no tiene pasos de ese nivel. Elige otro.",
  impossible_filter: "Lo que pides deja fuera todos los pasos. Evita o descarta menos.",
  song_out_of_reach:
    "Ningún paso de ese nivel puede seguir el tempo de esta canción. Prueba otro nivel u otra canción.",
  song_too_short: "La canción es demasiado corta: no tiene ni una frase entera de ocho tiempos para bailar.",
  no_move_fits:
    "Hay un momento de la canción en el que no encaja ningún paso. Pide otra cosa o cambia de canción.",
  sound_too_short: "La canción es demasiado corta para encontrar sus tiempos.",
  silent_sound: "La canción está en silencio: no hay nada que bailar.",
  damaged_sound: "El sonido de la canción está dañado. Sube el archivo otra vez.",
  no_rhythm: "No oímos ningún pulso en esta canción. Prueba con otra.",
  song_damaged: "El sonido de la canción está dañado. Sube el archivo otra vez.",
  song_missing: "El archivo de la canción desapareció. Súbelo otra vez.",
  twice_in_a_row: "Así el mismo paso se bailaría dos veces seguidas.",
  stale_blueprint: "La canción o un vídeo cambió mientras tanto. Empieza de nuevo.",
  outdated_locks:
    "Los tiempos de la canción o la biblioteca cambiaron, y los pasos fijos no pueden quedarse así. Suéltalos y crea el baile de nuevo.",
  clip_changed: "Un vídeo de la biblioteca cambió mientras tanto. Empieza de nuevo.",
  clip_gone: "Un vídeo de la biblioteca desapareció mientras tanto. Empieza de nuevo.",
  storage_full: "Ahora no queda sitio para vídeos. Prueba más tarde.",
  worker_lost: "Lo intentamos varias veces y siempre se interrumpió. Prueba otra canción o pide otra cosa.",
  internal_error: "Algo falló por nuestra parte. Prueba de nuevo en un momento.",
};

export const es: TaskWords = {
  failure: (code, detail) => BY_CODE[code] ?? detail,
  earlierTitle: "Esta era una versión anterior",
  earlier: "Cambiaste este baile hace tiempo y el vídeo de antes ya no está. Al deshacer, vuelve.",
  toCurrent: "Ver el baile como es ahora",
};

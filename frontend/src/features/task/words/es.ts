import type { TaskWords } from "./en";

const BY_CODE: Partial<Record<string, string>> = {
  empty_library: "La biblioteca aún no tiene pasos: primero hay que traer vídeos.",
  too_few_moves: "Con este deseo solo queda un paso, y ninguno se baila dos veces seguidas. Pide menos.",
  no_move_of_that_difficulty: "La biblioteca no tiene pasos de ese nivel. Elige otro.",
  impossible_filter: "El deseo deja fuera todos los pasos. Evita o prohíbe menos.",
  song_out_of_reach:
    "Ningún paso de ese nivel puede seguir el tempo de esta canción. Prueba otro nivel u otra canción.",
  song_too_short: "La canción es demasiado corta: no tiene ni una frase entera de ocho tiempos para bailar.",
  no_move_fits: "En un lugar de la canción no encaja ningún paso. Cambia el deseo o la canción.",
  sound_too_short: "La canción es demasiado corta para encontrar sus tiempos.",
  silent_sound: "La canción está en silencio: no hay nada que bailar.",
  damaged_sound: "El sonido de la canción está dañado. Trae el archivo otra vez.",
  no_rhythm: "No oímos ningún pulso en esta canción. Prueba con otra.",
  song_damaged: "El sonido de la canción está dañado. Trae el archivo otra vez.",
  song_missing: "El archivo de la canción desapareció. Tráelo otra vez.",
  stale_blueprint: "La canción o un vídeo cambió mientras tanto. Empieza de nuevo.",
  outdated_locks:
    "Los tiempos de la canción o la biblioteca cambiaron, y los pasos fijos no pueden quedarse así. Suéltalos y crea el baile de nuevo.",
  clip_changed: "Un vídeo de la biblioteca cambió mientras tanto. Empieza de nuevo.",
  clip_gone: "Un vídeo de la biblioteca desapareció mientras tanto. Empieza de nuevo.",
  storage_full: "Ahora no queda sitio para vídeos. Prueba más tarde.",
  worker_lost: "Lo intentamos varias veces y se interrumpió siempre. Prueba otra canción u otro deseo.",
  internal_error: "Algo falló por nuestra parte. Prueba de nuevo en un momento.",
};

export const es: TaskWords = {
  failure: (code, detail) => BY_CODE[code] ?? detail,
};

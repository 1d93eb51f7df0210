import { ApiProblem } from "@/shared/api/problem";
import { uploadForm } from "@/shared/api/upload";
import type { SongImport } from "../types";

const SONG_BYTES_MAX = 50 * 1024 * 1024;
/** What the file window offers; the server looks at the bytes, not at the name. */
export const SONG_FILES = "audio/*,.mp3,.wav,.flac,.m4a,.ogg,.opus,.webm";

/** Send a song file; `onProgress` hears the share that has left. What is too large is refused before a byte leaves. */
export async function uploadSong(
  file: File,
  sending: { onProgress: (share: number) => void; signal: AbortSignal },
): Promise<SongImport> {
  if (file.size > SONG_BYTES_MAX) throw new ApiProblem("too_large", "The file has more than 50 MiB.", 413);
  const form = new FormData();
  form.append("file", file, file.name);
  return uploadForm<SongImport>("/api/choreography/songs/", form, sending);
}

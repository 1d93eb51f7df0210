import type { ShownOrder } from "../types";

/** What is said while a song is looked for or brought in. */
export interface SongWords {
  order: string;
  orders: Record<ShownOrder, string>;
  genre: string;
  mine: string;
  noneNarrowed: string;
  countsOf: (title: string) => string;
  ownSong: string;
  chooseFile: string;
  fileHint: string;
  fromAddress: string;
  address: string;
  addressHint: string;
  fetch: string;
  asking: string;
  aSong: string;
  sending: (name: string) => string;
  checking: (name: string) => string;
  listening: (name: string) => string;
  nobody: (name: string) => string;
  arrived: (name: string) => string;
  stop: string;
  notTaken: string;
  /** Plain words for what the server refuses; its own sentence stands in for the others. */
  byCode: Partial<Record<string, string>>;
}

export const en: SongWords = {
  order: "Sort by",
  orders: {
    title: "Title",
    artist: "Artist",
    tempo_bpm: "Slowest first",
    "-tempo_bpm": "Fastest first",
    duration_s: "Shortest first",
    "-created_at": "Newest first",
  },
  genre: "Genre",
  mine: "Only mine",
  noneNarrowed: "No song meets all of these filters.",
  countsOf: (title) => `Counts of ${title}`,
  ownSong: "Your own song",
  chooseFile: "Bring your own song",
  fileHint: "Or drop it here: mp3, wav, flac, m4a, ogg, opus or webm, 20 seconds to 10 minutes, up to 50 MB.",
  fromAddress: "From an address",
  address: "Address of a YouTube video",
  addressHint: "We take its sound, nothing else. Only use music you may use.",
  fetch: "Fetch the song",
  asking: "Asking…",
  aSong: "your song",
  sending: (name) => `Sending ${name}`,
  checking: (name) => `${name} is there. Having a first look…`,
  listening: (name) => `Listening to ${name}: its beats, its counts, its sections…`,
  nobody: (name) => `${name} waits: nobody listens to songs right now. It keeps its place.`,
  arrived: (name) => `${name} is ready to dance to.`,
  stop: "Stop",
  notTaken: "We could not take this song",
  byCode: {
    song_url_off: "This site does not fetch songs from addresses. Bring the file instead.",
    song_url_refused: "This is not the address of a single YouTube video.",
    song_url_unavailable:
      "We cannot get this video right now: it may be private, blocked or gone. Try another one.",
    song_url_not_installed: "This site does not fetch songs from addresses. Bring the file instead.",
    too_large: "The file is larger than 50 MB. Save it as mp3 or m4a and try again.",
    media_limit:
      "A song may last 20 seconds to 10 minutes, with at most 50 MB and eight channels. This one does not fit.",
    unreadable_media: "This file is no sound we can read. Try mp3, wav, flac, m4a, ogg, opus or webm.",
    no_sound: "There is no sound in this file.",
    file_missing: "No file arrived. Choose it once more.",
    damaged_sound: "The sound is damaged. Save the file again and bring that one.",
    song_damaged: "The sound is damaged. Save the file again and bring that one.",
    song_missing: "The file was gone before we could listen to it. Bring it once more.",
    sound_too_short: "The song is too short to find its counts. It needs 20 seconds or more.",
    silent_sound: "The song is silent: there is nothing to dance to.",
    no_rhythm: "We hear no beat in it. Try a song with clear percussion.",
    too_many_imports: "You have several songs on their way already. Wait for one of them.",
    storage_full: "There is no room left for songs right now. Try again later.",
  },
};

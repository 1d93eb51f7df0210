export { useSong } from "./api/song";
export { ChosenSong } from "./components/ChosenSong";
export { SongHead } from "./components/SongHead";
export { SongSheet } from "./components/SongSheet";
export { useSongPageWords } from "./words";

export { SongPicker } from "./components/SongPicker";
export { SongUpload } from "./components/SongUpload";

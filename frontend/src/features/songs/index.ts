export { SongPicker } from "./components/SongPicker";

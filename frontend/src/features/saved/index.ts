export { SavedList } from "./components/SavedList";

export { Player } from "./components/Player";

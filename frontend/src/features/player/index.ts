export { Player } from "./components/Player";
export type { LoopShelf, NamedLoop } from "./components/SavedLoops";
export { useLocalLoops } from "./hooks/useLocalLoops";
export { carryPlace, preferCaptions } from "./lib/memory";

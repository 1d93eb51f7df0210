export { Player } from "./components/Player";
export type { LoopShelf } from "./components/SavedLoops";
export { useDeviceCaptions } from "./hooks/useDeviceCaptions";
export { useLocalLoops } from "./hooks/useLocalLoops";
export { carryPlace, preferCaptions, recallPlace, type Captions } from "./lib/memory";

export { useSavedOf } from "./api/listCollection";
export { useSavedLoops } from "./api/loops";
export { useSharedDance } from "./api/shares";
export { Collection } from "./components/Collection";
export { DanceActions } from "./components/DanceActions";
export { PracticeMeter } from "./components/PracticeMeter";
export { useCollectionWords } from "./words";

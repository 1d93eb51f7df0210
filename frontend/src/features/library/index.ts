export { useMove } from "./api/moves";
export { CoverageMap } from "./components/CoverageMap";
export { Library } from "./components/Library";
export { LibraryNumbers } from "./components/LibraryNumbers";
export { MoveSheet } from "./components/MoveSheet";
export { useLibraryWords } from "./words";

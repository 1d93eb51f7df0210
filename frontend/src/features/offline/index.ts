export { useKeptDances } from "./api/useKept";
export { KeepButton } from "./components/KeepButton";
export { KeptList } from "./components/KeptList";
export { dropAll } from "./lib/kept";
export { registerServiceWorker } from "./lib/register";
export { useOfflineWords } from "./words";

export { useCancelTask } from "./api/cancelTask";
export { useTask } from "./api/getTask";
export { StageCard } from "./components/StageCard";
export { TaskProgress } from "./components/TaskProgress";
export { TaskStopped } from "./components/TaskStopped";
export { WishLine } from "./components/WishLine";
export { useTaskWords } from "./words";

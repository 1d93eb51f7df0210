export { useTask } from "./api/getTask";
export { TaskProgress } from "./components/TaskProgress";
export { TaskStopped } from "./components/TaskStopped";
export { WishLine } from "./components/WishLine";

export { useEdit, type Step } from "./api/edit";
export { useChoreography } from "./api/getChoreography";
export { EditBar } from "./components/EditBar";
export { MoveTools } from "./components/MoveTools";

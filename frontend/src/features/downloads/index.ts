export { Downloads } from "./components/Downloads";

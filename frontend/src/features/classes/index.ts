export { useAssignedDance, useAssignedPlan } from "./api/assigned";
export { usePlan } from "./api/plans";
export { ClassHandout } from "./components/ClassHandout";
export { PlanEditor } from "./components/PlanEditor";
export { PlanList } from "./components/PlanList";
export { TellPractice } from "./components/TellPractice";
export { phraseRange } from "./lib/phrases";
export { useClassWords } from "./words";

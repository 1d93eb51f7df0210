export { useRequestChoreography } from "./api/requestChoreography";
export { MatchCount } from "./components/MatchCount";
export { MatchingMoves } from "./components/MatchingMoves";
export { WishForm } from "./components/WishForm";
export { WishSummary } from "./components/WishSummary";
export { requestOf, wishesFrom, type Wishes } from "./lib/wishes";

import type { User } from "@/shared/api/types";

export type Preferences = User["preferences"];

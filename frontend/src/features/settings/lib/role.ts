import type { Preferences } from "../types";

export const ROLES = ["lead", "follow", "both"] as const;
export type Role = (typeof ROLES)[number];

/** The API says null for both. */
export const roleOf = ({ role }: Preferences): Role => role ?? "both";
export const roleToApi = (role: Role): NonNullable<Preferences["role"]> | null =>
  role === "both" ? null : role;

import type { ShortcutName } from "@/shared/i18n/en";

interface Shortcut {
  name: ShortcutName;
  /** What `KeyboardEvent.key` may say. */
  keys: readonly string[];
  shift?: boolean;
  /** What the help sheet shows. */
  shown: string;
}

export const SHORTCUTS: readonly Shortcut[] = [
  { name: "play", keys: [" ", "k"], shown: "Space" },
  { name: "countBack", keys: ["ArrowLeft"], shown: "←" },
  { name: "countForward", keys: ["ArrowRight"], shown: "→" },
  { name: "phraseBack", keys: ["ArrowLeft"], shift: true, shown: "Shift ←" },
  { name: "phraseForward", keys: ["ArrowRight"], shift: true, shown: "Shift →" },
  { name: "previousMove", keys: ["p"], shown: "P" },
  { name: "nextMove", keys: ["n"], shown: "N" },
  { name: "loop", keys: ["l"], shown: "L" },
  { name: "loopStart", keys: ["["], shown: "[" },
  { name: "loopEnd", keys: ["]"], shown: "]" },
  { name: "mirror", keys: ["m"], shown: "M" },
  { name: "slower", keys: ["-"], shown: "−" },
  { name: "faster", keys: ["+", "="], shown: "+" },
  { name: "captions", keys: ["c"], shown: "C" },
  { name: "fullscreen", keys: ["f"], shown: "F" },
  { name: "help", keys: ["?"], shown: "?" },
];

type Press = Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey">;

/** What a key press asks for, or null for keys that belong to the browser. */
export function shortcutFor(press: Press): ShortcutName | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  const isArrow = key.startsWith("Arrow"); // Elsewhere Shift is only the way to a character, as in "?" and "+".
  const found = SHORTCUTS.find(
    (shortcut) => shortcut.keys.includes(key) && (!isArrow || (shortcut.shift ?? false) === press.shiftKey),
  );
  return found?.name ?? null;
}

/** Whether an element wants keys for itself: text everywhere, Space and Enter on what they press. */
export function keepsKey(element: Element | null, key: string): boolean {
  if (!(element instanceof HTMLElement)) return false;
  if (element.closest("dialog")) return true;
  const isSlider = element instanceof HTMLInputElement && element.type === "range";
  if (isSlider) return false;
  if (element.matches("input, textarea, select, [contenteditable]")) return true;
  return key === " " && element.matches("button, a, summary");
}

import { useEffect, useEffectEvent } from "react";
import type { ShortcutName } from "@/shared/i18n/en";
import { keepsKey, shortcutFor } from "../lib/shortcuts";

/** Do on a key press what the page's shortcuts say, wherever the focus is. */
export function useShortcuts(act: (name: ShortcutName) => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const name = shortcutFor(event);
    if (name === null || event.defaultPrevented || keepsKey(document.activeElement, event.key)) return;
    event.preventDefault();
    act(name);
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}

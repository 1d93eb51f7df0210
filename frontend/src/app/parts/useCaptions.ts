import { useMe } from "@/features/auth";
import { useDeviceCaptions, type Captions } from "@/features/player";
import { useChangePreferences } from "@/features/settings";

/** Captions as the account has them, on every device; this one keeps the word for where there is no network. */
export function useCaptions(): Captions {
  const here = useDeviceCaptions();
  const { data: me } = useMe();
  const { mutate } = useChangePreferences();
  return {
    on: me?.preferences.captions ?? here.on,
    show: (on) => {
      here.show(on);
      mutate({ captions: on });
    },
  };
}

import { habits, preferCaptions, type Captions } from "../lib/memory";

/** The captions as this device remembers them: for who watches without an account, or without a network. */
export const useDeviceCaptions = (): Captions => ({ on: habits.use().captions, show: preferCaptions });

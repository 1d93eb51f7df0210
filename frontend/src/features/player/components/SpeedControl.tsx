import { useMessages } from "@/shared/i18n";
import { IconButton } from "@/shared/ui/Button";
import { habits } from "../lib/memory";
import { FASTEST, SLOWEST, speedName } from "../lib/speed";
import styles from "./SpeedControl.module.css";

/** Slower and faster by 0.05; the number itself leads back to 1. */
export function SpeedControl({ onStep }: { onStep: (steps: -1 | 1) => void }) {
  const { player } = useMessages();
  const chosen = habits.use();
  const { rate } = chosen;
  return (
    <div className={styles.speed} role="group" aria-label={player.speed}>
      <IconButton icon="minus" label={player.slower} disabled={rate <= SLOWEST} onClick={() => onStep(-1)} />
      <button
        type="button"
        className={styles.rate}
        title={player.normalSpeed}
        onClick={() => habits.set({ ...chosen, rate: 1 })}
      >
        <span aria-live="polite">{speedName(rate)}</span>
        <span className="visually-hidden">, {player.normalSpeed}</span>
      </button>
      <IconButton icon="plus" label={player.faster} disabled={rate >= FASTEST} onClick={() => onStep(1)} />
    </div>
  );
}

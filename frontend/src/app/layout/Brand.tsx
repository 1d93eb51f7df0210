import { CountBar } from "@/shared/counts/CountBar";
import { useMessages } from "@/shared/i18n";
import styles from "./Brand.module.css";

/** The name under its count bar. */
export function Brand() {
  const { brand } = useMessages();
  return (
    <span className={styles.brand}>
      <CountBar className={styles.bar} />
      {brand}
    </span>
  );
}

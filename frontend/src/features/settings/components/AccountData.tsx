import { useState } from "react";
import { Button } from "@/shared/ui/Button";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { useExport } from "../api/account";
import { useSettingsWords } from "../words";
import { CloseAccountDialog } from "./CloseAccountDialog";
import styles from "./settings.module.css";

interface AccountDataProps {
  email: string;
  /** The account is gone. */
  onClosed: () => void;
}

/** All that is kept of one: to take along, or to be deleted. */
export function AccountData({ email, onClosed }: AccountDataProps) {
  const words = useSettingsWords();
  const take = useExport();
  const [closing, setClosing] = useState(false);
  return (
    <section className={styles.section}>
      <h2>{words.data}</h2>
      <p className={styles.quiet}>{words.dataText}</p>
      {take.error && <ProblemNotice error={take.error} />}
      <div className={styles.ways}>
        <Button icon="download" disabled={take.isPending} onClick={() => take.mutate()}>
          {take.isPending ? words.downloading : words.download}
        </Button>
        <Button look="quiet" icon="trash" onClick={() => setClosing(true)}>
          {words.close}
        </Button>
      </div>
      {closing && <CloseAccountDialog email={email} onClose={() => setClosing(false)} onClosed={onClosed} />}
    </section>
  );
}

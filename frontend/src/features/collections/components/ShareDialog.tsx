import { useState } from "react";
import { language, useMessages } from "@/shared/i18n";
import { formatDay } from "@/shared/i18n/format";
import { Button } from "@/shared/ui/Button";
import { Choice } from "@/shared/ui/Choice";
import { CopyLine } from "@/shared/ui/CopyLine";
import { Dialog } from "@/shared/ui/Dialog";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { useMakeShare, useRevokeShare, useShares } from "../api/shares";
import type { Saved } from "../types";
import { useCollectionWords } from "../words";
import styles from "./dialogs.module.css";

const DAYS = ["7", "30", "90"] as const;

interface ShareDialogProps {
  saved: Saved;
  onClose: () => void;
}

/** Links that show a dance to whoever has them: make one, copy it, close others. */
export function ShareDialog({ saved, onClose }: ShareDialogProps) {
  const words = useCollectionWords();
  const { actions } = useMessages();
  const [days, setDays] = useState<(typeof DAYS)[number]>("30");
  const make = useMakeShare(saved.id);
  return (
    <Dialog title={words.shareNamed(saved.title)} closeLabel={actions.close} onClose={onClose}>
      <div className={styles.form}>
        <p>{words.shareText}</p>
        {make.data ? (
          <div className={styles.new}>
            <CopyLine
              label={words.link}
              text={new URL(make.data.url, location.origin).href}
              copy={words.copy}
              copied={words.copied}
            />
            <p className={styles.quiet} role="status">
              {words.linkOnce}
            </p>
          </div>
        ) : (
          <>
            <Choice
              legend={words.openFor}
              options={DAYS}
              value={days}
              nameOf={(option) => words.days(Number(option))}
              onChange={setDays}
            />
            <Button look="primary" disabled={make.isPending} onClick={() => make.mutate(Number(days))}>
              {words.makeLink}
            </Button>
          </>
        )}
        {make.error && <ProblemNotice error={make.error} />}
        <OpenLinks savedId={saved.id} />
      </div>
    </Dialog>
  );
}

function OpenLinks({ savedId }: { savedId: string }) {
  const words = useCollectionWords();
  const spoken = language.use();
  const shares = useShares(savedId);
  const revoke = useRevokeShare(savedId);
  return (
    <section>
      <h3>{words.openLinks}</h3>
      {shares.data?.length === 0 && <p className={styles.quiet}>{words.noLinks}</p>}
      <ul className={styles.links}>
        {shares.data?.map(({ id, expires_at }) => {
          const until = formatDay(expires_at, spoken);
          return (
            <li key={id}>
              {words.openUntil(until)}
              <Button
                look="quiet"
                aria-label={words.revokeNamed(until)}
                disabled={revoke.isPending}
                onClick={() => revoke.mutate(id)}
              >
                {words.revoke}
              </Button>
            </li>
          );
        })}
      </ul>
      {(shares.error ?? revoke.error) && <ProblemNotice error={shares.error ?? revoke.error} />}
    </section>
  );
}

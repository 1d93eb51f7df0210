import { useParams } from "react-router";
import { ClassHandout, TellPractice, useAssignedPlan, useClassWords } from "@/features/classes";
import { useSessionPhase } from "@/shared/api/session";
import { ButtonLink } from "@/shared/ui/Button";
import { Waiting } from "@/shared/ui/Waiting";
import { PageTitle } from "../layout/PageTitle";
import { ClosedClass } from "../parts/ClosedClass";
import styles from "./Page.module.css";

/** A class that an instructor sent: for students with an account and without. */
export function Component() {
  const { token = "" } = useParams();
  const words = useClassWords();
  const phase = useSessionPhase();
  const { data: plan, error, refetch } = useAssignedPlan(token);
  if (error) return <ClosedClass error={error} onAgain={() => void refetch()} />;
  if (!plan) return <Waiting />;
  return (
    <div className={styles.page}>
      <PageTitle title={plan.title} />
      <ClassHandout plan={plan} addressOf={(itemId) => `/class/${token}/${itemId}`} />
      {phase === "in" && <TellPractice token={token} />}
      {(phase === "out" || phase === "ended") && (
        <p className={styles.aside}>
          <ButtonLink icon="person" to={`/sign-in?next=${encodeURIComponent(`/class/${token}`)}`}>
            {words.signInToTell}
          </ButtonLink>
        </p>
      )}
    </div>
  );
}

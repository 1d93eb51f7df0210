import { useParams } from "react-router";
import { PlanEditor, useClassWords, usePlan } from "@/features/classes";
import { ApiProblem } from "@/shared/api/problem";
import { useMessages } from "@/shared/i18n";
import { Button, ButtonLink } from "@/shared/ui/Button";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { Waiting } from "@/shared/ui/Waiting";
import { PageTitle } from "../layout/PageTitle";
import { NotFoundPage } from "./NotFoundPage";
import styles from "./Page.module.css";

/** One class plan, to be made and sent. */
export function Component() {
  const { planId = "" } = useParams();
  const words = useClassWords();
  const { actions } = useMessages();
  const { data: plan, error, refetch } = usePlan(planId);
  if (error instanceof ApiProblem && error.status === 404) return <NotFoundPage />;
  if (error && !plan)
    return (
      <ProblemNotice error={error}>
        <Button onClick={() => void refetch()}>{actions.tryAgain}</Button>
      </ProblemNotice>
    );
  if (!plan) return <Waiting />;
  return (
    <div className={styles.page}>
      <PageTitle title={plan.title} />
      <div>
        <ButtonLink look="quiet" icon="back" to="/classes">
          {words.allPlans}
        </ButtonLink>
        <h1 className={styles.person}>{plan.title}</h1>
      </div>
      <PlanEditor plan={plan} />
    </div>
  );
}

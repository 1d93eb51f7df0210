import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { language, useMessages } from "@/shared/i18n";
import { formatDay } from "@/shared/i18n/format";
import { useDelayed } from "@/shared/store/useDelayed";
import { Button } from "@/shared/ui/Button";
import { EmptyPlace } from "@/shared/ui/EmptyPlace";
import { Field } from "@/shared/ui/Field";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { Waiting } from "@/shared/ui/Waiting";
import { useCreatePlan, usePlans, useTeachingStatistics } from "../api/plans";
import type { PlanSummary } from "../types";
import { useClassWords } from "../words";
import { MinuteBar } from "./MinuteBar";
import styles from "./PlanList.module.css";

/** All class plans of an instructor, and the way to a new one. */
export function PlanList() {
  const words = useClassWords();
  const navigate = useNavigate();
  const [search, setSearch] = useState("");
  const plans = usePlans(useDelayed(search, 250));
  const { data: numbers } = useTeachingStatistics();
  const create = useCreatePlan();
  const start = () =>
    create.mutate(words.newTitle, { onSuccess: ({ id }) => void navigate(`/classes/${id}`) });
  const newPlan = (
    <Button look="primary" icon="plus" disabled={create.isPending} onClick={start}>
      {words.create}
    </Button>
  );
  const trouble = plans.error ?? create.error;

  if (plans.isPending) return <Waiting />;
  return (
    <div className={styles.plans}>
      {trouble && <ProblemNotice error={trouble} />}
      {numbers?.plans === 0 ? (
        <EmptyPlace title={words.emptyTitle} action={newPlan}>
          {words.empty}
        </EmptyPlace>
      ) : (
        <>
          <p className={styles.numbers}>
            {numbers && words.statistics(numbers.plans, numbers.students, numbers.practised_minutes)}
          </p>
          <div className={styles.line}>
            <Field
              label={words.search}
              type="search"
              placeholder={words.search}
              value={search}
              maxLength={100}
              onChange={(event) => setSearch(event.target.value)}
            />
            {newPlan}
          </div>
          {plans.data?.results.length === 0 && <p role="status">{words.none}</p>}
          <ul className={styles.list}>
            {plans.data?.results.map((plan) => (
              <PlanCard key={plan.id} plan={plan} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function PlanCard({ plan }: { plan: PlanSummary }) {
  const words = useClassWords();
  const { difficulty } = useMessages();
  const spoken = language.use();
  const facts = [plan.date && formatDay(plan.date, spoken), difficulty[plan.level]].filter(Boolean);
  return (
    <li className={styles.card}>
      <h2>
        <Link to={`/classes/${plan.id}`}>{plan.title}</Link>
      </h2>
      <p>{facts.join(" · ")}</p>
      {plan.objective !== "" && <p className={styles.objective}>{plan.objective}</p>}
      <MinuteBar taken={plan.item_minutes} planned={plan.minutes} />
      <p>
        {words.partsAndMinutes(plan.item_count, plan.item_minutes, plan.minutes)}
        {plan.open_links > 0 && ` · ${words.linksOpen(plan.open_links)}`}
      </p>
    </li>
  );
}

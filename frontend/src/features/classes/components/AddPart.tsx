import { useState, type SyntheticEvent } from "react";
import { Link } from "react-router";
import { useMessages } from "@/shared/i18n";
import { Button } from "@/shared/ui/Button";
import { Choice } from "@/shared/ui/Choice";
import { Field } from "@/shared/ui/Field";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { Select } from "@/shared/ui/Select";
import { useAddItem } from "../api/changePlan";
import { useDances } from "../api/plans";
import { ITEM_KINDS, type ItemKind, type NewItem } from "../types";
import { useClassWords } from "../words";
import styles from "./AddPart.module.css";
import { PhraseFields } from "./PhraseFields";

const MINUTES = "10";

/** The next part of a class: a dance, some of its phrases, or an exercise in words. */
export function AddPart({ planId }: { planId: string }) {
  const words = useClassWords();
  const { actions } = useMessages();
  const dances = useDances().data?.results;
  const add = useAddItem(planId);
  const [kind, setKind] = useState<ItemKind>("choreography");
  const [chosen, setChosen] = useState("");
  const [title, setTitle] = useState("");
  const [[first, last], setPhrases] = useState(["1", "4"]);
  const [minutes, setMinutes] = useState(MINUTES);
  const isDance = kind !== "activity";
  const choreographyId = chosen || (dances?.[0]?.choreography_id ?? "");
  const nothingToChoose = isDance && dances?.length === 0;

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const item: NewItem = {
      kind,
      minutes: Math.max(0, Math.round(Number(minutes))),
      ...(isDance ? { choreography_id: choreographyId } : { title: title.trim() }),
      ...(kind === "phrases" && { first_phrase: Number(first), last_phrase: Number(last) }),
    };
    add.mutate(item, { onSuccess: () => setTitle("") });
  };
  return (
    <form className={styles.add} onSubmit={submit}>
      <h3>{words.addTitle}</h3>
      <Choice
        legend={words.kind}
        options={ITEM_KINDS}
        value={kind}
        nameOf={(option) => words.kinds[option]}
        onChange={setKind}
      />
      {nothingToChoose && (
        <p>
          {words.noDances} <Link to="/dance">{actions.toSongs}</Link>
        </p>
      )}
      {isDance && dances && dances.length > 0 && (
        <Select
          label={words.dance}
          options={dances.map(({ choreography_id }) => choreography_id)}
          value={choreographyId}
          nameOf={(id) => dances.find(({ choreography_id }) => choreography_id === id)?.title ?? ""}
          onChange={setChosen}
        />
      )}
      {kind === "phrases" && (
        <PhraseFields first={first} last={last} onChange={(from, to) => setPhrases([from, to])} />
      )}
      {!isDance && (
        <Field
          label={words.activity}
          hint={words.activityHint}
          value={title}
          maxLength={120}
          required
          onChange={({ target }) => setTitle(target.value)}
        />
      )}
      <div className={styles.end}>
        <Field
          label={words.minutes}
          type="number"
          inputMode="numeric"
          min={0}
          max={600}
          value={minutes}
          onChange={({ target }) => setMinutes(target.value)}
        />
        <Button type="submit" icon="plus" disabled={add.isPending || nothingToChoose}>
          {words.add}
        </Button>
      </div>
      {add.error && <ProblemNotice error={add.error} />}
    </form>
  );
}

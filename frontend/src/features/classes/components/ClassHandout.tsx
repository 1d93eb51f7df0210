import { Link } from "react-router";
import { language, useMessages } from "@/shared/i18n";
import { formatDay, formatTime } from "@/shared/i18n/format";
import { Icon } from "@/shared/ui/Icon";
import type { AssignedItem, AssignedPlan } from "../types";
import { useClassWords } from "../words";
import styles from "./ClassHandout.module.css";
import { PhraseRuler } from "./PhraseRuler";

interface ClassHandoutProps {
  plan: AssignedPlan;
  /** Where a part is watched. */
  addressOf: (itemId: string) => string;
}

/** A class as students see it: what it is about, its parts, and the dances to watch. */
export function ClassHandout({ plan, addressOf }: ClassHandoutProps) {
  const words = useClassWords();
  const { difficulty } = useMessages();
  const spoken = language.use();
  const facts = [plan.date && formatDay(plan.date, spoken), difficulty[plan.level], words.min(plan.minutes)];
  return (
    <div className={styles.handout}>
      <header>
        <h1>{plan.title}</h1>
        <p className={styles.quiet}>{facts.filter(Boolean).join(" · ")}</p>
        {plan.objective !== "" && <p>{plan.objective}</p>}
      </header>
      <Words title={words.warmUp} text={plan.warm_up} />
      <ol className={styles.parts}>
        {plan.items.map((item, index) => (
          <Part key={item.id} item={item} number={index + 1} address={addressOf(item.id)} />
        ))}
      </ol>
      <Words title={words.coolDown} text={plan.cool_down} />
    </div>
  );
}

function Words({ title, text }: { title: string; text: string }) {
  if (text === "") return null;
  return (
    <section>
      <h2>{title}</h2>
      <p className={styles.lines}>{text}</p>
    </section>
  );
}

function Part({ item, number, address }: { item: AssignedItem; number: number; address: string }) {
  const words = useClassWords();
  return (
    <li className={styles.part}>
      <span className={styles.number}>{number}</span>
      <div className={styles.what}>
        <h2>{item.title}</h2>
        <p>
          {[
            item.song && item.song.title !== item.title ? item.song.title : null,
            item.song?.artist,
            item.minutes > 0 && words.min(item.minutes),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
        {item.kind === "phrases" && (
          <>
            <p>{words.phrases(item.first_phrase ?? 1, item.last_phrase ?? 1)}</p>
            <PhraseRuler first={item.first_phrase ?? 1} last={item.last_phrase ?? 1} />
          </>
        )}
        {item.kind !== "activity" && !item.video && <p>{words.noVideo}</p>}
      </div>
      {item.video && (
        <Link className={styles.watch} to={address} aria-label={words.watchNamed(item.title)}>
          <img src={item.video.poster_url} alt="" loading="lazy" />
          <span>
            <Icon name="play" size={20} />
            {formatTime(item.video.duration_s)}
          </span>
        </Link>
      )}
    </li>
  );
}

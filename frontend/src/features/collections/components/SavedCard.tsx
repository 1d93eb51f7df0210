import { Link } from "react-router";
import { CountBar } from "@/shared/counts/CountBar";
import { language, useMessages } from "@/shared/i18n";
import { formatDay, formatTime } from "@/shared/i18n/format";
import { IconButton } from "@/shared/ui/Button";
import { Icon } from "@/shared/ui/Icon";
import { useChangeSaved } from "../api/changeSaved";
import type { Saved } from "../types";
import { useCollectionWords } from "../words";
import styles from "./SavedCard.module.css";

export type CardDialog = "edit" | "share";

interface SavedCardProps {
  saved: Saved;
  /** Null: nothing is being selected. */
  selected: boolean | null;
  onSelect: () => void;
  onOpen: (dialog: CardDialog) => void;
}

/** One dance of the collection: poster, one's own words on it, and what can be done with it. */
export function SavedCard({ saved, selected, onSelect, onOpen }: SavedCardProps) {
  const words = useCollectionWords();
  return (
    <li className={styles.card} data-selected={selected ?? undefined}>
      <Picture saved={saved} />
      <div className={styles.text}>
        <h2 className={styles.title}>
          {saved.video ? <Link to={`/dance/${saved.video.task_id}`}>{saved.title}</Link> : saved.title}
        </h2>
        <Facts saved={saved} />
        {saved.tags.length > 0 && (
          <ul className={styles.tags} aria-label={words.tags}>
            {saved.tags.map((tag) => (
              <li key={tag}>{tag}</li>
            ))}
          </ul>
        )}
      </div>
      {selected === null ? (
        <Actions saved={saved} onOpen={onOpen} />
      ) : (
        <label className={styles.select}>
          <input
            type="checkbox"
            checked={selected}
            onChange={onSelect}
            aria-label={words.selectNamed(saved.title)}
          />
        </label>
      )}
    </li>
  );
}

function Picture({ saved: { video } }: { saved: Saved }) {
  const words = useCollectionWords();
  return (
    <div className={styles.picture}>
      {video ? (
        <>
          <img src={video.poster_url} alt="" loading="lazy" />
          <span className={styles.length}>{formatTime(video.duration_s)}</span>
        </>
      ) : (
        <div className={styles.none}>
          <CountBar className={styles.bar} lit={0} />
          <p>{words.noVideo}</p>
        </div>
      )}
    </div>
  );
}

function Facts({ saved: { title, song, wish, last_practised_at, created_at } }: { saved: Saved }) {
  const words = useCollectionWords();
  const { difficulty, style } = useMessages();
  const spoken = language.use();
  const named = [song.title === title ? "" : song.title, song.artist].filter((word) => word !== "");
  return (
    <>
      {named.length > 0 && <p>{named.join(" · ")}</p>}
      {wish && (
        <p>
          {difficulty[wish.difficulty]} · {style[wish.style]}
        </p>
      )}
      <p>
        {last_practised_at === null
          ? words.savedOn(formatDay(created_at, spoken))
          : words.lastPractised(formatDay(last_practised_at, spoken))}
      </p>
    </>
  );
}

function Actions({ saved, onOpen }: Pick<SavedCardProps, "saved" | "onOpen">) {
  const words = useCollectionWords();
  const favour = useChangeSaved(saved.id);
  const isFavourite = favour.isPending ? favour.variables.favourite === true : saved.favourite;
  return (
    <div className={styles.actions}>
      <button
        type="button"
        className={styles.heart}
        aria-label={words.favour(saved.title)}
        aria-pressed={isFavourite}
        onClick={() => favour.mutate({ favourite: !isFavourite })}
      >
        <Icon name="heart" />
      </button>
      <IconButton icon="share" label={words.shareNamed(saved.title)} onClick={() => onOpen("share")} />
      <IconButton icon="pencil" label={words.editNamed(saved.title)} onClick={() => onOpen("edit")} />
    </div>
  );
}

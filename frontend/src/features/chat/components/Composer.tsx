import { useId, useState, type KeyboardEvent, type SyntheticEvent } from "react";
import { IconButton } from "@/shared/ui/Button";
import { useChatWords } from "../words";
import styles from "./Composer.module.css";

/** As many characters as the choreographer listens to at once. */
const SENTENCE_MAX = 1000;
const COUNT_FROM = 850;

interface ComposerProps {
  /** Whether there is something to change already. */
  isFollowUp: boolean;
  /** The last sentence is still being answered, or this one is on its way. */
  waiting: boolean;
  /** Say it; false where it did not arrive: then the words stay in the box. */
  onSay: (sentence: string) => Promise<boolean>;
}

/** Where one writes to the choreographer. Enter sends, with Shift it begins a line. */
export function Composer({ isFollowUp, waiting, onSay }: ComposerProps) {
  const words = useChatWords();
  const id = useId();
  const [text, setText] = useState("");
  const left = SENTENCE_MAX - text.length;

  const send = async () => {
    const sentence = text.trim();
    if (sentence === "" || waiting) return;
    if (await onSay(sentence)) setText((now) => (now === text ? "" : now));
  };
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    void send();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };

  return (
    <form className={styles.composer} onSubmit={onSubmit}>
      <label htmlFor={id} className="visually-hidden">
        {words.box}
      </label>
      <textarea
        id={id}
        className={styles.box}
        rows={1}
        value={text}
        maxLength={SENTENCE_MAX}
        placeholder={isFollowUp ? words.boxHintLater : words.boxHint}
        enterKeyHint="send"
        aria-describedby={`${id}-left`}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={onKeyDown}
      />
      <IconButton
        icon="send"
        type="submit"
        className={styles.send}
        label={words.send}
        disabled={waiting || text.trim() === ""}
      />
      <p id={`${id}-left`} className={styles.left} role="status">
        {text.length >= COUNT_FROM && words.left(left)}
      </p>
    </form>
  );
}

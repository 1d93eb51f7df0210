import { useChatWords } from "../words";
import { Chips } from "./Chips";
import styles from "./Welcome.module.css";

interface WelcomeProps {
  disabled: boolean;
  onSay: (sentence: string) => void;
}

/** A conversation before its first word: what can be said here, and some of it to try. */
export function Welcome({ disabled, onSay }: WelcomeProps) {
  const words = useChatWords();
  return (
    <section className={styles.welcome}>
      <h1>{words.welcome}</h1>
      <p className={styles.text}>{words.welcomeText}</p>
      <h2 className={styles.examples}>{words.examplesTitle}</h2>
      <Chips label={words.examplesTitle} words={words.examples} disabled={disabled} onSay={onSay} />
    </section>
  );
}

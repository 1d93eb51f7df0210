import { useMessages } from "@/shared/i18n";
import { Notice } from "@/shared/ui/Notice";

/** Which wishes the library could not fulfil, said as they are. */
export function Compromises({ sentences }: { sentences: readonly string[] }) {
  const { player } = useMessages();
  if (sentences.length === 0) return null;
  return (
    <Notice kind="word" title={player.compromises}>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  );
}

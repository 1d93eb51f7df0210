import { ApiProblem } from "@/shared/api/problem";
import { useMessages } from "@/shared/i18n";
import { IconButton } from "@/shared/ui/Button";
import { Notice } from "@/shared/ui/Notice";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { useSongWords } from "../words";

interface SongProblemProps {
  error: unknown;
  onClose?: () => void;
}

/** Why a song was not taken, in plain words and with a way on. */
export function SongProblem({ error, onClose }: SongProblemProps) {
  const words = useSongWords();
  const { actions } = useMessages();
  const known = error instanceof ApiProblem ? words.byCode[error.code] : undefined;
  const close = onClose && <IconButton icon="close" label={actions.close} onClick={onClose} />;
  if (known === undefined) return <ProblemNotice error={error}>{close}</ProblemNotice>;
  return (
    <Notice kind="trouble" title={words.notTaken}>
      <p>{known}</p>
      {close}
    </Notice>
  );
}

import { useMessages } from "@/shared/i18n";
import { Button } from "@/shared/ui/Button";
import { Dialog } from "@/shared/ui/Dialog";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { useForget } from "../api/conversations";
import type { ConversationSummary } from "../types";
import { useChatWords } from "../words";
import styles from "./ForgetDialog.module.css";

interface ForgetDialogProps {
  conversation: ConversationSummary;
  onClose: () => void;
  onForgotten: () => void;
}

/** Ask once before a conversation is gone for good. */
export function ForgetDialog({ conversation, onClose, onForgotten }: ForgetDialogProps) {
  const words = useChatWords();
  const { actions } = useMessages();
  const forget = useForget();
  return (
    <Dialog title={words.forgetTitle} closeLabel={actions.close} onClose={onClose}>
      <div className={styles.text}>
        <blockquote className={styles.said}>{conversation.title ?? words.untitled}</blockquote>
        <p>{words.forgetText}</p>
        {forget.error && <ProblemNotice error={forget.error} />}
        <div className={styles.ways}>
          <Button onClick={onClose}>{actions.cancel}</Button>
          <Button
            look="primary"
            disabled={forget.isPending}
            onClick={() => forget.mutate(conversation.id, { onSuccess: onForgotten })}
          >
            {words.forgetDo}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

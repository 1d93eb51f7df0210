import { useState } from "react";
import { NavLink } from "react-router";
import { language, useMessages } from "@/shared/i18n";
import { formatMoment } from "@/shared/i18n/format";
import { Button, IconButton } from "@/shared/ui/Button";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { useConversations } from "../api/conversations";
import type { ConversationSummary } from "../types";
import { useChatWords } from "../words";
import styles from "./ConversationList.module.css";
import { ForgetDialog } from "./ForgetDialog";

interface ConversationListProps {
  /** A conversation is gone for good; its page may be open. */
  onForgotten: (conversationId: string) => void;
}

/** All conversations, the last spoken in first. */
export function ConversationList({ onForgotten }: ConversationListProps) {
  const words = useChatWords();
  const { actions } = useMessages();
  const spoken = language.use();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useConversations();
  const [leaving, setLeaving] = useState<ConversationSummary | null>(null);
  const found = data?.pages.flatMap(({ results }) => results) ?? [];

  return (
    <section className={styles.conversations}>
      <h2>{words.conversations}</h2>
      {error && !data && (
        <ProblemNotice error={error}>
          <Button onClick={() => void refetch()}>{actions.tryAgain}</Button>
        </ProblemNotice>
      )}
      {data && found.length === 0 && <p className={styles.none}>{words.noConversations}</p>}
      <ul className={styles.list}>
        {found.map((each) => (
          <li key={each.id} className={styles.row}>
            <NavLink to={`/chat/${each.id}`} className={styles.open ?? ""}>
              <span className={styles.title}>{each.title ?? words.untitled}</span>
              <span className={styles.when}>
                {words.spokenOn(formatMoment(each.updated_at, spoken), each.turn_count)}
              </span>
            </NavLink>
            <IconButton
              icon="trash"
              className={styles.forget}
              label={words.forget(each.title ?? words.untitled)}
              onClick={() => setLeaving(each)}
            />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button look="quiet" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {actions.showMore}
        </Button>
      )}
      {leaving && (
        <ForgetDialog
          conversation={leaving}
          onClose={() => setLeaving(null)}
          onForgotten={() => {
            setLeaving(null);
            onForgotten(leaving.id);
          }}
        />
      )}
    </section>
  );
}

import { useEffect, useRef } from "react";
import { Link, useNavigate, useParams } from "react-router";
import {
  Composer,
  ConversationList,
  isThinking,
  nextWords,
  useChatWords,
  useConversation,
  useDescribe,
  Welcome,
  type ConversationData,
} from "@/features/chat";
import { ApiProblem } from "@/shared/api/problem";
import { useMessages } from "@/shared/i18n";
import { Button, ButtonLink } from "@/shared/ui/Button";
import { EmptyPlace } from "@/shared/ui/EmptyPlace";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { Waiting } from "@/shared/ui/Waiting";
import { PageTitle } from "../layout/PageTitle";
import { ChatTurn } from "../parts/ChatTurn";
import styles from "./ChatPage.module.css";

/** Say what to dance, and change it by talking. The conversation is the server's: a reload loses nothing. */
export function Component() {
  const { conversationId = null } = useParams();
  const words = useChatWords();
  const { actions } = useMessages();
  const navigate = useNavigate();
  const { data: conversation, error, refetch } = useConversation(conversationId);
  const describe = useDescribe();

  const isHere = describe.variables?.conversationId === conversationId;
  const waiting = describe.isPending || isThinking(conversation?.turns.at(-1));
  const say = async (sentence: string): Promise<boolean> => {
    const told = await describe.say(sentence, conversationId).catch(() => null); // `error` says why below.
    if (told === null) return false;
    if (conversationId === null) await navigate(`/chat/${told.conversation_id}`, { replace: true });
    return true;
  };

  if (error instanceof ApiProblem && error.status === 404) return <UnknownConversation />;
  return (
    <div className={styles.page} data-open={conversationId !== null}>
      <PageTitle title={conversation?.title ?? words.title} />
      <section className={styles.talk}>
        {conversationId === null && <Welcome disabled={waiting} onSay={(sentence) => void say(sentence)} />}
        {conversationId !== null && !conversation && !error && <Waiting />}
        {conversation && (
          <Talk conversation={conversation} disabled={waiting} onSay={(sentence) => void say(sentence)} />
        )}
        {error && !conversation && (
          <ProblemNotice error={error}>
            <Button onClick={() => void refetch()}>{actions.tryAgain}</Button>
          </ProblemNotice>
        )}
        <div className={styles.foot}>
          {describe.error && isHere && <Refused error={describe.error} />}
          <Composer isFollowUp={conversationId !== null} waiting={waiting} onSay={say} />
        </div>
      </section>
      <aside className={styles.others}>
        {conversationId !== null && (
          <ButtonLink icon="plus" to="/chat">
            {words.newOne}
          </ButtonLink>
        )}
        <ConversationList onForgotten={(gone) => gone === conversationId && void navigate("/chat")} />
      </aside>
    </div>
  );
}

interface TalkProps {
  conversation: ConversationData;
  disabled: boolean;
  onSay: (sentence: string) => void;
}

const LOOKED_UP = 3;

/** All that was said; the newest sentence comes to the top, its answer grows below it. */
function Talk({ conversation, disabled, onSay }: TalkProps) {
  const words = useChatWords();
  const newest = useRef<HTMLLIElement>(null);
  const { id, turns } = conversation;
  const count = turns.length;
  useEffect(() => {
    if (count > 1) newest.current?.scrollIntoView({ block: "start" });
  }, [id, count]);
  return (
    <>
      <header className={styles.header}>
        <ButtonLink look="quiet" icon="back" className={styles.back} to="/chat">
          {words.all}
        </ButtonLink>
        <h1 className={styles.title}>{conversation.title ?? words.untitled}</h1>
      </header>
      <ol className={styles.turns}>
        {turns.map((turn, index) => (
          <ChatTurn
            key={turn.number}
            turn={turn}
            startsOpen={index >= count - LOOKED_UP}
            suggestions={index === count - 1 ? nextWords(turns, words) : null}
            ref={index === count - 1 ? newest : null}
            {...{ disabled, onSay }}
          />
        ))}
      </ol>
    </>
  );
}

/** Why a sentence was not taken, and what to do about it. */
function Refused({ error }: { error: Error }) {
  const words = useChatWords();
  const code = error instanceof ApiProblem ? error.code : "";
  return (
    <ProblemNotice error={error}>
      {code === "too_many_tasks" && <Link to="/saved">{words.toTheMaking}</Link>}
      {(code === "conversation_full" || code === "not_found") && <Link to="/chat">{words.newOne}</Link>}
    </ProblemNotice>
  );
}

function UnknownConversation() {
  const words = useChatWords();
  return (
    <>
      <PageTitle title={words.unknownTitle} />
      <EmptyPlace
        level="h1"
        title={words.unknownTitle}
        action={<ButtonLink to="/chat">{words.newOne}</ButtonLink>}
      >
        {words.unknown}
      </EmptyPlace>
    </>
  );
}

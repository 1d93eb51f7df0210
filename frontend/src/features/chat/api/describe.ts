import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import { isPassing } from "@/shared/api/query-client";
import { queryKeys } from "@/shared/api/query-keys";
import { randomKey } from "@/shared/api/random-key";
import type { Conversation, Turn } from "../types";
import { chatKeys } from "./keys";

interface Said {
  sentence: string;
  conversationId: string | null;
  key: string;
}

/** Say something to the choreographer. The key makes a repeated request (a lost answer) the same sentence. */
export function useDescribe() {
  const cache = useQueryClient();
  const mutation = useMutation({
    mutationFn: ({ sentence, conversationId, key }: Said) =>
      unwrap(
        api.POST("/api/choreography/describe/", {
          body: { user_request: sentence, conversation_id: conversationId },
          params: { header: { "Idempotency-Key": key } },
        }),
      ),
    retry: (failures, error) => failures < 2 && isPassing(error),
    onSuccess: ({ conversation_id: id, task_id: taskId }, { sentence }) => {
      cache.setQueryData<Conversation>(chatKeys.one(id), (known) =>
        withTurn(known ?? newConversation(id, sentence), sentence, taskId),
      );
      void cache.invalidateQueries({ queryKey: queryKeys.tasks });
      void cache.invalidateQueries({ queryKey: chatKeys.all });
    },
  });
  return {
    ...mutation,
    say: (sentence: string, conversationId: string | null) =>
      mutation.mutateAsync({ sentence, conversationId, key: randomKey() }),
  };
}

function newConversation(id: string, sentence: string): Conversation {
  const now = new Date().toISOString();
  return {
    id,
    title: sentence,
    turn_count: 0,
    language: "",
    choreography_id: null,
    created_at: now,
    updated_at: now,
    turns: [],
  };
}

/** The conversation with a sentence at its end, shown until the server's own account of it is here. */
function withTurn(conversation: Conversation, request: string, taskId: string): Conversation {
  if (conversation.turns.some((turn) => turn.task_id === taskId)) return conversation;
  const turn: Turn = {
    number: (conversation.turns.at(-1)?.number ?? 0) + 1,
    request,
    reply: "",
    question: false,
    task_id: taskId,
    status: "queued",
    choreography_id: null,
    blueprint_id: null,
    diff: [],
    by_model: "",
    created_at: new Date().toISOString(),
  };
  return { ...conversation, turn_count: conversation.turn_count + 1, turns: [...conversation.turns, turn] };
}

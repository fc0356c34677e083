import type { Answer, Conversation, Progress } from "@/api/types";

export interface Turn {
  key: string;
  question: string;
  source?: string | undefined;
  state: "asking" | "done" | "stopped" | "failed";
  progress: Progress[];
  askedAt: string;
  answer?: Answer;
  error?: unknown;
  /** Who was asked to plan it, where somebody was named. */
  planner?: string | undefined;
  /** The turn whose question it answers again. */
  versionOf?: string | undefined;
}

export interface Chat {
  id: string | undefined;
  state: "ready" | "loading" | "failed";
  error?: unknown;
  turns: Turn[];
}

export type ChatEvent =
  | { type: "opening"; id: string }
  | { type: "opened"; conversation: Conversation }
  | { type: "open-failed"; error: unknown }
  | { type: "cleared" }
  | {
      type: "asked";
      key: string;
      question: string;
      source?: string | undefined;
      at: string;
      /** The turn that goes, with all after it. */
      insteadOf?: string | undefined;
      /** Who answers the last question again. */
      planner?: string | undefined;
    }
  | { type: "progressed"; key: string; progress: Progress }
  | { type: "answered"; key: string; answer: Answer }
  | { type: "stopped"; key: string }
  | { type: "ask-failed"; key: string; error: unknown };

export const EMPTY: Chat = { id: undefined, state: "ready", turns: [] };

function change(chat: Chat, key: string, apply: (turn: Turn) => Turn): Chat {
  return { ...chat, turns: chat.turns.map((turn) => (turn.key === key ? apply(turn) : turn)) };
}

function opened(conversation: Conversation): Chat {
  const turns = conversation.turns.map((turn): Turn => ({
    key: turn.id,
    question: turn.question,
    source: turn.answer.source ?? undefined,
    state: "done",
    progress: [],
    askedAt: turn.created_at,
    answer: turn.answer,
    planner: turn.answer.trust.planner,
    versionOf: turn.answer.version_of,
  }));
  return { id: conversation.id, state: "ready", turns };
}

/** What each event makes of the conversation on the page. */
export function reduceChat(chat: Chat, event: ChatEvent): Chat {
  switch (event.type) {
    case "opening":
      return { id: event.id, state: "loading", turns: [] };
    case "opened":
      return opened(event.conversation);
    case "open-failed":
      return { ...chat, state: "failed", error: event.error };
    case "cleared":
      return EMPTY;
    case "asked": {
      const { key, question, source, at, planner } = event;
      const replaced = chat.turns.findIndex(
        (each) => event.insteadOf !== undefined && each.answer?.turn === event.insteadOf,
      );
      const before = (replaced < 0 ? chat.turns : chat.turns.slice(0, replaced)).filter(
        (each) => each.key !== key,
      );
      const last = before.at(-1)?.answer;
      const turn: Turn = {
        key,
        question,
        source,
        state: "asking",
        progress: [],
        askedAt: at,
        planner,
        versionOf: planner && (last?.version_of ?? last?.turn),
      };
      return { ...chat, turns: [...before, turn] };
    }
    case "progressed":
      return change(chat, event.key, (turn) => ({
        ...turn,
        progress: [...turn.progress, event.progress],
      }));
    case "answered":
      return {
        ...change(chat, event.key, (turn) => ({
          ...turn,
          state: "done",
          answer: event.answer,
          versionOf: event.answer.version_of,
        })),
        id: event.answer.conversation,
      };
    case "stopped":
      return change(chat, event.key, (turn) => ({ ...turn, state: "stopped" }));
    case "ask-failed":
      return change(chat, event.key, (turn) => ({ ...turn, state: "failed", error: event.error }));
  }
}

import { useCallback, useEffect, useReducer, useRef } from "react";
import { call, callWithProgress } from "@/api/client";
import { isAbort } from "@/api/errors";
import type { ChipEdit } from "@/api/types";
import { goTo, useRoute } from "./route";
import { EMPTY, reduceChat } from "./turns";

interface UseChatOptions {
  /** Called when a conversation began or changed, so that lists of them can follow. */
  onChanged: () => void;
}

/** How a question speaks of turns before it. */
export interface Reference {
  /** The number of the option that is chosen. */
  choice?: number;
  /** A chip of the last answer, changed. */
  edit?: ChipEdit;
  /** The turn whose place the question takes. */
  insteadOf?: string | undefined;
}

/** One conversation: opened from the address, continued by asking. */
export function useChat({ onChanged }: UseChatOptions) {
  const route = useRoute();
  const [chat, dispatch] = useReducer(reduceChat, EMPTY);
  const asking = useRef<{ key: string; controller: AbortController }>(null);
  // What the page shows; undefined while it is being fetched anew.
  const shown = useRef<string | undefined>("");

  const open = useCallback((id: string, signal: AbortSignal) => {
    dispatch({ type: "opening", id });
    call("get_conversation", { conversation: id }, signal).then(
      (conversation) => {
        dispatch({ type: "opened", conversation });
      },
      (error: unknown) => {
        if (!isAbort(error)) {
          dispatch({ type: "open-failed", error });
        }
      },
    );
  }, []);

  useEffect(() => {
    if (route === shown.current) {
      return;
    }
    asking.current?.controller.abort();
    shown.current = route;
    if (route === "") {
      dispatch({ type: "cleared" });
      return;
    }
    const controller = new AbortController();
    open(route, controller.signal);
    return () => {
      controller.abort();
      shown.current = undefined;
    };
  }, [route, open]);

  const ask = useCallback(
    async (question: string, source?: string, again?: string, reference: Reference = {}) => {
      if (asking.current) {
        return;
      }
      const key = again ?? `asked-${String(Date.now())}`;
      const controller = new AbortController();
      const conversation = shown.current;
      const mine = { key, controller };
      asking.current = mine;
      const { choice, edit, insteadOf } = reference;
      dispatch({ type: "asked", key, question, source, at: new Date().toISOString(), insteadOf });
      try {
        const answer = await callWithProgress(
          "ask",
          {
            question,
            ...(source && { source }),
            ...(conversation && { conversation }),
            ...(choice && { choice }),
            ...(edit && { edit }),
            ...(insteadOf && { instead_of: insteadOf }),
          },
          (progress) => {
            dispatch({ type: "progressed", key, progress });
          },
          controller.signal,
        );
        if (controller.signal.aborted) {
          return;
        }
        dispatch({ type: "answered", key, answer });
        shown.current = answer.conversation;
        goTo(answer.conversation);
        onChanged();
      } catch (error) {
        dispatch(isAbort(error) ? { type: "stopped", key } : { type: "ask-failed", key, error });
      } finally {
        if (asking.current === mine) {
          asking.current = null;
        }
      }
    },
    [onChanged],
  );

  const stop = useCallback(() => {
    asking.current?.controller.abort();
  }, []);

  const reopen = useCallback(() => {
    open(route, new AbortController().signal);
  }, [open, route]);

  return { chat, ask, stop, reopen };
}

import { useCallback, useEffect, useState } from "react";
import { call } from "@/api/client";
import type { ConversationSummary } from "@/api/types";
import { useResource, type Resource } from "@/ui/use-resource";

const PAUSE_MILLIS = 200;

/** The conversations that a search leaves, or all of them. */
export function useConversations(all: Resource<{ conversations: ConversationSummary[] }>) {
  const [search, setSearch] = useState("");
  const [asked, setAsked] = useState("");
  const words = search.trim();

  useEffect(() => {
    const timer = setTimeout(() => {
      setAsked(words);
    }, PAUSE_MILLIS);
    return () => {
      clearTimeout(timer);
    };
  }, [words]);

  const load = useCallback(
    (signal: AbortSignal) =>
      asked
        ? call("list_conversations", { search: asked }, signal).then((data) => ({ asked, ...data }))
        : Promise.resolve({ asked, conversations: [] }),
    [asked],
  );
  const found = useResource(load);
  // What was found for other words is not shown for these.
  const data = words ? (found.data?.asked === words ? found.data : undefined) : all.data;
  return {
    search,
    setSearch,
    words,
    conversations: data?.conversations,
    error: words ? found.error : all.error,
    reload: () => {
      all.reload();
      found.reload();
    },
  };
}

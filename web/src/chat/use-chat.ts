import { createContext, useContext, useEffect, useLayoutEffect, useSyncExternalStore } from "react";
import { ChatStore, type ChatView } from "./chat-store";
import { isAskPage, useRoute } from "./route";

export const ChatContext = createContext(new ChatStore());

interface UseChatOptions {
  /** Called when a conversation began or changed, so that lists of them can follow. */
  onChanged: () => void;
}

/** What is known of conversations, wherever one is. */
export function useChatView(): ChatView {
  const store = useContext(ChatContext);
  return useSyncExternalStore(store.subscribe, store.snapshot);
}

/** The conversation that the address names, continued by asking; it goes on while other pages are open. */
export function useChat({ onChanged }: UseChatOptions) {
  const store = useContext(ChatContext);
  const { chat, answers } = useChatView();
  const route = useRoute();

  // Before anything is painted, so that the conversation before does not flash up.
  useLayoutEffect(() => {
    // Whoever leaves for another page hears of its address first, and leaves nothing behind.
    if (isAskPage()) {
      store.show(route);
    }
  }, [store, route]);

  useEffect(() => {
    if (answers > 0) {
      onChanged();
    }
  }, [answers, onChanged]);

  return { chat, store };
}

import { useSyncExternalStore } from "react";

const CONVERSATION = /^#\/c\/([^/]+)$/;

function subscribe(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  return () => {
    window.removeEventListener("hashchange", listener);
  };
}

function current(): string {
  const match = CONVERSATION.exec(window.location.hash);
  try {
    return decodeURIComponent(match?.[1] ?? "");
  } catch {
    return "";
  }
}

/** The conversation that the address names; empty for a new one. */
export function useRoute(): string {
  return useSyncExternalStore(subscribe, current);
}

/** Whether the address is that of a question that nobody has asked yet. */
export function isFirstAddress(): boolean {
  return /^(#\/?)?$/.test(window.location.hash);
}

/** Whether the page for questions is open. */
export function isAskPage(): boolean {
  return isFirstAddress() || CONVERSATION.test(window.location.hash);
}

export function conversationAddress(id: string): string {
  return id ? `#/c/${encodeURIComponent(id)}` : "#/";
}

export function goTo(id: string): void {
  window.location.hash = conversationAddress(id);
}

import { useSyncExternalStore } from "react";

function subscribe(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  return () => {
    window.removeEventListener("hashchange", listener);
  };
}

function current(): string {
  const match = /^#\/c\/([^/]+)$/.exec(window.location.hash);
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

export function conversationAddress(id: string): string {
  return id ? `#/c/${encodeURIComponent(id)}` : "#/";
}

export function goTo(id: string): void {
  window.location.hash = conversationAddress(id);
}

import { useSyncExternalStore } from "react";

function subscribe(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  return () => {
    window.removeEventListener("hashchange", listener);
  };
}

function current(): string {
  return /^#\/approvals\/([\w-]+)$/.exec(window.location.hash)?.[1] ?? "";
}

/** The approval that the address names; empty for every other page. */
export function useApprovalRoute(): string {
  return useSyncExternalStore(subscribe, current);
}

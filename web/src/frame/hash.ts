import { useSyncExternalStore } from "react";

function subscribe(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  return () => {
    window.removeEventListener("hashchange", listener);
  };
}

const current = () => window.location.hash;

/** The part of the address behind `#`, with it; empty on the first page. */
export function useHash(): string {
  return useSyncExternalStore(subscribe, current);
}

/** What an address holds in its groups, decoded; nothing where it is another page's or malformed. */
export function partsOf(address: RegExp, hash: string): string[] | undefined {
  const match = address.exec(hash);
  if (!match) {
    return undefined;
  }
  try {
    return match.slice(1).map((part) => decodeURIComponent(part));
  } catch {
    return undefined;
  }
}

import { useEffect } from "react";
import { useHash } from "@/frame/hash";
import { addressOf, askedBy, type Asked } from "./address";
import type { Tab } from "./tabs";

const HERE = "#/workbench";

/** Hears what links ask for, once each, and keeps the address that of the tab in front. */
export function useAddress(current: Tab | undefined, onAsked: (asked: Asked) => void): void {
  const hash = useHash();

  useEffect(() => {
    // Read anew: the address may have been answered since it was heard of.
    const asked = askedBy(window.location.hash.slice(HERE.length));
    if (asked.kind !== "nothing") {
      replaceAddress(HERE);
      onAsked(asked);
    }
  }, [hash, onAsked]);

  useEffect(() => {
    if (window.location.hash.startsWith(HERE) && !window.location.hash.includes("?")) {
      replaceAddress(current?.saved ? addressOf(current) : HERE);
    }
  }, [current]);
}

function replaceAddress(hash: string): void {
  if (window.location.hash !== hash) {
    window.history.replaceState(null, "", hash);
  }
}

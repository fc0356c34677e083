import { useEffect } from "react";
import { useHash } from "@/frame/hash";
import { askedBy, type Asked } from "./asking";

/** Hears what the address says to ask, once, and leaves the page for questions behind. */
export function useAsked(onAsked: (asked: Asked) => void): void {
  const hash = useHash();
  useEffect(() => {
    const asked = askedBy(hash);
    if (asked) {
      // Whoever goes back must not ask again.
      window.history.replaceState(null, "", "#/");
      window.dispatchEvent(new HashChangeEvent("hashchange"));
      onAsked(asked);
    }
  }, [hash, onAsked]);
}

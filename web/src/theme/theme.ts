import { useEffect, useSyncExternalStore } from "react";
import { useMedia } from "@/ui/use-media";

export type ThemeChoice = "system" | "light" | "dark";

const KEY = "alidade.theme";

function remembered(): ThemeChoice {
  try {
    const value = localStorage.getItem(KEY);
    return value === "light" || value === "dark" ? value : "system";
  } catch {
    return "system";
  }
}

function remember(choice: ThemeChoice): void {
  try {
    localStorage.setItem(KEY, choice);
  } catch {
    // Storage may be blocked; the choice then lasts until the page is left.
  }
}

const listeners = new Set<() => void>();
let chosen = remembered();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

const current = () => chosen;

function choose(next: ThemeChoice): void {
  remember(next);
  chosen = next;
  for (const listener of listeners) {
    listener();
  }
}

/** The chosen theme, what it means now, and how to change it, the same wherever it is asked for. */
export function useTheme() {
  const choice = useSyncExternalStore(subscribe, current);
  const systemDark = useMedia("(prefers-color-scheme: dark)");
  const dark = choice === "dark" || (choice === "system" && systemDark);

  useEffect(() => {
    document.documentElement.dataset.theme = dark ? "dark" : "light";
  }, [dark]);

  return { choice, dark, choose };
}

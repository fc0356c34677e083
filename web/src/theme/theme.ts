import { useCallback, useEffect, useState } from "react";
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

/** The chosen theme, what it means now, and how to change it. */
export function useTheme() {
  const [choice, setChoice] = useState<ThemeChoice>(remembered);
  const systemDark = useMedia("(prefers-color-scheme: dark)");
  const dark = choice === "dark" || (choice === "system" && systemDark);

  useEffect(() => {
    document.documentElement.dataset.theme = dark ? "dark" : "light";
  }, [dark]);

  const choose = useCallback((next: ThemeChoice) => {
    remember(next);
    setChoice(next);
  }, []);

  return { choice, dark, choose };
}

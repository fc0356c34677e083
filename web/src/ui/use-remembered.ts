import { useState } from "react";

function read(key: string, fallback: boolean): boolean {
  try {
    const text = localStorage.getItem(key);
    return text === null ? fallback : text === "true";
  } catch {
    return fallback;
  }
}

/** A switch that keeps its position across visits. */
export function useRemembered(key: string, fallback: boolean): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => read(key, fallback));
  const set = (next: boolean) => {
    setOn(next);
    try {
      localStorage.setItem(key, String(next));
    } catch {
      // Storage may be blocked; the switch then holds until the page is left.
    }
  };
  return [on, set];
}

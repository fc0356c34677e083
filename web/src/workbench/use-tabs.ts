import { useCallback, useEffect, useState } from "react";
import * as tabs from "./tabs";
import { newId } from "./new-id";
import { texts } from "./texts";

const KEY = "alidade.workbench";
const PAUSE_MILLIS = 250;

function kept(): tabs.Tabs {
  try {
    return tabs.read(localStorage.getItem(KEY));
  } catch {
    return tabs.NO_TABS;
  }
}

function keep(state: tabs.Tabs): void {
  try {
    localStorage.setItem(KEY, tabs.written(state));
  } catch {
    // Storage may be blocked or full; the tabs then hold until the page is left.
  }
}

/** What a new tab begins with; a tab begins with what another has. */
export type Draft = Partial<tabs.Tab> & { source: string };

function withNew(before: tabs.Tabs, id: string, draft: Draft): tabs.Tabs {
  const title = tabs.freeTitle(before, draft.title ?? texts.untitled);
  return tabs.opened(before, { sql: "", values: {}, types: {}, ...draft, title, id });
}

/** The tabs of this browser, kept as they change. */
export function useTabs() {
  const [state, setState] = useState(kept);

  useEffect(() => {
    const timer = setTimeout(() => {
      keep(state);
    }, PAUSE_MILLIS);
    const now = () => {
      keep(state);
    };
    window.addEventListener("pagehide", now);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("pagehide", now);
    };
  }, [state]);

  const open = useCallback((draft: Draft) => {
    const id = newId();
    setState((before) => withNew(before, id, draft));
    return id;
  }, []);
  /** Opens one where none is; what a link opened just now counts. */
  const openFirst = useCallback((draft: Draft) => {
    setState((before) => (before.open.length > 0 ? before : withNew(before, newId(), draft)));
  }, []);

  const change = useCallback((id: string, part: Partial<tabs.Tab>) => {
    setState((before) => tabs.changed(before, id, part));
  }, []);
  const choose = useCallback((id: string) => {
    setState((before) => tabs.chosen(before, id));
  }, []);
  const close = useCallback((id: string) => {
    setState((before) => tabs.closed(before, id));
  }, []);
  const reopen = useCallback(() => {
    setState((before) => tabs.reopened(before));
  }, []);
  const move = useCallback((id: string, by: number) => {
    setState((before) => tabs.moved(before, id, by));
  }, []);

  return { tabs: state, open, openFirst, change, choose, close, reopen, move };
}

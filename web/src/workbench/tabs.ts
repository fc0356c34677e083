import type { QueryParameter } from "@/api/types";

/** What a tab knows of the saved query that it shows. */
export interface SavedLink {
  name: string;
  version: number;
}

/** A statement that somebody works on. */
export interface Tab {
  id: string;
  title: string;
  source: string;
  sql: string;
  /** Values of parameters as they were typed, by name. */
  values: Record<string, string>;
  /** Types of parameters that no saved query declares. */
  types: Record<string, string>;
  saved?: SavedLink | undefined;
  /** The parameters as the saved query declares them. */
  declared?: QueryParameter[] | undefined;
}

export interface Tabs {
  open: Tab[];
  current: string;
  /** Those that were closed, the latest last, with where they stood. */
  closed: { tab: Tab; at: number }[];
}

const MOST_CLOSED = 20;
const MOST_OPEN = 50;
const MOST_KEPT = 200_000;

export const NO_TABS: Tabs = { open: [], current: "", closed: [] };

export function currentTab(tabs: Tabs): Tab | undefined {
  return tabs.open.find(({ id }) => id === tabs.current);
}

/** Another tab after the last, in front. */
export function opened(tabs: Tabs, tab: Tab): Tabs {
  const open = [...tabs.open, tab];
  return { ...tabs, open: open.slice(-MOST_OPEN), current: tab.id };
}

export function changed(tabs: Tabs, id: string, part: Partial<Tab>): Tabs {
  const open = tabs.open.map((tab) => (tab.id === id ? { ...tab, ...part } : tab));
  return { ...tabs, open };
}

export function chosen(tabs: Tabs, id: string): Tabs {
  return { ...tabs, current: id };
}

/** Without a tab; the one that takes its place is in front then. */
export function closed(tabs: Tabs, id: string): Tabs {
  const at = tabs.open.findIndex((tab) => tab.id === id);
  const tab = tabs.open[at];
  if (!tab) {
    return tabs;
  }
  const open = tabs.open.filter((each) => each !== tab);
  const next = open[Math.min(at, open.length - 1)]?.id ?? "";
  return {
    open,
    current: tabs.current === id ? next : tabs.current,
    closed: [...tabs.closed, { tab, at }].slice(-MOST_CLOSED),
  };
}

/** The tab that was closed last, back where it was. */
export function reopened(tabs: Tabs): Tabs {
  const last = tabs.closed.at(-1);
  if (!last) {
    return tabs;
  }
  return {
    open: tabs.open.toSpliced(last.at, 0, last.tab),
    current: last.tab.id,
    closed: tabs.closed.slice(0, -1),
  };
}

/** A tab moved by so many places. */
export function moved(tabs: Tabs, id: string, by: number): Tabs {
  const from = tabs.open.findIndex((tab) => tab.id === id);
  const tab = tabs.open[from];
  if (!tab) {
    return tabs;
  }
  const to = Math.max(0, Math.min(tabs.open.length - 1, from + by));
  return { ...tabs, open: tabs.open.toSpliced(from, 1).toSpliced(to, 0, tab) };
}

/** A name that no open tab has. */
export function freeTitle(tabs: Tabs, wanted: string): string {
  const taken = new Set(tabs.open.map(({ title }) => title));
  if (!taken.has(wanted)) {
    return wanted;
  }
  for (let number = 2; ; number += 1) {
    const title = `${wanted} ${String(number)}`;
    if (!taken.has(title)) {
      return title;
    }
  }
}

/** The tabs as text, to keep. */
export function written(tabs: Tabs): string {
  const kept = tabs.closed.filter(({ tab }) => tab.sql !== "");
  const text = JSON.stringify({ ...tabs, closed: kept });
  return text.length <= MOST_KEPT ? text : JSON.stringify({ ...tabs, closed: [] });
}

/** The tabs that were kept; what is no tab any more is left out. */
export function read(text: string | null): Tabs {
  try {
    const kept = JSON.parse(text ?? "null") as Partial<Tabs> | null;
    const open = (kept?.open ?? []).filter(isTab);
    const current = open.some(({ id }) => id === kept?.current) ? (kept?.current ?? "") : "";
    const gone = (kept?.closed ?? []).filter(({ tab }) => isTab(tab));
    return { open, current: current || (open[0]?.id ?? ""), closed: gone };
  } catch {
    return NO_TABS;
  }
}

function isTab(value: unknown): value is Tab {
  const tab = value as Partial<Record<keyof Tab, unknown>> | null;
  return (
    typeof tab === "object" &&
    tab !== null &&
    [tab.id, tab.title, tab.source, tab.sql].every((field) => typeof field === "string") &&
    typeof tab.values === "object" &&
    typeof tab.types === "object"
  );
}

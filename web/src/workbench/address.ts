import type { Tab } from "./tabs";

/** What a link asks to open. */
export type Asked =
  | { kind: "nothing" }
  | { kind: "saved"; name: string }
  | { kind: "text"; source: string; sql: string; title: string };

/** The address at which a tab's text, or its saved query, opens again. */
export function addressOf(tab: Pick<Tab, "source" | "sql" | "saved">): string {
  if (tab.saved) {
    return `#/workbench/q/${encodeURIComponent(tab.saved.name)}`;
  }
  return textAddress(tab.source, tab.sql);
}

/** A link that opens a text in the workbench; it runs when a person says so, not by a link. */
export function textAddress(source: string, sql: string, title = ""): string {
  const query = new URLSearchParams({ source, sql });
  if (title !== "") {
    query.set("title", title);
  }
  return `#/workbench?${query.toString()}`;
}

/** What the part of an address behind `#/workbench` asks for. */
export function askedBy(rest: string): Asked {
  const saved = /^\/q\/([^/?]+)$/.exec(rest);
  if (saved?.[1]) {
    return { kind: "saved", name: saved[1] };
  }
  const query = new URLSearchParams(rest.startsWith("?") ? rest.slice(1) : "");
  const source = query.get("source");
  return source === null
    ? { kind: "nothing" }
    : {
        kind: "text",
        source,
        sql: query.get("sql") ?? "",
        title: query.get("title") ?? "",
      };
}

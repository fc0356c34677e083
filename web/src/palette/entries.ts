import { useCallback, useEffect, useMemo } from "react";
import { call } from "@/api/client";
import { conversationAddress } from "@/chat/route";
import { useChatView } from "@/chat/use-chat";
import { PAGES } from "@/pages";
import { useCatalog } from "@/schema/catalog";
import { previewSql } from "@/sql/identifiers";
import { useResource } from "@/ui/use-resource";
import { textAddress } from "@/workbench/address";
import { useListedActions, type Action } from "./actions";
import { fit } from "./fuzzy";
import { texts } from "./texts";

export const GROUPS = ["action", "page", "conversation", "query", "table"] as const;
export type Group = (typeof GROUPS)[number];

/** Something to go to or to do. */
export interface Entry extends Action {
  group: Group;
}

const SHOWN_OF_GROUP = 6;
const SHOWN_ACTIONS = 14;

function goingTo(href: string): () => void {
  return () => {
    window.location.hash = href;
  };
}

/** Everything that can be gone to or done from here. */
export function useEntries(): Entry[] {
  const { sources, descriptions, store } = useCatalog();
  const listed = useListedActions();
  const { chat } = useChatView();
  const askHref = conversationAddress(chat.id ?? "");
  const load = useCallback(
    (signal: AbortSignal) =>
      Promise.all([
        call("list_conversations", {}, signal).then((all) => all.conversations),
        // Who may not list approved queries goes without them.
        call("list_queries", {}, signal).then(
          (all) => all.queries,
          () => [],
        ),
      ]),
    [],
  );
  const { data } = useResource(load);

  useEffect(() => {
    for (const { name, status } of sources.state === "ready" ? sources.data : []) {
      if (status === "available") {
        store.describe(name);
      }
    }
  }, [sources, store]);

  return useMemo(() => {
    const actions = listed.map((action): Entry => ({ ...action, group: "action" }));
    const places = PAGES.flatMap((page) => page.place ?? []);
    const pages = [{ name: texts.ask, href: askHref }, ...places].map(({ name, href }): Entry => ({
      id: href,
      group: "page",
      name,
      run: goingTo(href),
    }));
    const [conversations, queries] = data ?? [[], []];
    const known = sources.state === "ready" ? sources.data : [];
    const tables = known.flatMap(({ name: source, engine }) => {
      const description = descriptions.get(source);
      return description?.state === "ready"
        ? description.data.tables.map((table): Entry => ({
            id: `${source} ${table.name}`,
            group: "table",
            name: table.name,
            hint: source,
            run: goingTo(textAddress(source, previewSql(engine, table), table.name)),
          }))
        : [];
    });
    return [
      ...actions,
      ...pages,
      ...conversations.map(({ id, title }): Entry => ({
        id,
        group: "conversation",
        name: title,
        run: goingTo(conversationAddress(id)),
      })),
      ...queries.map(({ name, source }): Entry => ({
        id: name,
        group: "query",
        name,
        hint: source,
        run: goingTo(`#/workbench/q/${encodeURIComponent(name)}`),
      })),
      ...tables,
    ];
  }, [askHref, data, descriptions, listed, sources]);
}

/** Those that the letters stand for, the best of each group first. */
export function matching(entries: Entry[], typed: string): Entry[] {
  return GROUPS.flatMap((group) =>
    entries
      .filter((entry) => entry.group === group)
      .map((entry) => ({ entry, score: fit(typed, entry.name) }))
      .filter(({ score }) => score !== undefined)
      .sort((left, right) => (right.score ?? 0) - (left.score ?? 0))
      .slice(0, group === "action" ? SHOWN_ACTIONS : SHOWN_OF_GROUP)
      .map(({ entry }) => entry),
  );
}

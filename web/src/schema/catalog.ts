import { createContext, useContext, useEffect, useMemo, useSyncExternalStore } from "react";
import type { SchemaTable } from "@/api/types";
import { CatalogStore, type Catalog, type Loaded } from "./catalog-store";

export const CatalogContext = createContext(new CatalogStore());

export function useCatalog(): Catalog & { store: CatalogStore } {
  const store = useContext(CatalogContext);
  const catalog = useSyncExternalStore(store.subscribe, store.snapshot);
  useEffect(() => {
    store.start();
  }, [store]);
  return useMemo(() => ({ ...catalog, store }), [catalog, store]);
}

const NO_TABLES: SchemaTable[] = [];

/** The engine of a source and its tables, as far as they are known yet. */
export function useTables(source: string): {
  engine: string;
  tables: SchemaTable[];
  state: Loaded<unknown>["state"];
} {
  const { sources, descriptions, store } = useCatalog();
  const description = descriptions.get(source);
  const ready = sources.state === "ready";
  const summary = ready ? sources.data.find((each) => each.name === source) : undefined;
  const available = summary?.status === "available";

  useEffect(() => {
    if (available) {
      store.describe(source);
    }
  }, [available, source, store]);

  return {
    engine: summary?.engine ?? "",
    tables: description?.state === "ready" ? description.data.tables : NO_TABLES,
    state: description?.state ?? "loading",
  };
}

/** What the SQL editor needs to know of a source: its engine, and the names to complete. */
export function useCompletions(source: string): {
  engine: string;
  completions: Record<string, string[]>;
} {
  const { sources, descriptions, store } = useCatalog();
  const description = descriptions.get(source);
  const ready = sources.state === "ready";
  const summary = ready ? sources.data.find((each) => each.name === source) : undefined;

  useEffect(() => {
    if (ready) {
      store.describe(source);
    }
  }, [ready, source, store]);

  const completions = useMemo(() => {
    const tables = description?.state === "ready" ? description.data.tables : [];
    return Object.fromEntries(
      tables.map((table) => [table.name, table.columns.map((column) => column.name)]),
    );
  }, [description]);

  return { engine: summary?.engine ?? "", completions };
}

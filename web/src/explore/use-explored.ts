import { useEffect } from "react";
import type { SourceDescription, SourceSummary } from "@/api/types";
import { useCatalog } from "@/schema/catalog";
import type { CatalogStore, Loaded } from "@/schema/catalog-store";

export interface Explored {
  summary: SourceSummary | undefined;
  description: Loaded<SourceDescription>;
  store: CatalogStore;
}

const LOADING = { state: "loading" } as const;

/** What is known of one source, described when somebody looks. */
export function useExplored(source: string): Explored {
  const { sources, descriptions, store } = useCatalog();
  const ready = sources.state === "ready";
  useEffect(() => {
    if (ready) {
      store.describe(source);
    }
  }, [ready, source, store]);
  const failed = sources.state === "failed" ? sources : undefined;
  return {
    summary: ready ? sources.data.find((each) => each.name === source) : undefined,
    description: failed ?? descriptions.get(source) ?? LOADING,
    store,
  };
}

import { Database } from "lucide-react";
import { useEffect } from "react";
import type { SchemaTable, SourceSummary } from "@/api/types";
import { Badge } from "@/ui/badge";
import { ErrorNotice } from "@/ui/error-notice";
import { Skeleton } from "@/ui/skeleton";
import { useCatalog } from "./catalog";
import { filterTables } from "./filter";
import { TableNode } from "./TableNode";
import { texts } from "./texts";

interface SourceNodeProps {
  source: SourceSummary;
  filter: string;
  onAsk: (table: SchemaTable) => void;
  onPreview: (engine: string, table: SchemaTable) => void;
}

export function SourceNode({ source, filter, onAsk, onPreview }: SourceNodeProps) {
  const { descriptions, store } = useCatalog();
  const description = descriptions.get(source.name);
  const available = source.status === "available";

  useEffect(() => {
    if (available) {
      store.describe(source.name);
    }
  }, [available, source.name, store]);

  const matches =
    description?.state === "ready" ? filterTables(description.data.tables, filter) : [];

  return (
    <section aria-label={texts.source(source.name)} className="mb-3">
      <h3 className="flex items-center gap-1.5 px-2 py-1.5 text-sm font-medium">
        <Database className="size-3.5 text-accent" aria-hidden="true" />
        <span className="truncate">{source.name}</span>
        <Badge className="ml-auto" variant={available ? "neutral" : "danger"}>
          {available ? source.engine : texts.unavailable}
        </Badge>
      </h3>
      {source.error && <p className="px-2 pb-1 text-xs text-danger">{source.error}</p>}
      {available && (description?.state ?? "loading") === "loading" && (
        <div className="space-y-2 px-2 py-1">
          <Skeleton className="h-5" />
          <Skeleton className="h-5 w-4/5" />
          <Skeleton className="h-5 w-3/5" />
        </div>
      )}
      {description?.state === "failed" && (
        <ErrorNotice
          error={description.error}
          onRetry={() => {
            store.describe(source.name);
          }}
        />
      )}
      {description?.state === "ready" && matches.length === 0 && (
        <p className="px-2 py-1 text-xs text-muted">{filter ? texts.noMatch : texts.noTables}</p>
      )}
      <ul>
        {matches.map((match) => (
          <TableNode
            key={`${match.table.schema ?? ""}.${match.table.name}`}
            match={match}
            onAsk={() => {
              onAsk(match.table);
            }}
            onPreview={() => {
              onPreview(source.engine, match.table);
            }}
          />
        ))}
      </ul>
    </section>
  );
}

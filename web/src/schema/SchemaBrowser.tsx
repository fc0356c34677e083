import { Search } from "lucide-react";
import { useDeferredValue, useState } from "react";
import type { SchemaTable } from "@/api/types";
import { Input } from "@/ui/input";
import { Skeleton } from "@/ui/skeleton";
import { useCatalog } from "./catalog";
import { SourceNode } from "./SourceNode";

export interface SchemaBrowserProps {
  onAsk: (source: string, table: SchemaTable) => void;
  onPreview: (source: string, engine: string, table: SchemaTable) => void;
}

/** Sources, their tables and columns, to see what can be asked. */
export function SchemaBrowser({ onAsk, onPreview }: SchemaBrowserProps) {
  const { sources } = useCatalog();
  const [text, setText] = useState("");
  const filter = useDeferredValue(text);
  return (
    <section aria-label="Schema" className="flex min-h-0 flex-1 flex-col">
      <div className="px-3 pt-3 pb-2">
        <h2 className="mb-2 px-1 text-xs font-medium tracking-wide text-muted uppercase">
          Your data
        </h2>
        <div className="relative">
          <Search
            className="pointer-events-none absolute top-2.5 left-2.5 size-3.5 text-muted"
            aria-hidden="true"
          />
          <Input
            type="search"
            className="h-8.5 pl-8 text-[13px]"
            placeholder="Filter tables and columns"
            aria-label="Filter tables and columns"
            value={text}
            onChange={(event) => {
              setText(event.target.value);
            }}
          />
        </div>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-2 pb-6">
        {sources.state === "loading" && (
          <div className="space-y-2 px-2">
            <Skeleton className="h-5 w-2/3" />
            <Skeleton className="h-5" />
            <Skeleton className="h-5" />
          </div>
        )}
        {sources.state === "failed" && (
          <p className="px-2 text-sm text-muted">Your sources show here once the server answers.</p>
        )}
        {sources.state === "ready" && sources.data.length === 0 && (
          <p className="px-2 text-sm text-muted">
            No source yet. Drop a file anywhere here, or{" "}
            <a href="#/explore" className="text-accent underline">
              add a source
            </a>
            .
          </p>
        )}
        {sources.state === "ready" &&
          sources.data.map((source) => (
            <SourceNode
              key={source.name}
              source={source}
              filter={filter}
              onAsk={(table) => {
                onAsk(source.name, table);
              }}
              onPreview={(engine, table) => {
                onPreview(source.name, engine, table);
              }}
            />
          ))}
      </div>
    </section>
  );
}

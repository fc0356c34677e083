import { useDeferredValue, useState } from "react";
import type { SchemaTable } from "@/api/types";
import { Phrase } from "@/language/Phrase";
import { SearchInput } from "@/ui/search-input";
import { Skeleton } from "@/ui/skeleton";
import { useCatalog } from "./catalog";
import { SourceNode } from "./SourceNode";
import { texts } from "./texts";

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
    <section aria-label={texts.schema} className="flex min-h-0 flex-1 flex-col">
      <h2 className="flex h-14 shrink-0 items-center px-4 font-semibold tracking-tight">
        {texts.yourData}
      </h2>
      <div className="px-3 pb-2">
        <SearchInput label={texts.filter} value={text} onChange={setText} />
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
          <p className="px-2 text-sm text-muted">{texts.unreachable}</p>
        )}
        {sources.state === "ready" && sources.data.length === 0 && (
          <p className="px-2 text-sm text-muted">
            <Phrase
              text={texts.noSource}
              mark={(words) => (
                <a href="#/explore" className="text-accent underline">
                  {words}
                </a>
              )}
            />
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

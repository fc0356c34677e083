import { useState } from "react";
import type { PageProps } from "@/pages";
import { AddSource } from "./AddSource";
import { SourcesView } from "./SourcesView";
import { SourceView } from "./SourceView";
import { TableView } from "./TableView";
import { Trail } from "./Trail";

/** What there is to ask about: sources, their tables, what a table holds. */
export default function ExplorePage({ parts: [source = "", table = ""] }: PageProps) {
  const [adding, setAdding] = useState(false);
  return (
    <div className="flex min-w-0 flex-1 flex-col">
      <Trail source={source} table={table} />
      {/* What opens begins at its top. */}
      <main key={`${source}/${table}`} className="relative min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto w-full max-w-5xl px-4 pt-4 pb-16 sm:px-6">
          {source === "" && (
            <SourcesView
              onAdd={() => {
                setAdding(true);
              }}
            />
          )}
          {source !== "" && table === "" && <SourceView name={source} />}
          {table !== "" && <TableView source={source} name={table} />}
        </div>
      </main>
      {adding && (
        <AddSource
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
    </div>
  );
}

import { useMemo } from "react";
import { RowsView } from "@/grid/RowsView";
import { rowsOf } from "@/grid/rows";
import { Button } from "@/ui/button";
import { Skeleton } from "@/ui/skeleton";
import type { Run } from "./use-query";

interface QueryRowsProps {
  run: Run;
  onMore: () => void;
  onAll: () => void;
}

export function QueryRows({ run: { state, result, all, loaded }, onMore, onAll }: QueryRowsProps) {
  const rows = useMemo(() => all ?? (result && rowsOf(result.columns, result.rows)), [all, result]);
  const running = state === "running";
  if (!result || !rows) {
    return <Skeleton className="h-32" />;
  }
  return (
    <div aria-busy={running} className="flex flex-col gap-2">
      <RowsView
        caption="Rows of the query"
        rows={rows}
        truncated={!all && result.truncated}
        note={`${result.statistics.elapsed_ms.toLocaleString("en-US")} ms`}
      />
      {result.cursor && !all && (
        <div className="flex items-center gap-2">
          <Button variant="outline" size="small" onClick={onMore} disabled={running}>
            {running && loaded === undefined ? "Loading…" : "Load more rows"}
          </Button>
          <Button variant="outline" size="small" onClick={onAll} disabled={running}>
            {loaded === undefined
              ? "Load all rows"
              : `Loading, ${loaded.toLocaleString("en-US")} rows`}
          </Button>
        </div>
      )}
    </div>
  );
}

import type { QueryResult } from "@/api/types";
import { DataTable } from "@/table/DataTable";
import { Button } from "@/ui/button";
import { Skeleton } from "@/ui/skeleton";

interface QueryRowsProps {
  result: QueryResult | undefined;
  running: boolean;
  onMore: () => void;
}

export function QueryRows({ result, running, onMore }: QueryRowsProps) {
  if (!result) {
    return <Skeleton className="h-32" />;
  }
  return (
    <div aria-busy={running} className="flex flex-col gap-2">
      <DataTable
        caption="Rows of the query"
        columns={result.columns}
        rows={result.rows}
        truncated={result.truncated}
        note={`${result.statistics.elapsed_ms.toLocaleString("en-US")} ms`}
      />
      {result.cursor && (
        <Button
          variant="outline"
          size="small"
          className="self-start"
          onClick={onMore}
          disabled={running}
        >
          {running ? "Loading…" : "Load more rows"}
        </Button>
      )}
    </div>
  );
}

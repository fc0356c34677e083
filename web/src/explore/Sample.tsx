import { useCallback, useMemo } from "react";
import { call } from "@/api/client";
import type { SchemaTable } from "@/api/types";
import { RowsView } from "@/grid/RowsView";
import { rowsOf } from "@/grid/rows";
import { previewSql } from "@/sql/identifiers";
import { ErrorNotice } from "@/ui/error-notice";
import { Skeleton } from "@/ui/skeleton";
import { useResource } from "@/ui/use-resource";
import { texts } from "./texts";

interface SampleProps {
  source: string;
  engine: string;
  table: SchemaTable;
}

/** The first rows of a table, through the same gate as every query. */
export function Sample({ source, engine, table }: SampleProps) {
  const load = useCallback(
    (signal: AbortSignal) => call("query", { source, sql: previewSql(engine, table) }, signal),
    [source, engine, table],
  );
  const { data, error, reload } = useResource(load);
  const rows = useMemo(() => data && rowsOf(data.columns, data.rows), [data]);
  if (error !== undefined) {
    return <ErrorNotice error={error} onRetry={reload} />;
  }
  return rows ? (
    <RowsView
      caption={texts.sampleOf(table.name)}
      rows={rows}
      truncated={false}
      note={texts.sampleNote}
    />
  ) : (
    <Skeleton className="h-64" />
  );
}

import { useMemo } from "react";
import { ChartStudio } from "@/chart/ChartStudio";
import { Skeleton } from "@/ui/skeleton";
import type { RowsSheet } from "./sheets";

/** The rows as the chart that fits them best, to be changed. */
export function QuickChart({ sheet }: { sheet: RowsSheet }) {
  const { source, sql, parameters, result } = sheet;
  const origin = useMemo(() => ({ source, sql, parameters }), [source, sql, parameters]);
  return result ? (
    <ChartStudio columns={result.columns} rows={result.rows} origin={origin} />
  ) : (
    <Skeleton className="h-72" />
  );
}

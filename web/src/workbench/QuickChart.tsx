import { useEffect, useState } from "react";
import { call } from "@/api/client";
import { isAbort } from "@/api/errors";
import type { Output } from "@/api/types";
import { Chart } from "@/chart/Chart";
import { ErrorNotice } from "@/ui/error-notice";
import { Skeleton } from "@/ui/skeleton";
import type { RowsSheet } from "./sheets";

type Drawn = Output<"render_chart">;

/** The rows as the chart that fits them best. */
export function QuickChart({ sheet }: { sheet: RowsSheet }) {
  const [drawn, setDrawn] = useState<Drawn>();
  const [error, setError] = useState<unknown>();
  const { source, sql, parameters, result } = sheet;

  useEffect(() => {
    const controller = new AbortController();
    call(
      "render_chart",
      { source, sql, ...(parameters && { parameters }) },
      controller.signal,
    ).then(setDrawn, (failure: unknown) => {
      if (!isAbort(failure)) {
        setError(failure);
      }
    });
    return () => {
      controller.abort();
    };
  }, [source, sql, parameters]);

  if (error !== undefined) {
    return <ErrorNotice error={error} />;
  }
  return drawn && result ? (
    <Chart spec={drawn.chart} columns={result.columns} rows={result.rows} />
  ) : (
    <Skeleton className="h-72" />
  );
}

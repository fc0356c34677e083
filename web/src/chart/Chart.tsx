import { lazy, Suspense, useMemo } from "react";
import type { ChartSpec, Column, Row, SentChart } from "@/api/types";
import { ErrorBoundary } from "@/ui/error-boundary";
import { Skeleton } from "@/ui/skeleton";
import { NumberCard } from "./NumberCard";
import { SERIES_COLORS } from "./palette";
import { plainChart } from "./plain";

const PlotlyChart = lazy(() => import("./PlotlyChart"));

interface ChartProps {
  spec: SentChart;
  columns: Column[];
  rows: Row[];
  /** What stands above the chart already; a title that only repeats it is left out. */
  heading?: string | undefined;
}

function describe(spec: ChartSpec, rows: Row[]): string {
  const measures = spec.y.map((encoding) => encoding.label).join(", ");
  const by = spec.x ? ` by ${spec.x.label}` : "";
  return `${spec.title}: ${spec.kind} chart of ${measures}${by}, ${String(rows.length)} points. The table below holds the values.`;
}

export function Chart({ spec: sent, columns: sentColumns, rows: sentRows, heading }: ChartProps) {
  const plain = useMemo(
    () => plainChart(sent, sentColumns, sentRows),
    [sent, sentColumns, sentRows],
  );
  if (!plain || sentRows.length === 0) {
    return null;
  }
  const { spec, columns, rows } = plain;
  if (spec.kind === "number") {
    return <NumberCard spec={spec} columns={columns} rows={rows} />;
  }
  return (
    <figure>
      <figcaption className="mb-1 flex flex-wrap items-baseline gap-x-2 text-sm">
        {spec.title !== heading && <span className="font-medium">{spec.title}</span>}
        <span className="text-xs text-muted">{spec.reason}</span>
      </figcaption>
      {spec.y.length > 1 && spec.kind !== "pie" && <Legend spec={spec} />}
      <div role="img" aria-label={describe(spec, rows)}>
        <ErrorBoundary what="The chart">
          <Suspense fallback={<Skeleton className="h-72" />}>
            <PlotlyChart spec={spec} columns={columns} rows={rows} />
          </Suspense>
        </ErrorBoundary>
      </div>
    </figure>
  );
}

function Legend({ spec }: { spec: ChartSpec }) {
  return (
    <ul aria-label="Measures" className="mb-1 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
      {spec.y.map((encoding, index) => (
        <li key={encoding.column} className="flex items-center gap-1.5">
          <span
            aria-hidden="true"
            className="size-2.5 rounded-sm"
            style={{ background: `var(--chart-${String((index % SERIES_COLORS) + 1)})` }}
          />
          {encoding.label}
        </li>
      ))}
    </ul>
  );
}

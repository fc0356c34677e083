import { lazy, Suspense } from "react";
import type { Column, Row, SentChart } from "@/api/types";
import { ErrorBoundary } from "@/ui/error-boundary";
import { ErrorNotice } from "@/ui/error-notice";
import { Skeleton } from "@/ui/skeleton";
import type { Figure } from "./figure";
import { NumberCard } from "./NumberCard";
import { texts } from "./texts";
import type { ChartState } from "./use-chart";

const ChartFigure = lazy(() => import("./ChartFigure"));

interface ChartViewProps {
  state: ChartState;
  columns: Column[];
  rows: Row[];
  /** The chart that is known before the server has drawn it. */
  begin?: SentChart | undefined;
}

function isPlainNumber({ kind, y, facet, frame }: SentChart): boolean {
  return kind === "number" && y.length === 1 && !facet && !frame;
}

/** A chart in whatever state it is: on its way, drawn, or why not. */
export function ChartView({ state, columns, rows, begin }: ChartViewProps) {
  const { drawn, error, busy } = state;
  const chart = drawn ? drawn.chart : begin;
  if (chart && isPlainNumber(chart)) {
    return <NumberCard spec={chart} columns={columns} rows={rows} />;
  }
  if (!drawn) {
    return error === undefined ? <Skeleton className="h-72" /> : <ErrorNotice error={error} />;
  }
  if (!chart || !drawn.figure) {
    return <p className="py-6 text-center text-sm text-muted">{texts.cannotBeDrawn}</p>;
  }
  return (
    <div aria-busy={busy} data-kind={chart.kind}>
      {error !== undefined && <ErrorNotice error={error} />}
      <div role="img" aria-label={drawn.alt}>
        <ErrorBoundary what={texts.theChart}>
          <Suspense fallback={<Skeleton className="h-72" />}>
            <ChartFigure chart={chart} figure={drawn.figure as Figure} />
          </Suspense>
        </ErrorBoundary>
      </div>
    </div>
  );
}

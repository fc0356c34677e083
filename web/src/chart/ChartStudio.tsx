import { lazy, Suspense } from "react";
import type { SentChart } from "@/api/types";
import { ChartCaption } from "./Chart";
import { ChartView } from "./ChartView";
import { texts } from "./texts";
import { MOST_ROWS, useChart, type Charted } from "./use-chart";

const ChartTools = lazy(() => import("./ChartTools"));

/** Where rows came from, to have the chart of them again as a file. */
export interface Origin {
  source: string;
  sql: string;
  parameters?: unknown;
}

export interface ChartStudioProps extends Charted {
  /** Without it the chart cannot be downloaded. */
  origin?: Origin | undefined;
  /** What stands above the chart already; a title that only repeats it is left out. */
  heading?: string | undefined;
  /** Hears of every change that somebody makes, so that it can be kept. */
  onChange?: ((chart: SentChart) => void) | undefined;
}

/**
 * A chart of rows and everything to change it with. `columns`, `rows` and `chart` must stay the same
 * objects while they say the same: the chart is drawn anew when one of them is another.
 */
export function ChartStudio({ origin, heading, onChange, ...charted }: ChartStudioProps) {
  const { chart: begin, columns, rows } = charted;
  const state = useChart(charted, onChange);
  const chart = state.drawn ? state.drawn.chart : begin;
  if (rows.length === 0) {
    return null;
  }
  return (
    <figure data-chart={chart?.kind} className="min-w-0">
      <div className="mb-1 flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        {chart && <ChartCaption chart={chart} heading={heading} />}
        <div className="ml-auto min-h-7">
          {state.drawn && (
            <Suspense>
              <ChartTools state={state} drawn={state.drawn} columns={columns} origin={origin} />
            </Suspense>
          )}
        </div>
      </div>
      <ChartView state={state} columns={columns} rows={rows} begin={begin} />
      {rows.length > MOST_ROWS && (
        <p className="mt-1 text-xs text-muted">{texts.firstRows(MOST_ROWS.toLocaleString())}</p>
      )}
    </figure>
  );
}

import { lazy, Suspense, useId, useRef, useState } from "react";
import type { SentChart } from "@/api/types";
import { ChartCaption } from "./Chart";
import { ChartView } from "./ChartView";
import { texts } from "./texts";
import { MOST_ROWS, useChart, type Charted } from "./use-chart";

const ChartTools = lazy(() => import("./ChartTools"));
const KindPanel = lazy(() => import("./KindPanel"));

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
  const [choosing, setChoosing] = useState(false);
  const kindButton = useRef<HTMLButtonElement>(null);
  const panelId = useId();
  const chart = state.drawn ? state.drawn.chart : begin;
  if (rows.length === 0) {
    return null;
  }
  return (
    <figure data-chart={chart?.kind} className="min-w-0">
      <div className="mb-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        {chart && <ChartCaption chart={chart} heading={heading} />}
        <div className="-ml-2.5 min-h-7 sm:-mr-2 sm:ml-auto">
          {state.drawn && (
            <Suspense>
              <ChartTools
                state={state}
                drawn={state.drawn}
                columns={columns}
                origin={origin}
                panelId={panelId}
                choosing={choosing}
                kindButton={kindButton}
                onChoosing={setChoosing}
              />
            </Suspense>
          )}
        </div>
      </div>
      {choosing && state.drawn && (
        <Suspense>
          <KindPanel
            id={panelId}
            kinds={state.drawn.kinds}
            chosen={chart?.kind}
            onDone={(kind) => {
              setChoosing(false);
              kindButton.current?.focus();
              if (kind && kind !== chart?.kind) {
                state.change({ kind });
              }
            }}
          />
        </Suspense>
      )}
      <ChartView state={state} columns={columns} rows={rows} begin={begin} />
      {rows.length > MOST_ROWS && (
        <p className="mt-1 text-xs text-muted">{texts.firstRows(MOST_ROWS)}</p>
      )}
    </figure>
  );
}

import type { SentChart } from "@/api/types";
import { ChartView } from "./ChartView";
import { useChart, type Charted } from "./use-chart";

interface ChartProps extends Charted {
  chart: SentChart;
  /** What stands above the chart already; a title that only repeats it is left out. */
  heading?: string | undefined;
}

/** A chart to look at. */
export function Chart({ heading, ...charted }: ChartProps) {
  const { chart, columns, rows } = charted;
  const state = useChart(charted);
  if (rows.length === 0) {
    return null;
  }
  return (
    <figure>
      <ChartCaption chart={state.drawn?.chart ?? chart} heading={heading} />
      <ChartView state={state} columns={columns} rows={rows} begin={chart} />
    </figure>
  );
}

/** What a chart is about, and why it is of its kind; a number says it itself. */
export function ChartCaption({ chart, heading }: Pick<ChartProps, "chart" | "heading">) {
  const titled = chart.title !== heading;
  if (chart.kind === "number" || (!titled && chart.reason === "")) {
    return null;
  }
  return (
    <figcaption className="flex min-w-0 flex-wrap items-baseline gap-x-2 text-sm">
      {titled && <span className="font-medium">{chart.title}</span>}
      <span className="text-xs text-muted">{chart.reason}</span>
    </figcaption>
  );
}

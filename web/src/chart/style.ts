import type { ChartStyle, SentChart, SentKind } from "@/api/types";

/** What of its look can be changed. */
export type Look = "arrangement" | "sort" | "scale" | "theme";

const ARRANGED: readonly SentKind[] = ["bar", "area"];
const NAMED: readonly SentKind[] = [
  "bar",
  "line",
  "area",
  "step",
  "scatter",
  "box",
  "violin",
  "waterfall",
];
const MEASURED: readonly SentKind[] = ["bar", "line", "area", "step", "scatter", "bubble"];

/** What of its look this chart lets be changed. */
export function looksOf({ kind, series, y }: SentChart): Look[] {
  const looks: Look[] = [];
  if (ARRANGED.includes(kind) && (series || y.length > 1)) {
    looks.push("arrangement");
  }
  if (NAMED.includes(kind)) {
    looks.push("sort");
  }
  if (MEASURED.includes(kind)) {
    looks.push("scale");
  }
  return [...looks, "theme"];
}

/** The chart with another look; what is undefined is as usual. */
export function styled(
  chart: SentChart,
  change: Partial<Record<keyof ChartStyle, unknown>>,
): SentChart {
  const style = Object.fromEntries(
    Object.entries({ ...chart.style, ...change }).filter(([, value]) => value !== undefined),
  ) as ChartStyle;
  return { ...chart, style };
}

import type { ChartSpec } from "@/api/types";
import { drawBars } from "./bars";
import { drawCurves } from "./curves";
import type { Drawing, Plan } from "./marks";
import { drawPie } from "./pie";

/** Draws the server's neutral description; a single number is no drawing. */
export function drawChart(kind: ChartSpec["kind"], plan: Plan): Drawing | undefined {
  switch (kind) {
    case "bar":
      return drawBars(plan);
    case "line":
    case "scatter":
      return drawCurves(plan, kind === "line");
    case "pie":
      return drawPie(plan);
    case "number":
      return undefined;
  }
}

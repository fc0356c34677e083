import type { Encoding, SentChart, SentKind } from "@/api/types";

/** What a column can do in a chart. */
export type Role = "x" | "y" | "series" | "size" | "z" | "path" | "facet" | "frame";

const ALONG: readonly Role[] = ["x", "y", "series", "facet", "frame"];
const SINGLE: readonly Role[] = ["x", "y", "facet", "frame"];
const GROUPS: readonly Role[] = ["path", "y"];
const PLANE: readonly Role[] = ["x", "y", "z"];

/** What columns do in each kind of chart. */
const ROLES: Record<SentKind, readonly Role[]> = {
  bar: ALONG,
  line: ALONG,
  area: ALONG,
  step: ALONG,
  scatter: ALONG,
  bubble: ["x", "y", "size", "series", "facet", "frame"],
  pie: SINGLE,
  donut: SINGLE,
  funnel: SINGLE,
  waterfall: SINGLE,
  number: ["y"],
  gauge: ["y"],
  histogram: ["y", "facet"],
  box: ["x", "y", "facet"],
  violin: ["x", "y", "facet"],
  heatmap: PLANE,
  contour: PLANE,
  surface: PLANE,
  scatter_3d: ["x", "y", "z", "series"],
  line_3d: ["x", "y", "z", "series"],
  calendar: ["x", "y"],
  density: ["x", "y"],
  treemap: GROUPS,
  sunburst: GROUPS,
  icicle: GROUPS,
  sankey: GROUPS,
  network: GROUPS,
  gantt: ["x", "y", "series"],
  candlestick: ["x", "y"],
  radar: ["series", "y"],
  parallel: ["y", "series"],
  map_points: ["x", "y", "series"],
  map_bubbles: ["x", "y", "size"],
  choropleth: ["x", "y"],
  geojson: ["x", "y", "series"],
  hexbins: ["x", "y", "size"],
};

/** What must be there, whatever the kind. */
const NEEDED: readonly Role[] = ["x", "y", "z"];

export function rolesOf(kind: SentKind): readonly Role[] {
  return ROLES[kind];
}

/** The columns that do this in the chart. */
export function columnsIn(chart: SentChart, role: Role): Encoding[] {
  if (role === "y" || role === "path") {
    return chart[role] ?? [];
  }
  const axis = chart[role];
  return axis ? [axis] : [];
}

export function isSeveral(role: Role): boolean {
  return role === "y" || role === "path";
}

/** Whether the column at this place of the role can be left out. */
export function canGo(role: Role, count: number): boolean {
  return isSeveral(role) ? count > 1 : !NEEDED.includes(role);
}

function axis(column: string): Encoding {
  return { column, label: column.replaceAll("_", " ") };
}

/** The chart with these columns in a role. */
export function withColumns(chart: SentChart, role: Role, columns: string[]): SentChart {
  const axes = columns.map(axis);
  if (role === "y") {
    return { ...chart, y: axes };
  }
  const others = Object.fromEntries(Object.entries(chart).filter(([part]) => part !== role));
  const held = role === "path" ? axes : axes[0];
  return { ...others, ...(axes.length > 0 && { [role]: held }) } as SentChart;
}

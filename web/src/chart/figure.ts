import type { Cell, ChartSpec, Column, Encoding, Row } from "@/api/types";
import type { Palette } from "./palette";

export interface Figure {
  data: Record<string, unknown>[];
  layout: Record<string, unknown>;
}

/** Plotly reads a few HTML tags in every text; a value from a database must stay text. */
export function plainText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function values(encoding: Encoding, columns: Column[], rows: Row[]): Cell[] {
  const index = columns.findIndex((column) => column.name === encoding.column);
  return rows.map((row) => row[index] ?? null);
}

function numbers(cells: Cell[]): (number | null)[] {
  return cells.map((cell) => {
    if (cell === null || typeof cell === "object" || typeof cell === "boolean" || cell === "") {
      return null;
    }
    const value = Number(cell);
    return Number.isFinite(value) ? value : null;
  });
}

function positions(cells: Cell[]): (string | number | null)[] {
  return cells.map((cell) => {
    if (typeof cell === "number") {
      return cell;
    }
    return cell === null
      ? "(none)"
      : plainText(typeof cell === "object" ? JSON.stringify(cell) : String(cell));
  });
}

function shorten(text: string): string {
  return text.length > 28 ? `${text.slice(0, 27)}…` : text;
}

/** Long or many names read better beside horizontal bars. */
function isHorizontal(names: (string | number | null)[]): boolean {
  const longest = Math.max(0, ...names.map((name) => String(name).length));
  return names.length <= 40 && names.length * longest > 90 && longest > 6;
}

function base(palette: Palette): Record<string, unknown> {
  return {
    autosize: true,
    margin: { l: 8, r: 12, t: 12, b: 8 },
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    font: { family: "Geist Variable, system-ui, sans-serif", size: 12, color: palette.muted },
    colorway: palette.series,
    hoverlabel: {
      bgcolor: palette.surface,
      bordercolor: palette.grid,
      font: { color: palette.ink, family: "Geist Variable, system-ui, sans-serif" },
    },
    legend: { orientation: "h", y: 1.02, yanchor: "bottom", x: 0 },
    bargap: 0.28,
  };
}

function axis(palette: Palette, label: string | undefined): Record<string, unknown> {
  return {
    title: { text: label ? plainText(label) : "", standoff: 10 },
    automargin: true,
    gridcolor: palette.grid,
    linecolor: palette.grid,
    zerolinecolor: palette.grid,
    ticklen: 4,
    tickcolor: "rgba(0,0,0,0)",
    fixedrange: true,
  };
}

function bars(spec: ChartSpec, columns: Column[], rows: Row[], palette: Palette): Figure {
  const names = spec.x ? positions(values(spec.x, columns, rows)) : rows.map((_, i) => i + 1);
  const horizontal = isHorizontal(names);
  const data = spec.y.map((encoding) => {
    const measured = numbers(values(encoding, columns, rows));
    return {
      type: "bar",
      orientation: horizontal ? "h" : "v",
      name: plainText(encoding.label),
      x: horizontal ? measured : names,
      y: horizontal ? names : measured,
      hovertemplate: horizontal ? "%{y}: %{x:,}<extra></extra>" : "%{x}: %{y:,}<extra></extra>",
      marker: { cornerradius: 3 },
    };
  });
  const category = {
    ...axis(palette, horizontal ? undefined : spec.x?.label),
    type: "category",
    showgrid: false,
    ...(horizontal && {
      autorange: "reversed",
      tickvals: names,
      ticktext: names.map((name) => shorten(String(name))),
    }),
  };
  const measure = axis(palette, spec.y.length === 1 ? spec.y[0]?.label : undefined);
  return {
    data,
    layout: {
      ...base(palette),
      barmode: "group",
      showlegend: spec.y.length > 1,
      xaxis: horizontal ? measure : category,
      yaxis: horizontal ? category : measure,
    },
  };
}

function curves(spec: ChartSpec, columns: Column[], rows: Row[], palette: Palette): Figure {
  const line = spec.kind === "line";
  const horizontal = spec.x
    ? positions(values(spec.x, columns, rows))
    : rows.map((_, index) => index + 1);
  const data = spec.y.map((encoding) => ({
    type: "scatter",
    mode: line ? (rows.length > 60 ? "lines" : "lines+markers") : "markers",
    name: plainText(encoding.label),
    x: horizontal,
    y: numbers(values(encoding, columns, rows)),
    line: { width: 2 },
    marker: { size: line ? 5 : 8, opacity: line ? 1 : 0.75 },
    hovertemplate: "%{x}: %{y:,}<extra></extra>",
  }));
  return {
    data,
    layout: {
      ...base(palette),
      hovermode: line ? "x unified" : "closest",
      showlegend: spec.y.length > 1,
      xaxis: { ...axis(palette, spec.x?.label), showgrid: !line },
      yaxis: axis(palette, spec.y.length === 1 ? spec.y[0]?.label : undefined),
    },
  };
}

function pie(spec: ChartSpec, columns: Column[], rows: Row[], palette: Palette): Figure {
  const measure = spec.y[0];
  return {
    data: [
      {
        type: "pie",
        hole: 0.55,
        sort: false,
        labels: spec.x ? positions(values(spec.x, columns, rows)) : [],
        values: measure ? numbers(values(measure, columns, rows)) : [],
        textinfo: "percent",
        hovertemplate: "%{label}: %{value:,} (%{percent})<extra></extra>",
        marker: { colors: palette.series, line: { color: palette.surface, width: 2 } },
      },
    ],
    layout: {
      ...base(palette),
      showlegend: true,
      legend: { orientation: "v", x: 1, y: 0.5, yanchor: "middle" },
    },
  };
}

/** Draws the server's neutral chart specification as a Plotly figure in the page's colors. */
export function toFigure(
  spec: ChartSpec,
  columns: Column[],
  rows: Row[],
  palette: Palette,
): Figure | undefined {
  switch (spec.kind) {
    case "bar":
      return bars(spec, columns, rows, palette);
    case "line":
    case "scatter":
      return curves(spec, columns, rows, palette);
    case "pie":
      return pie(spec, columns, rows, palette);
    case "number":
      return undefined;
  }
}

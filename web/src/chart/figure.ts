import type { Cell, ChartSpec, Column, Encoding, Row } from "@/api/types";
import type { Palette } from "./palette";

const PIXELS_A_LETTER = 6.5;
const MOST_BARS_BESIDE = 40;
const NARROW = 480;

export interface Figure {
  data: Record<string, unknown>[];
  layout: Record<string, unknown>;
}

export interface Drawing {
  spec: ChartSpec;
  columns: Column[];
  rows: Row[];
  palette: Palette;
  /** The room there is, in pixels. */
  width: number;
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

function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/** Names that would not stand side by side below their bars read better beside them. */
function isHorizontal(names: (string | number | null)[], width: number): boolean {
  const longest = Math.max(0, ...names.map((name) => String(name).length));
  const needed = names.length * (longest * PIXELS_A_LETTER + 12);
  return names.length <= MOST_BARS_BESIDE && longest > 4 && needed > width - 70;
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
    // Several measures are named by a legend of the page's own, which wraps as text does.
    showlegend: false,
    bargap: 0.28,
  };
}

function axis(palette: Palette, label: string | undefined): Record<string, unknown> {
  return {
    ...(label && { title: { text: plainText(label), standoff: 10 } }),
    automargin: true,
    gridcolor: palette.grid,
    linecolor: palette.grid,
    zerolinecolor: palette.grid,
    ticklen: 4,
    tickcolor: "rgba(0,0,0,0)",
    fixedrange: true,
  };
}

/** The axis that numbers are read from. */
function measureAxis(palette: Palette, label: string | undefined): Record<string, unknown> {
  return { ...axis(palette, label), separatethousands: true };
}

function bars({ spec, columns, rows, palette, width }: Drawing): Figure {
  const names = spec.x ? positions(values(spec.x, columns, rows)) : rows.map((_, i) => i + 1);
  const narrow = width < NARROW;
  const horizontal = isHorizontal(names, width);
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
    ...axis(palette, horizontal || narrow ? undefined : spec.x?.label),
    type: "category",
    showgrid: false,
    ...(horizontal && {
      autorange: "reversed",
      tickvals: names,
      ticktext: names.map((name) => shorten(String(name), narrow ? 18 : 28)),
    }),
  };
  const measure = measureAxis(
    palette,
    spec.y.length === 1 && !narrow ? spec.y[0]?.label : undefined,
  );
  return {
    data,
    layout: {
      ...base(palette),
      barmode: spec.look ? "relative" : "group",
      ...(spec.look === "percent" && { barmode: "stack", barnorm: "percent" }),
      xaxis: horizontal ? measure : category,
      yaxis: horizontal ? category : measure,
    },
  };
}

function curves({ spec, columns, rows, palette, width }: Drawing): Figure {
  const line = spec.kind === "line";
  const narrow = width < NARROW;
  const horizontal = spec.x
    ? positions(values(spec.x, columns, rows))
    : rows.map((_, index) => index + 1);
  const data = spec.y.map((encoding) => ({
    type: "scatter",
    mode: line ? (rows.length > 60 ? "lines" : "lines+markers") : "markers",
    name: plainText(encoding.label),
    x: horizontal,
    y: numbers(values(encoding, columns, rows)),
    line: { width: 2, ...(spec.look === "step" && { shape: "hv" }) },
    ...(spec.look === "area" && { stackgroup: "all" }),
    marker: { size: line ? 5 : 8, opacity: line ? 1 : 0.75 },
    hovertemplate: "%{x}: %{y:,}<extra></extra>",
  }));
  return {
    data,
    layout: {
      ...base(palette),
      hovermode: line ? "x unified" : "closest",
      xaxis: {
        ...axis(palette, narrow ? undefined : spec.x?.label),
        showgrid: !line,
        nticks: narrow ? 5 : 9,
      },
      yaxis: measureAxis(palette, spec.y.length === 1 && !narrow ? spec.y[0]?.label : undefined),
    },
  };
}

function pie({ spec, columns, rows, palette, width }: Drawing): Figure {
  const measure = spec.y[0];
  return {
    data: [
      {
        type: "pie",
        hole: 0.55,
        sort: false,
        labels: spec.x ? positions(values(spec.x, columns, rows)) : [],
        values: measure ? numbers(values(measure, columns, rows)) : [],
        texttemplate: "%{percent:.0%}",
        textposition: "inside",
        hovertemplate: "%{label}: %{value:,} (%{percent})<extra></extra>",
        marker: { colors: palette.series, line: { color: palette.surface, width: 2 } },
      },
    ],
    layout: {
      ...base(palette),
      showlegend: true,
      uniformtext: { minsize: 11, mode: "hide" },
      legend:
        width < NARROW
          ? { orientation: "h", y: -0.05, yanchor: "top" }
          : { orientation: "v", x: 1, y: 0.5, yanchor: "middle" },
    },
  };
}

/** Draws the server's neutral chart specification as a Plotly figure in the page's colors. */
export function toFigure(drawing: Drawing): Figure | undefined {
  switch (drawing.spec.kind) {
    case "bar":
      return bars(drawing);
    case "line":
    case "scatter":
      return curves(drawing);
    case "pie":
      return pie(drawing);
    case "number":
      return undefined;
  }
}

/** The height that a chart needs: bars that lie take a line each. */
export function heightOf({ spec, columns, rows, width }: Omit<Drawing, "palette">): number {
  if (spec.kind !== "bar" || !spec.x) {
    return 288;
  }
  const names = positions(values(spec.x, columns, rows));
  return isHorizontal(names, width)
    ? Math.max(200, names.length * (16 * spec.y.length + 10) + 60)
    : 288;
}

import type { Cell, ChartKind, ChartSpec, Column, Row, SentChart } from "@/api/types";

/** The kinds that pages draw, and what each of the others is drawn as. */
const DRAWN_AS: Record<string, ChartKind> = {
  bar: "bar",
  funnel: "bar",
  line: "line",
  area: "line",
  step: "line",
  scatter: "scatter",
  bubble: "scatter",
  pie: "pie",
  donut: "pie",
  number: "number",
};

export interface PlainChart {
  spec: ChartSpec;
  columns: Column[];
  rows: Row[];
}

function lookOf({ kind, style }: SentChart): ChartSpec["look"] {
  if (kind === "area" || kind === "step") {
    return kind;
  }
  const arrangement = style?.arrangement;
  return arrangement === "stacked" || arrangement === "percent" ? arrangement : undefined;
}

function nameOf(cell: Cell): string {
  return cell === null ? "(none)" : typeof cell === "object" ? JSON.stringify(cell) : String(cell);
}

/** The chart with a measure for each of its series; nothing for a kind that is not drawn here. */
export function plainChart(
  sent: SentChart,
  columns: Column[],
  rows: Row[],
): PlainChart | undefined {
  const kind = DRAWN_AS[sent.kind];
  if (!kind) {
    return undefined;
  }
  const { title, x, y, reason, series } = sent;
  const spec: ChartSpec = { kind, title, x, y, reason, look: lookOf(sent) };
  return series && kind !== "pie"
    ? unfold(spec, series.column, columns, rows)
    : { spec, columns, rows };
}

function unfold(spec: ChartSpec, series: string, columns: Column[], rows: Row[]): PlainChart {
  const at = (name: string | undefined) => columns.findIndex((column) => column.name === name);
  const [place, split, measured] = [at(spec.x?.column), at(series), at(spec.y[0]?.column)];
  const names = [...new Set(rows.map((row) => nameOf(row[split] ?? null)))];
  const wide = new Map<string, Row>();
  rows.forEach((row, index) => {
    const where = row[place] ?? null;
    // Points that share a place are points of their own; bars and lines are joined there.
    const key = spec.kind === "scatter" ? String(index) : JSON.stringify(where);
    const cells = wide.get(key) ?? [where, ...names.map(() => null)];
    cells[1 + names.indexOf(nameOf(row[split] ?? null))] = row[measured] ?? null;
    wide.set(key, cells);
  });
  const type = columns[measured]?.type ?? "float";
  return {
    spec: {
      ...spec,
      x: spec.x && { column: "place", label: spec.x.label },
      y: names.map((name, index) => ({ column: `series ${String(index)}`, label: name })),
    },
    columns: [
      { name: "place", type: columns[place]?.type ?? "text" },
      ...names.map((_, index): Column => ({ name: `series ${String(index)}`, type })),
    ],
    rows: [...wide.values()],
  };
}

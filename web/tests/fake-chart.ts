import type { DrawnRows, Input, SentChart } from "../src/api/types";

const NEEDS = "It needs columns named latitude and longitude";

/** Rows as bars of their last column along their first, whatever the kind. */
export function drawRows({ columns, rows, kind, chart }: Input<"draw_rows">): DrawnRows {
  const [x, y] = [columns[0]?.name ?? "", columns.at(-1)?.name ?? ""];
  const best: SentChart = {
    kind: "bar",
    title: "",
    x: { column: x, label: x },
    y: [{ column: y, label: y }],
    reason: "Bars compare a measure between names",
  };
  const drawn = { ...(chart ?? best), ...(kind && { kind }) };
  const cells = rows;
  return {
    chart: drawn,
    alt: `${drawn.title}. A chart of the kind ${drawn.kind}, ${String(rows.length)} rows.`,
    figure: {
      data: [
        {
          type: drawn.kind === "line" ? "scatter" : "bar",
          name: y,
          x: cells.map((row) => row[0]),
          y: cells.map((row) => row.at(-1)),
        },
      ],
      layout: { xaxis: { type: "category" }, yaxis: {}, showlegend: false },
      frames: [],
    },
    kinds: [
      { kind: "bar", name: "bar", fits: true, why: "Bars compare a measure between names" },
      { kind: "line", name: "line", fits: true, why: "A measure over time reads best as a line" },
      { kind: "map_points", name: "map", fits: false, why: NEEDS },
    ],
    formats: ["plotly", "png"],
  };
}

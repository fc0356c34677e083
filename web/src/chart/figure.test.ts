import { describe, expect, it } from "vitest";
import type { ChartKind, ChartSpec, Column, Row } from "@/api/types";
import { heightOf, plainText, toFigure } from "./figure";

const PALETTE = {
  ink: "#111111",
  muted: "#222222",
  grid: "#333333",
  surface: "#ffffff",
  series: ["#0f6b64", "#c2762b"],
};
const COLUMNS: Column[] = [
  { name: "category", type: "text" },
  { name: "revenue", type: "decimal" },
];
const ROWS: Row[] = [
  ["Tents", 12.5],
  [null, "1234567890123456.75"],
  ["<b>Boots</b>", null],
];

function spec(kind: ChartKind): ChartSpec {
  return {
    kind,
    title: "Revenue",
    x: { column: "category", label: "category" },
    y: [{ column: "revenue", label: "revenue <i>net</i>" }],
    reason: "",
  };
}

function figure(kind: ChartKind, rows = ROWS, width = 700) {
  const drawn = toFigure({ spec: spec(kind), columns: COLUMNS, rows, palette: PALETTE, width });
  expect(drawn).toBeDefined();
  return drawn ?? { data: [], layout: {} };
}

describe("toFigure", () => {
  it("draws bars with the values of the named columns", () => {
    expect(figure("bar").data[0]).toMatchObject({
      type: "bar",
      orientation: "v",
      x: ["Tents", "(none)", "&lt;b&gt;Boots&lt;/b&gt;"],
      y: [12.5, 1234567890123456.75, null],
    });
  });

  it("lays bars down where their names would not fit", () => {
    const narrow = figure("bar", ROWS, 200);
    expect(narrow.data[0]).toMatchObject({ orientation: "h", x: [12.5, 1234567890123456.8, null] });
    expect(narrow.layout.yaxis).toMatchObject({ type: "category", autorange: "reversed" });
  });

  it("gives bars that lie a line each", () => {
    const rows = Array.from({ length: 30 }, (_, index): Row => [`category ${String(index)}`, 1]);
    expect(heightOf({ spec: spec("bar"), columns: COLUMNS, rows, width: 500 })).toBe(840);
    expect(heightOf({ spec: spec("line"), columns: COLUMNS, rows, width: 500 })).toBe(288);
  });

  it("draws lines, points and slices", () => {
    expect(figure("line").data[0]).toMatchObject({ type: "scatter", mode: "lines+markers" });
    expect(figure("scatter").data[0]).toMatchObject({ type: "scatter", mode: "markers" });
    expect(figure("pie").data[0]).toMatchObject({
      type: "pie",
      values: [12.5, expect.anything(), null],
    });
  });

  it("leaves a single number to the page", () => {
    const drawing = { spec: spec("number"), columns: COLUMNS, rows: ROWS, palette: PALETTE };
    expect(toFigure({ ...drawing, width: 700 })).toBeUndefined();
  });

  it("never hands markup of a value or a label to Plotly", () => {
    for (const kind of ["bar", "line", "scatter", "pie"] as const) {
      expect(JSON.stringify(figure(kind).data)).not.toMatch(/<\/?[bi]>/);
    }
    expect(plainText('<a href="x">&')).toBe('&lt;a href="x"&gt;&amp;');
  });

  it("uses the theme's colors", () => {
    expect(figure("line").layout).toMatchObject({
      colorway: PALETTE.series,
      font: { color: PALETTE.muted },
    });
  });
});

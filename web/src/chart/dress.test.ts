import { describe, expect, it } from "vitest";
import type { SentChart } from "@/api/types";
import { dressed } from "./dress";
import { isBasic, merged, type Figure } from "./figure";

const PALETTE = {
  ink: "#111111",
  muted: "#222222",
  grid: "#333333",
  surface: "#ffffff",
  land: "#eeeeee",
};
const CHART: SentChart = {
  kind: "bar",
  title: "Revenue",
  x: { column: "category", label: "category" },
  y: [{ column: "revenue", label: "revenue" }],
  reason: "",
};

function bars(names: string[], more: Partial<Figure> = {}): Figure {
  return {
    data: [{ type: "bar", name: "revenue", x: names, y: names.map((_, index) => index) }],
    layout: {
      title: { text: "Revenue" },
      paper_bgcolor: "#ffffff",
      xaxis: { type: "category", title: { text: "category" } },
      yaxis: { title: { text: "revenue" }, rangemode: "tozero" },
      barmode: "group",
    },
    frames: [],
    ...more,
  };
}

const wear = (figure: Figure, width = 700, chart = CHART) =>
  dressed(chart, figure, { palette: PALETTE, width });

const LONG = ["Lighting and electronics", "Sleeping gear for winter", "Boats and paddles"];

describe("dressed", () => {
  it("lays bars down where their names would not fit, the first on top", () => {
    const { data, layout } = wear(bars(LONG), 300);
    expect(data[0]).toMatchObject({ orientation: "h", x: [0, 1, 2], y: LONG });
    expect(layout.yaxis).toMatchObject({ type: "category", autorange: "reversed" });
    expect(layout.xaxis).toMatchObject({ rangemode: "tozero" });
    expect(layout.yaxis).toHaveProperty("ticktext.0", "Lighting and elec…");
  });

  it("leaves bars upright where names fit, and where they move", () => {
    expect(wear(bars(LONG)).data[0]).not.toHaveProperty("orientation");
    const frames = [{ name: "2024", data: [] }];
    expect(wear(bars(LONG, { frames }), 300).data[0]).not.toHaveProperty("orientation");
  });

  it("gives bars that lie a line each", () => {
    const many = Array.from({ length: 30 }, (_, index) => `category ${String(index)}`);
    expect(wear(bars(many), 500).layout.height).toBe(840);
  });

  it("wears the page's colors unless the chart has a theme", () => {
    const own = { ...CHART, style: { theme: "dark" as const } };
    expect(wear(bars(["a"])).layout).toMatchObject({
      paper_bgcolor: "rgba(0,0,0,0)",
      xaxis: { gridcolor: "#333333" },
    });
    expect(wear(bars(["a"]), 700, own).layout).toMatchObject({ paper_bgcolor: "#ffffff" });
    expect(wear(bars(["a"]), 700, own).layout).not.toHaveProperty("xaxis.gridcolor");
  });

  it("says a title only once, and the names of axes where there is room", () => {
    expect(wear(bars(["a"])).layout).toMatchObject({
      title: { text: "" },
      xaxis: { title: { text: "category" } },
    });
    expect(wear(bars(["a"]), 320).layout).toMatchObject({ xaxis: { title: { text: "" } } });
  });

  it("makes room for a legend of many names", () => {
    const data = Array.from({ length: 12 }, (_, index) => ({
      type: "scatter",
      name: `series number ${String(index)}`,
    }));
    const layout = { showlegend: true, xaxis: {}, yaxis: {} };
    const line = { ...CHART, kind: "line" as const };
    const few = wear({ data: data.slice(0, 2), layout, frames: [] }, 700, line);
    const many = wear({ data, layout, frames: [] }, 700, line);
    expect(many.layout.height).toBeGreaterThan(Number(few.layout.height));
  });

  it("puts many names below a narrow chart, in two columns, shortened where they are long", () => {
    const name = "a series with a very long name indeed";
    const data = Array.from({ length: 8 }, () => ({ type: "scatter", name }));
    const layout = { showlegend: true, xaxis: {}, yaxis: {} };
    const line = { ...CHART, kind: "line" as const };
    const { data: drawn, layout: narrow } = wear({ data, layout, frames: [] }, 340, line);
    expect(narrow.legend).toMatchObject({ yref: "container", entrywidth: 0.5 });
    expect(narrow.height).toBe(300 + 4 * 19 + 8);
    expect(drawn[0]?.name).toMatch(/^a series with.*…$/);
    expect(wear({ data, layout, frames: [] }, 700, line).data[0]?.name).toBe(name);
  });

  it("dots the lines whose colours were given before", () => {
    const data = ["one", "two", "three"].map((name) => ({ type: "scatter", mode: "lines", name }));
    const layout = { showlegend: true, colorway: ["#000", "#111"], xaxis: {}, yaxis: {} };
    const { data: drawn } = wear({ data, layout, frames: [] }, 700, { ...CHART, kind: "line" });
    expect(drawn.map((each) => each.line)).toEqual([undefined, undefined, { dash: "dot" }]);
  });

  it("mentions no space, map or circle that the figure has not", () => {
    const { layout } = wear(bars(["a"]));
    expect(["scene", "geo", "polar"].filter((key) => key in layout)).toEqual([]);
    const map = { data: [{ type: "scattergeo" }], layout: { geo: {} }, frames: [] };
    expect(wear(map, 700, { ...CHART, kind: "map_points" }).layout).toMatchObject({
      geo: { landcolor: "#eeeeee" },
    });
  });
});

describe("a figure", () => {
  it("is basic where the smaller Plotly draws all of it", () => {
    expect(isBasic(bars(["a"]))).toBe(true);
    expect(isBasic({ data: [{ type: "bar" }, { type: "heatmap" }], layout: {}, frames: [] })).toBe(
      false,
    );
  });

  it("is merged part by part", () => {
    expect(merged({ a: { b: 1, c: [1] } }, { a: { b: 2 }, d: 3 })).toEqual({
      a: { b: 2, c: [1] },
      d: 3,
    });
  });
});

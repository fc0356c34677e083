import { describe, expect, it } from "vitest";
import type { ChartKind, ChartSpec, Column, Row } from "@/api/types";
import { describeChart, readData, shortMoments } from "./chart-data";
import { ChartView } from "./chart-view";
import { drawChart } from "./drawing";
import { everyNth, niceScale, tickText } from "./scale";

const COLUMNS: Column[] = [
  { name: "category", type: "text" },
  { name: "revenue", type: "decimal" },
  { name: "cost", type: "decimal" },
];
const ROWS: Row[] = [
  ["Tents", 12.5, "3"],
  [null, "40", -2],
  ["<b>Boots</b>", null, 1],
];

function spec(kind: ChartKind, measures = ["revenue"]): ChartSpec {
  return {
    kind,
    title: "Revenue",
    x: { column: "category", label: "category" },
    y: measures.map((column) => ({ column, label: column })),
    reason: "",
  };
}

function drawn(kind: ChartKind, measures?: string[], rows = ROWS, hidden = new Set<number>()) {
  const data = readData(spec(kind, measures), COLUMNS, rows);
  return drawChart(kind, { data, width: 640, hidden });
}

describe("niceScale", () => {
  it("covers the values with round steps", () => {
    expect(niceScale([3, 97], 5, true)).toEqual({
      low: 0,
      high: 100,
      ticks: [0, 20, 40, 60, 80, 100],
    });
    expect(niceScale([-3, 4], 4, true).ticks).toEqual([-4, -2, 0, 2, 4]);
    expect(niceScale([5, 5], 4, false).high).toBeGreaterThan(5);
    expect(niceScale([], 4, true).ticks).toEqual([0, 1]);
  });

  it("writes large numbers short", () => {
    expect(tickText(1_500)).toBe("1,500");
    expect(tickText(2_500_000)).toBe("2.5M");
    expect(everyNth(24, 600, 60)).toBe(3);
    expect(everyNth(3, 10, 60)).toBe(3);
  });
});

describe("readData", () => {
  it("reads numbers that travel as text, and leaves gaps", () => {
    const data = readData(spec("bar", ["revenue", "cost"]), COLUMNS, ROWS);
    expect(data.names).toEqual(["Tents", "(none)", "<b>Boots</b>"]);
    expect(data.series.map((series) => series.values)).toEqual([
      [12.5, 40, null],
      [3, -2, 1],
    ]);
    expect(describeChart(spec("bar"), data)).toContain("Highest: (none), 40.");
  });

  it("puts moments where they lie in time", () => {
    const columns: Column[] = [{ name: "month", type: "date" }, COLUMNS[1] as Column];
    const chart = { ...spec("line"), x: { column: "month", label: "month" } };
    const data = readData(chart, columns, [
      ["2024-01-01", 1],
      ["2024-02-01", 2],
    ]);
    expect(data.places).toEqual([Date.parse("2024-01-01"), Date.parse("2024-02-01")]);
    expect(data.names).toEqual(["2024-01", "2024-02"]);
  });

  it("shortens moments as far as nothing is lost", () => {
    expect(shortMoments(["2024-01-01", "2025-01-01"])).toEqual(["2024", "2025"]);
    expect(shortMoments(["2024-01-01T00:00:00", "2024-01-02T00:00:00"])).toEqual([
      "2024-01-01",
      "2024-01-02",
    ]);
    expect(shortMoments(["2024-01-01T10:00:00"])).toEqual(["2024-01-01 10:00:00"]);
  });
});

describe("drawChart", () => {
  it("draws a bar a value, none for what is missing", () => {
    const chart = drawn("bar", ["revenue", "cost"]);
    expect(chart?.svg.querySelectorAll("rect.fill")).toHaveLength(5);
    expect(chart?.marks[1]?.lines).toEqual([
      { color: 0, label: "revenue", value: "40" },
      { color: 1, label: "cost", value: "-2" },
    ]);
  });

  it("lays bars with long names down, with all of the name in the mark", () => {
    const long = "a name that is much longer than there is room for";
    const chart = drawn(
      "bar",
      undefined,
      Array.from({ length: 8 }, (_, index) => [long, index]),
    );
    expect(chart?.nearest).toBe("y");
    expect(chart?.marks[0]?.title).toBe(long);
    expect(chart?.svg.textContent).toContain("…");
  });

  it("breaks a line where a value is missing", () => {
    const rows: Row[] = [1, 2, null, 4].map((value, index) => [`n${String(index)}`, value]);
    const path = drawn("line", undefined, rows)?.svg.querySelector("path")?.getAttribute("d");
    expect(path?.match(/M/g)).toHaveLength(2);
  });

  it("draws slices of those that are switched on", () => {
    expect(drawn("pie")?.marks).toHaveLength(2);
    expect(drawn("pie", undefined, ROWS, new Set([0]))?.marks[0]?.lines[0]?.value).toBe(
      "40 (100%)",
    );
  });

  it("keeps markup of a value text", () => {
    for (const kind of ["bar", "line", "scatter", "pie"] as const) {
      expect(drawn(kind)?.svg.querySelector("b")).toBeNull();
    }
  });
});

describe("ChartView", () => {
  it("says a single number large", () => {
    const view = new ChartView();
    view.show(spec("number"), COLUMNS, ROWS);
    expect(view.element.querySelector(".big strong")?.textContent).toBe("12.5");
  });

  it("switches series off, but never the last", () => {
    const view = new ChartView();
    view.show(spec("line", ["revenue", "cost"]), COLUMNS, ROWS);
    const [first, second] = view.element.querySelectorAll("button");
    second?.click();
    expect(view.element.querySelectorAll("path.line")).toHaveLength(1);
    first?.click();
    expect(first?.getAttribute("aria-pressed")).toBe("true");
    second?.click();
    expect(view.element.querySelectorAll("path.line")).toHaveLength(2);
  });
});

import { describe, expect, it } from "vitest";
import type { Column, Row, SentChart } from "@/api/types";
import { plainChart } from "./plain";

const COLUMNS: Column[] = [
  { name: "month", type: "date" },
  { name: "region", type: "text" },
  { name: "orders", type: "integer" },
];
const ROWS: Row[] = [
  ["2024-01-01", "north", 5],
  ["2024-01-01", "south", 2],
  ["2024-02-01", "north", 7],
  ["2024-02-01", null, 1],
];

function sent(kind: SentChart["kind"]): SentChart {
  return {
    kind,
    title: "Orders",
    x: { column: "month", label: "month" },
    y: [{ column: "orders", label: "orders" }],
    series: { column: "region", label: "region" },
    reason: "",
    style: { arrangement: "stacked" },
  };
}

describe("plainChart", () => {
  it("gives each series a measure of its own", () => {
    const plain = plainChart(sent("line"), COLUMNS, ROWS);
    expect(plain?.spec.y.map((measure) => measure.label)).toEqual(["north", "south", "(none)"]);
    expect(plain?.rows).toEqual([
      ["2024-01-01", 5, 2, null],
      ["2024-02-01", 7, null, 1],
    ]);
    expect(plain?.columns.map((column) => column.type)).toEqual([
      "date",
      "integer",
      "integer",
      "integer",
    ]);
  });

  it("joins no points", () => {
    expect(plainChart(sent("scatter"), COLUMNS, ROWS)?.rows).toHaveLength(4);
  });

  it("knows what is drawn alike, and what is not drawn here", () => {
    expect(plainChart(sent("bar"), COLUMNS, ROWS)?.spec.look).toBe("stacked");
    expect(plainChart(sent("area"), COLUMNS, ROWS)?.spec).toMatchObject({
      kind: "line",
      look: "area",
    });
    expect(plainChart(sent("sankey"), COLUMNS, ROWS)).toBeUndefined();
  });
});

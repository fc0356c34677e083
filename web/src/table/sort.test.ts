import { describe, expect, it } from "vitest";
import type { Cell, Column, ColumnType } from "@/api/types";
import { nextSorting, sortRows } from "./sort";

function sorted(type: ColumnType, cells: Cell[], descending = false): Cell[] {
  const columns: Column[] = [{ name: "value", type }];
  const rows = cells.map((cell) => [cell]);
  return sortRows(rows, columns, { column: 0, descending }).map((row) => row[0] ?? null);
}

describe("sortRows", () => {
  it("sorts numbers as numbers, with null last either way", () => {
    expect(sorted("integer", [10, null, 9, -2])).toEqual([-2, 9, 10, null]);
    expect(sorted("integer", [10, null, 9, -2], true)).toEqual([10, 9, -2, null]);
  });

  it("compares numbers that a double cannot hold", () => {
    const long = ["9007199254740993", "9007199254740992", 5];
    expect(sorted("integer", long)).toEqual([5, "9007199254740992", "9007199254740993"]);
    expect(sorted("decimal", ["12.25", "-3.5", "12.125"])).toEqual(["-3.5", "12.125", "12.25"]);
  });

  it("puts NaN after the numbers", () => {
    expect(sorted("float", ["NaN", 1, "Infinity", 2])).toEqual([1, 2, "Infinity", "NaN"]);
  });

  it("sorts text without regard to case, digits by their value", () => {
    expect(sorted("text", ["b", "A10", "a9"])).toEqual(["a9", "A10", "b"]);
  });

  it("leaves the rows that it was given alone", () => {
    const rows = [[2], [1]];
    sortRows(rows, [{ name: "n", type: "integer" }], { column: 0, descending: false });
    expect(rows).toEqual([[2], [1]]);
  });
});

describe("nextSorting", () => {
  it("goes from ascending over descending back to the order that came", () => {
    const first = nextSorting(undefined, 1);
    const second = nextSorting(first, 1);
    expect(first).toEqual({ column: 1, descending: false });
    expect(second).toEqual({ column: 1, descending: true });
    expect(nextSorting(second, 1)).toBeUndefined();
    expect(nextSorting(second, 0)).toEqual({ column: 0, descending: false });
  });
});

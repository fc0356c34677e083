import { describe, expect, it } from "vitest";
import type { Column, Row } from "@/api/types";
import { matching, sorted } from "./order";
import { picked, rowsOf } from "./rows";
import { statisticsOf } from "./statistics";

const { signal } = new AbortController();
const COLUMNS: Column[] = [
  { name: "city", type: "text" },
  { name: "people", type: "integer" },
];
const ROWS: Row[] = [
  ["Oslo", 10],
  ["lima", 2],
  [null, 2],
  ["Lima", null],
  ["Quito", "9007199254740993"],
];
const rows = rowsOf(COLUMNS, ROWS);
const everything = Uint32Array.from(ROWS.keys());

describe("the order of rows", () => {
  it("sorts numbers as numbers, however long, with null at the end", async () => {
    const up = await sorted(rows, everything, { column: 1, descending: false }, signal);
    expect([...up]).toEqual([1, 2, 0, 4, 3]);
    const down = await sorted(rows, everything, { column: 1, descending: true }, signal);
    expect([...down]).toEqual([4, 0, 1, 2, 3]);
  });

  it("keeps rows as they came where texts differ in case only", async () => {
    const order = await sorted(rows, everything, { column: 0, descending: false }, signal);
    expect([...order]).toEqual([1, 3, 0, 4, 2]);
  });

  it("finds a text in any column and any case", async () => {
    expect([...(await matching(rows, "LIMA", signal))]).toEqual([1, 3]);
    expect([...(await matching(rows, "740993", signal))]).toEqual([4]);
    expect(picked(rows, Uint32Array.of(4)).cell(0, 0)).toBe("Quito");
  });

  it("stops when nobody waits any more", async () => {
    const controller = new AbortController();
    const many = { ...rows, count: 100_000, cell: () => "x" };
    const search = matching(many, "y", controller.signal);
    controller.abort();
    await expect(search).rejects.toThrow(/abort/i);
  });
});

describe("the statistics of a column", () => {
  it("counts nulls, values and the most frequent ones", () => {
    const statistics = statisticsOf(rows, 0);
    expect(statistics).toMatchObject({ rows: 5, nulls: 1, distinct: 4, mean: undefined });
    expect(statistics.smallest).toBe("lima");
  });

  it("spreads numbers over parts of equal width that hold them all", () => {
    const numbers = rowsOf(
      [{ name: "n", type: "integer" }],
      Array.from({ length: 100 }, (_, at) => [at]),
    );
    const { bins, mean, smallest, largest } = statisticsOf(numbers, 0);
    expect([smallest, largest, mean]).toEqual([0, 99, 49.5]);
    expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(100);
  });
});

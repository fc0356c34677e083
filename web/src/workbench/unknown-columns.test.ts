import { describe, expect, it } from "vitest";
import type { SchemaTable } from "@/api/types";
import { unknownColumns } from "./unknown-columns";

const TABLES = [
  { name: "orders", columns: [{ name: "order_id" }, { name: "total" }] },
] as unknown as SchemaTable[];
const marked = (sql: string, ...columns: string[]) =>
  unknownColumns(sql, "duckdb", columns, TABLES).map(({ from, to }) => sql.slice(from, to));

describe("unknownColumns", () => {
  it("points at a column that no table has", () => {
    expect(marked("SELECT totl, order_id FROM orders", "totl", "order_id")).toEqual(["totl"]);
    expect(marked("SELECT o.Totl FROM orders o", "o.Totl")).toEqual(["Totl"]);
  });

  it("lets be what the statement itself makes or may make", () => {
    expect(marked("SELECT total AS t FROM orders ORDER BY t", "total", "t")).toEqual([]);
    expect(marked("SELECT x FROM (SELECT 1 AS x)", "x")).toEqual([]);
    expect(marked("SELECT made(1)", "made")).toEqual([]);
  });

  it("says nothing while the tables are not known", () => {
    expect(unknownColumns("SELECT a FROM b", "duckdb", ["a"], [])).toEqual([]);
  });
});

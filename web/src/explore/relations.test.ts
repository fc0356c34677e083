import { describe, expect, it } from "vitest";
import type { SchemaTable } from "@/api/types";
import { busiest, neighbourhood, relationsOf } from "./relations";

function table(name: string, to: string[] = [], schema?: string): SchemaTable {
  return {
    name,
    ...(schema && { schema }),
    kind: "table",
    columns: [],
    primary_key: [],
    foreign_keys: to.map((each) => ({
      columns: ["x"],
      references_table: each,
      references_columns: ["id"],
      inferred: true,
    })),
  };
}

describe("relations", () => {
  it("join tables of several schemas by the names that tell them apart", () => {
    const found = relationsOf([
      table("orders", ["sales.customers", "cities"], "sales"),
      table("customers", [], "sales"),
      table("customers", [], "archive"),
      table("cities", [], "geo"),
    ]);
    expect(found.map(({ from, to }) => [from, to])).toEqual([
      ["sales.orders", "sales.customers"],
      ["sales.orders", "geo.cities"],
    ]);
  });

  it("leave out tables that are not shown", () => {
    expect(relationsOf([table("orders", ["payroll"])])).toEqual([]);
  });

  it("make a neighbourhood of the nearest, of 5,000 tables too", () => {
    const tables = Array.from({ length: 5_000 }, (_, index) =>
      table(`t${String(index)}`, index === 0 ? [] : [`t${String(Math.floor((index - 1) / 3))}`]),
    );
    const relations = relationsOf(tables);
    expect([...neighbourhood(relations, "t1", 5)]).toEqual(["t1", "t0", "t4", "t5", "t6"]);
    expect(neighbourhood(relations, "t0", 40).size).toBe(40);
    expect(busiest(relations)).toBe("t1");
  });
});

import { describe, expect, it } from "vitest";
import { questionAbout, spoken } from "@/chat/suggestions";
import { SHOP } from "../../tests/fake-data";
import { filterTables } from "./filter";

function names(filter: string): string[] {
  return filterTables(SHOP.tables, filter).map((match) => match.table.name);
}

describe("filterTables", () => {
  it("finds tables by their own name and by their columns", () => {
    expect(names("order")).toEqual(["orders", "order_items"]);
    expect(names("REGION")).toEqual(["stores"]);
    expect(names("nothing")).toEqual([]);
  });

  it("opens a table that matched inside and shows only what matched", () => {
    const [match] = filterTables(SHOP.tables, "stores reg");
    expect(match?.open).toBe(true);
    expect(match?.columns.map((column) => column.name)).toEqual(["region"]);
  });

  it("shows everything closed without a filter", () => {
    const matches = filterTables(SHOP.tables, "  ");
    expect(matches).toHaveLength(6);
    expect(matches.some((match) => match.open)).toBe(false);
  });
});

describe("questionAbout", () => {
  it("says a table's name as people do", () => {
    expect(spoken("orderItems_2024")).toBe("order items 2024");
    const [, , , , items] = SHOP.tables;
    expect(items && questionAbout(items)).toBe("How many order items are there?");
    expect(items && questionAbout({ ...items, name: "City" })).toBe("How many cities are there?");
  });
});

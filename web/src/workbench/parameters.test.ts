import { describe, expect, it } from "vitest";
import type { QueryParameter } from "@/api/types";
import { boundTo, initialOf, wantedBy } from "./parameters";
import type { Tab } from "./tabs";

const SQL = "SELECT $region, $day, $least; SELECT $region, $done";
const DECLARED = [
  { name: "region", type: "text", required: true, values: ["west", "east"] },
  { name: "least", type: "integer", required: false, default_value: 5 },
] as QueryParameter[];
const tab = {
  id: "t",
  title: "t",
  source: "shop",
  sql: SQL,
  values: {},
  types: { day: "date", done: "boolean" },
} satisfies Tab;
const wanted = wantedBy(tab, "duckdb", DECLARED);

describe("the values that a text takes", () => {
  it("have the type that is declared, or else chosen", () => {
    expect(wanted.map(({ name, type }) => [name, type])).toEqual([
      ["region", "text"],
      ["day", "date"],
      ["least", "integer"],
      ["done", "boolean"],
    ]);
  });

  it("begin with what is declared for them", () => {
    expect(wanted.map(initialOf)).toEqual(["", "", "5", ""]);
  });

  it("are bound only where the statement has them, each as its type", () => {
    const values = { region: "west", day: "2026-01-31", done: "true" };
    expect(boundTo("SELECT $region, $day, $least", "duckdb", wanted, values)).toEqual({
      region: "west",
      day: { type: "date", value: "2026-01-31" },
      least: { type: "integer", value: "5" },
    });
    expect(boundTo("SELECT $done", "duckdb", wanted, values)).toEqual({ done: true });
    expect(boundTo("SELECT 1", "duckdb", wanted, values)).toBeUndefined();
  });

  it("are null where nothing is typed, except texts", () => {
    expect(boundTo("SELECT $day, $region", "duckdb", wanted, {})).toEqual({
      day: null,
      region: "",
    });
  });
});

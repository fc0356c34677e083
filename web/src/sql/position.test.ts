import { describe, expect, it } from "vitest";
import { ApiError } from "@/api/errors";
import type { SchemaTable } from "@/api/types";
import { previewSql, quoteIdentifier } from "./identifiers";
import { excerpt, markOf } from "./position";

const SQL = "SELECT region,\n  regoin\nFROM stores";

function failed(line: number, column: number): ApiError {
  const location = { line, column, offset: 0 };
  return new ApiError({ code: "COLUMN_NOT_FOUND", type: "USER", message: "No.", location });
}

describe("markOf", () => {
  it("covers the word at the line and column", () => {
    const mark = markOf(failed(2, 3), SQL);
    expect(mark && SQL.slice(mark.from, mark.to)).toBe("regoin");
    expect(mark && excerpt(mark, SQL)).toEqual(["  ", "regoin", ""]);
  });

  it("finds the first character of a line", () => {
    const mark = markOf(failed(3, 1), SQL);
    expect(mark && excerpt(mark, SQL)).toEqual(["", "FROM", " stores"]);
  });

  it("stays inside the text", () => {
    expect(markOf(failed(99, 99), SQL)).toMatchObject({ from: SQL.length, to: SQL.length });
  });

  it("marks nothing where no place is known", () => {
    expect(markOf(new Error("x"), SQL)).toBeUndefined();
  });
});

describe("previewSql", () => {
  const table: SchemaTable = {
    name: 'odd"name',
    schema: "main",
    kind: "table",
    columns: [],
    primary_key: [],
    foreign_keys: [],
  };

  it("quotes names as the engine does", () => {
    expect(previewSql("duckdb", table)).toBe('SELECT *\nFROM "main"."odd""name"\nLIMIT 100');
    expect(quoteIdentifier("mysql", "a`b")).toBe("`a``b`");
  });
});

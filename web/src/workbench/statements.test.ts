import { describe, expect, it } from "vitest";
import { parametersOf, statementAt, statementsIn, statementsOf } from "./statements";

const TEXT = "SELECT 1; -- a; b\n\nSELECT 'x;y' AS \"a;b\";\n/* c; /* d; */ */ SELECT $$;$$";

describe("statementsOf", () => {
  it("cuts at semicolons outside of quotes and comments", () => {
    expect(statementsOf(TEXT, "duckdb").map(({ sql, line }) => [sql, line])).toEqual([
      ["SELECT 1", 1],
      ["SELECT 'x;y' AS \"a;b\"", 3],
      ["SELECT $$;$$", 4],
    ]);
  });

  it("knows what each engine quotes and comments with", () => {
    const cut = (text: string, engine: string) => statementsOf(text, engine).map(({ sql }) => sql);
    expect(cut("SELECT `a;b` # c; d\n; SELECT 'it\\'s; one'", "mysql")).toEqual([
      "SELECT `a;b`",
      "SELECT 'it\\'s; one'",
    ]);
    expect(cut("SELECT [a;b]; SELECT 2", "sqlite")).toEqual(["SELECT [a;b]", "SELECT 2"]);
    expect(cut("SELECT E'it\\'s; one'; SELECT 2", "postgres")).toHaveLength(2);
  });

  it("has none in comments and space alone", () => {
    expect(statementsOf("  -- nothing\n;;", "duckdb")).toEqual([]);
  });

  it("lets a quote that never ends go to the end", () => {
    expect(statementsOf("SELECT 'a; SELECT 2", "duckdb")).toHaveLength(1);
  });
});

describe("statementAt", () => {
  const statements = statementsOf(TEXT, "duckdb");

  it("is the one that the cursor is in, or behind whose semicolon it stands", () => {
    expect(statementAt(statements, 3)?.sql).toBe("SELECT 1");
    expect(statementAt(statements, 9)?.sql).toBe("SELECT 1");
    expect(statementAt(statements, 25)?.line).toBe(3);
  });

  it("is the one before where the cursor is between two", () => {
    expect(statementAt(statements, 18)?.sql).toBe("SELECT 1");
  });

  it("is the first where there is none before", () => {
    expect(statementAt(statementsOf("\n\nSELECT 1", "duckdb"), 0)?.sql).toBe("SELECT 1");
    expect(statementAt([], 0)).toBeUndefined();
  });
});

describe("statementsIn", () => {
  it("keeps the places in the whole text", () => {
    const from = TEXT.indexOf("\n\nSELECT");
    const [only] = statementsIn(TEXT, from, from + 30, "duckdb");
    expect(only && TEXT.slice(only.from, only.to)).toBe(only?.sql);
    expect(only?.line).toBe(3);
  });
});

describe("parametersOf", () => {
  it("names each once, and nothing that only looks like one", () => {
    const sql = "SELECT '$no', a::text, $region, :day FROM t WHERE b = $region AND c = $1 -- $no";
    expect(parametersOf(sql, "duckdb")).toEqual(["region", "day"]);
  });
});

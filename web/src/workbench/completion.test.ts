import { CompletionContext } from "@codemirror/autocomplete";
import { sql } from "@codemirror/lang-sql";
import { EditorState } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import type { SchemaTable } from "@/api/types";
import { dialectOf } from "@/sql/dialect";
import { completionFrom } from "./completion";

const table = (name: string, columns: Record<string, string>, schema?: string) =>
  ({
    name,
    schema,
    columns: Object.entries(columns).map(([column, type]) => ({ name: column, type })),
  }) as unknown as SchemaTable;
const TABLES = [
  table("orders", { order_id: "integer", customer_id: "integer", "Odd name": "text" }),
  table("customers", { customer_id: "integer", region: "text" }, "crm"),
];

/** What is offered where the text has a bar. */
async function offered(marked: string, engine = "duckdb", explicit = true) {
  const pos = marked.indexOf("|");
  const state = EditorState.create({
    doc: marked.replace("|", ""),
    extensions: sql({ dialect: dialectOf(engine) }),
  });
  const result = await completionFrom(engine, TABLES)(new CompletionContext(state, pos, explicit));
  return [...(result?.options ?? [])].sort((one, two) => (two.boost ?? 0) - (one.boost ?? 0));
}

const labels = async (marked: string) => (await offered(marked)).map(({ label }) => label);

describe("completion", () => {
  it("offers the columns of an alias with their types", async () => {
    const options = await offered("SELECT o.| FROM orders AS o");
    expect(options.map(({ label, detail }) => [label, detail])).toEqual([
      ["order_id", "integer"],
      ["customer_id", "integer"],
      ["Odd name", "text"],
    ]);
    expect(options.at(-1)?.apply).toBe('"Odd name"');
  });

  it("offers columns of what is in scope before tables, functions and keywords", async () => {
    const found = await labels("SELECT | FROM orders o WHERE o.order_id > 1");
    const at = (label: string) => found.indexOf(label);
    expect(at("order_id")).toBeGreaterThanOrEqual(0);
    expect(at("order_id")).toBeLessThan(at("crm.customers"));
    expect(at("crm.customers")).toBeLessThan(at("count"));
    expect(at("count")).toBeLessThan(at("GROUP"));
    expect(at("region")).toBe(-1);
  });

  it("offers tables and the names that WITH gives behind FROM and JOIN", async () => {
    const text = "WITH big AS (SELECT order_id AS id, customer_id FROM orders) SELECT * FROM |";
    expect(await labels(text)).toEqual(["big", "orders", "crm.customers"]);
    expect(await labels("SELECT * FROM orders, |")).toContain("orders");
    expect(await labels("SELECT * FROM crm.|")).toEqual(["customers"]);
  });

  it("knows the columns of WITH and of subqueries", async () => {
    const named =
      "WITH big AS (SELECT order_id AS id, o.customer_id FROM orders o) SELECT b.| FROM big b";
    expect(await labels(named)).toEqual(["id", "customer_id"]);
    const inner = "SELECT s.| FROM (SELECT *, 1 AS one FROM crm.customers) s";
    expect(await labels(inner)).toEqual(["customer_id", "region", "one"]);
    expect(await labels("WITH a(x, y) AS (SELECT 1, 2) SELECT a.| FROM a")).toEqual(["x", "y"]);
  });

  it("keeps to the statement and the brackets that the cursor is in", async () => {
    const other = await labels("SELECT 1 FROM crm.customers; SELECT | FROM orders");
    expect(other).toContain("order_id");
    expect(other).not.toContain("region");
    const outer = await labels(
      "SELECT * FROM orders WHERE customer_id IN (SELECT | FROM crm.customers)",
    );
    expect(outer).toEqual(expect.arrayContaining(["region", "order_id"]));
    const beside = await labels(
      "SELECT | FROM orders WHERE customer_id IN (SELECT 1 FROM crm.customers)",
    );
    expect(beside).not.toContain("region");
  });

  it("is silent in texts, in comments that are open and before anything is typed", async () => {
    expect(await offered("SELECT 'o| FROM orders")).toEqual([]);
    expect(await offered("SELECT | FROM orders", "duckdb", false)).toEqual([]);
  });
});

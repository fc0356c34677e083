import type { SchemaTable } from "@/api/types";

const BACKTICKS = new Set(["mysql", "mariadb", "databricks", "spark", "bigquery"]);

export function quoteIdentifier(engine: string, name: string): string {
  return BACKTICKS.has(engine.toLowerCase())
    ? `\`${name.replaceAll("`", "``")}\``
    : `"${name.replaceAll('"', '""')}"`;
}

/** The statement that shows a table's first rows. */
export function previewSql(engine: string, table: SchemaTable): string {
  const path = table.schema ? [table.schema, table.name] : [table.name];
  const name = path.map((part) => quoteIdentifier(engine, part)).join(".");
  return `SELECT *\nFROM ${name}\nLIMIT 100`;
}

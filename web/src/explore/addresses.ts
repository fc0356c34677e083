import { previewSql } from "@/sql/identifiers";
import type { SchemaTable } from "@/api/types";
import { textAddress } from "@/workbench/address";

/** The page of a source, of one of its tables, or of all sources. */
export function exploreAddress(source = "", table = ""): string {
  return ["#/explore", source, table]
    .filter((part) => part !== "")
    .map((part, index) => (index === 0 ? part : encodeURIComponent(part)))
    .join("/");
}

/** The name by which a table is told from others of its source. */
export function tableName(table: Pick<SchemaTable, "name" | "schema">): string {
  return table.schema ? `${table.schema}.${table.name}` : table.name;
}

/** The workbench with the first rows of a table. */
export function workbenchAddress(source: string, engine: string, table: SchemaTable): string {
  return textAddress(source, previewSql(engine, table), table.name);
}

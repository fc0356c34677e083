import type { SchemaTable } from "@/api/types";
import { tableName } from "./addresses";

/** That one table refers to another. */
export interface Relation {
  from: string;
  to: string;
  columns: string[];
  toColumns: string[];
  inferred: boolean;
}

/** All relations among tables, each table by the name that tells it from others. */
export function relationsOf(tables: SchemaTable[]): Relation[] {
  const names = new Set(tables.map(tableName));
  const bare = new Map<string, string>();
  for (const table of tables) {
    bare.set(table.name, bare.has(table.name) ? "" : tableName(table));
  }
  const known = (name: string) => (names.has(name) ? name : (bare.get(name) ?? ""));
  return tables.flatMap((table) =>
    table.foreign_keys
      .map((key) => ({
        from: tableName(table),
        to: known(key.references_table),
        columns: key.columns,
        toColumns: key.references_columns,
        inferred: key.inferred,
      }))
      .filter((relation) => relation.to !== ""),
  );
}

/** The tables to show around one, the nearest first, no more than that many. */
export function neighbourhood(relations: Relation[], center: string, most: number): Set<string> {
  const near = new Map<string, string[]>();
  const join = (one: string, other: string) => {
    near.set(one, [...(near.get(one) ?? []), other]);
  };
  for (const { from, to } of relations) {
    join(from, to);
    join(to, from);
  }
  const found = new Set([center]);
  for (const each of found) {
    for (const next of near.get(each) ?? []) {
      if (found.size >= most) {
        return found;
      }
      found.add(next);
    }
  }
  return found;
}

/** The table that most others hang on. */
export function busiest(relations: Relation[]): string {
  const counts = new Map<string, number>();
  for (const { from, to } of relations) {
    counts.set(from, (counts.get(from) ?? 0) + 1);
    counts.set(to, (counts.get(to) ?? 0) + 1);
  }
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), ["", 0])[0];
}

import type { Column } from "@/api/types";

/** A column of the rows that a write touches, and where what becomes of it stands. */
export interface ChangedColumn {
  column: Column;
  before: number;
  after: number | undefined;
}

const AFTER = "new ";

/** Pairs each column with the one that says what it becomes. */
export function pairColumns(columns: Column[]): ChangedColumn[] {
  const positions = new Map(columns.map((column, index) => [column.name, index]));
  return columns.flatMap((column, before) => {
    const of = column.name.startsWith(AFTER) ? column.name.slice(AFTER.length) : "";
    return positions.has(of) ? [] : [{ column, before, after: positions.get(AFTER + column.name) }];
  });
}

/** What a write does to rows. */
export type Effect = "insert" | "update" | "delete" | "other";

const FIRST_WORD = /^(?:\s|--[^\n]*\n|\/\*[\s\S]*?\*\/)*([a-z]+)/i;

/** What a statement does, for a heading; the statement itself is shown to the letter. */
export function effectOf(sql: string): Effect {
  const word = FIRST_WORD.exec(sql)?.[1]?.toLowerCase();
  return word === "insert" || word === "update" || word === "delete" ? word : "other";
}

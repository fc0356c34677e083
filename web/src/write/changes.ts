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

export function rowsWord(count: number): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? "row" : "rows"}`;
}

/** What a write does to rows, in the forms that the page needs. */
export interface Verb {
  now: string;
  done: string;
  doing: string;
  third: string;
  /** Between the rows and their table. */
  joint: string;
}

const VERBS: Record<string, Verb> = {
  insert: { now: "insert", done: "inserted", doing: "Inserting", third: "inserts", joint: "into" },
  update: { now: "change", done: "changed", doing: "Changing", third: "changes", joint: "of" },
  delete: { now: "delete", done: "deleted", doing: "Deleting", third: "deletes", joint: "from" },
};
const FIRST_WORD = /^(?:\s|--[^\n]*\n|\/\*[\s\S]*?\*\/)*([a-z]+)/i;
const TOUCH: Verb = {
  now: "touch",
  done: "touched",
  doing: "Touching",
  third: "touches",
  joint: "of",
};

/** The verb of a statement, for a heading; what the statement does is said by itself. */
export function verbOf(sql: string): Verb {
  return VERBS[FIRST_WORD.exec(sql)?.[1]?.toLowerCase() ?? ""] ?? TOUCH;
}

export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

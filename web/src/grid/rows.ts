import type { Cell, Column, Row } from "@/api/types";

/** Rows by their number, wherever and however they are kept. */
export interface Rows {
  readonly columns: Column[];
  readonly count: number;
  cell(row: number, column: number): Cell;
}

/** Rows that came as JSON. */
export function rowsOf(columns: Column[], rows: Row[]): Rows {
  return {
    columns,
    count: rows.length,
    cell: (row, column) => rows[row]?.[column] ?? null,
  };
}

/** The same rows in another order, or some of them. */
export function picked(rows: Rows, order: Uint32Array): Rows {
  return {
    columns: rows.columns,
    count: order.length,
    cell: (row, column) => rows.cell(order[row] ?? 0, column),
  };
}

/** The values of one column, of the first rows only where there are more. */
export function columnOf(rows: Rows, column: number, most = rows.count): Cell[] {
  const length = Math.min(most, rows.count);
  return Array.from({ length }, (_, row) => rows.cell(row, column));
}

/** One row as a list. */
export function rowAt(rows: Rows, row: number): Row {
  return rows.columns.map((_, column) => rows.cell(row, column));
}

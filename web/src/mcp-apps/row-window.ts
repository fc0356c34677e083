import type { Column, Row } from "@/api/types";
import { formatCell } from "@/table/format";

const BEYOND = 8;
/** Where nothing is laid out yet. */
const FIRST_HEIGHT = 420;
const MEASURED_ROWS = 200;
const NARROWEST = 7;
const WIDEST = 42;
/** Room for the padding and the mark of the order. */
const BESIDE = 5;

/** Which rows to have on the page: those in sight and some beyond. */
export function windowOf(
  scrolled: number,
  height: number,
  count: number,
  rowHeight: number,
): { first: number; last: number } {
  const above = Math.floor(scrolled / rowHeight) - BEYOND;
  const first = Math.max(0, Math.min(above, count));
  const inSight = Math.ceil((height || FIRST_HEIGHT) / rowHeight);
  return { first, last: Math.min(count, above + inSight + 2 * BEYOND) };
}

/** Widths in characters, so that columns stand still while rows come and go. */
export function columnWidths(columns: Column[], rows: Row[], decimals: number[]): number[] {
  const measured = rows.slice(0, MEASURED_ROWS);
  return columns.map((column, index) => {
    const longest = measured.reduce(
      (most, row) =>
        Math.max(most, formatCell(row[index] ?? null, column, decimals[index] ?? 0).length),
      column.name.length,
    );
    return Math.min(WIDEST, Math.max(NARROWEST, longest)) + BESIDE;
  });
}

import type { Column } from "@/api/types";
import { formatCell } from "@/table/format";
import { columnOf, type Rows } from "./rows";

/** Browsers draw no element that is higher; beyond it a pixel of scrolling is more than a pixel. */
const HIGHEST = 12_000_000;
const MEASURED_ROWS = 200;
const NARROWEST = 6;
const WIDEST = 40;

export interface Sight {
  /** The first row that is seen, at least in part, and the one after the last. */
  first: number;
  last: number;
  /** How many pixels of the first row are above the edge. */
  hidden: number;
}

/** How high the rows are as far as the scroll bar knows. */
export function scrollHeight(count: number, rowHeight: number): number {
  return Math.min(HIGHEST, count * rowHeight);
}

/** Which rows are in sight. */
export function sightOf(
  scrolled: number,
  viewHeight: number,
  count: number,
  rowHeight: number,
): Sight {
  const whole = count * rowHeight;
  const scrollable = Math.max(1, scrollHeight(count, rowHeight) - viewHeight);
  const share = Math.min(1, Math.max(0, scrolled / scrollable));
  const top = whole > HIGHEST ? share * (whole - viewHeight) : Math.max(0, scrolled);
  const first = Math.min(Math.floor(top / rowHeight), Math.max(0, count - 1));
  const last = Math.min(count, Math.ceil((top + viewHeight) / rowHeight));
  return { first, last, hidden: top - first * rowHeight };
}

/** Where to scroll so that a row is in sight; where it is already, nowhere else. */
export function scrolledTo(
  row: number,
  scrolled: number,
  viewHeight: number,
  count: number,
  rowHeight: number,
): number {
  const { first, last, hidden } = sightOf(scrolled, viewHeight, count, rowHeight);
  const whole = count * rowHeight;
  const stretch =
    whole > HIGHEST ? (scrollHeight(count, rowHeight) - viewHeight) / (whole - viewHeight) : 1;
  if (row < first || (row === first && hidden > 0)) {
    return row * rowHeight * stretch;
  }
  const bottom = (last - first) * rowHeight - hidden;
  if (row >= last || (row === last - 1 && bottom > viewHeight)) {
    return ((row + 1) * rowHeight - viewHeight) * stretch;
  }
  return scrolled;
}

/** Widths in characters, so that columns stand still while rows come and go. */
export function columnWidths(rows: Rows, decimals: number[]): number[] {
  return rows.columns.map((column: Column, index) => {
    const longest = columnOf(rows, index, MEASURED_ROWS).reduce<number>(
      (most, cell) => Math.max(most, formatCell(cell, column, decimals[index] ?? 0).length),
      column.name.length + 2,
    );
    return Math.min(WIDEST, Math.max(NARROWEST, longest));
  });
}

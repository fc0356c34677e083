import type { Cell } from "@/api/types";
import { isNumeric, rawCell } from "@/table/format";
import { compareCells, type Sorting } from "@/table/sort";
import type { Rows } from "./rows";

const ROWS_A_TURN = 20_000;

/** Lets the page breathe while many rows are looked at. */
async function breathe(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
  signal.throwIfAborted();
}

/** The numbers of the rows in which some value holds the text, in any case of letters. */
export async function matching(
  rows: Rows,
  wanted: string,
  signal: AbortSignal,
): Promise<Uint32Array> {
  const text = wanted.toLocaleLowerCase();
  const found = new Uint32Array(rows.count);
  let count = 0;
  for (let row = 0; row < rows.count; row += 1) {
    if (row % ROWS_A_TURN === ROWS_A_TURN - 1) {
      await breathe(signal);
    }
    if (rows.columns.some((_, column) => holds(rows.cell(row, column), text))) {
      found[count] = row;
      count += 1;
    }
  }
  return found.slice(0, count);
}

function holds(cell: Cell, text: string): boolean {
  return rawCell(cell).toLocaleLowerCase().includes(text);
}

/**
 * The rows of `order` sorted by one column, stably; null comes last in both directions. Different
 * values are compared only once, for columns of a million rows mostly hold few of them.
 */
export async function sorted(
  rows: Rows,
  order: Uint32Array,
  sorting: Sorting,
  signal: AbortSignal,
): Promise<Uint32Array> {
  const places = new Map<string, number>();
  const values: Cell[] = [];
  const valueOf = new Uint32Array(order.length);
  for (const [at, row] of order.entries()) {
    if (at % ROWS_A_TURN === ROWS_A_TURN - 1) {
      await breathe(signal);
    }
    const cell = rows.cell(row, sorting.column);
    const key = cell === null ? "n" : `${typeof cell} ${rawCell(cell)}`;
    let place = places.get(key);
    if (place === undefined) {
      place = values.push(cell) - 1;
      places.set(key, place);
    }
    valueOf[at] = place;
  }
  const column = rows.columns[sorting.column];
  const ranks = ranksOf(values, column !== undefined && isNumeric(column), sorting.descending);
  await breathe(signal);
  const positions = Uint32Array.from(order.keys());
  positions.sort(
    (left, right) =>
      (ranks[valueOf[left] ?? 0] ?? 0) - (ranks[valueOf[right] ?? 0] ?? 0) || left - right,
  );
  return positions.map((position) => order[position] ?? 0);
}

function ranksOf(values: Cell[], numeric: boolean, descending: boolean): Uint32Array {
  const direction = descending ? -1 : 1;
  const places = values
    .map((_, place) => place)
    .sort((left, right) => compareNullsLast(values[left], values[right], numeric, direction));
  const ranks = new Uint32Array(values.length);
  let rank = 0;
  for (const [at, place] of places.entries()) {
    const before = places[at - 1];
    if (
      before !== undefined &&
      compareNullsLast(values[before], values[place], numeric, direction) !== 0
    ) {
      rank += 1;
    }
    ranks[place] = rank;
  }
  return ranks;
}

function compareNullsLast(
  left: Cell | undefined,
  right: Cell | undefined,
  numeric: boolean,
  direction: number,
): number {
  if (left === null || left === undefined || right === null || right === undefined) {
    return Number(left === null) - Number(right === null);
  }
  return direction * compareCells(left, right, numeric);
}

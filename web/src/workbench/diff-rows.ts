import type { Cell, Column } from "@/api/types";
import type { Rows } from "@/grid/rows";
import { rawCell } from "@/table/format";

const MOST_ROWS = 100_000;
const MOST_SHOWN = 500;
const ROWS_A_TURN = 10_000;

/** A column of both results, by its places in them. */
export interface Shared {
  column: Column;
  before: number;
  after: number;
}

/** One row that differs; of a changed one, both sides of every cell. */
export interface RowDifference {
  kind: "added" | "removed" | "changed";
  cells: { before: Cell; after: Cell; changed: boolean }[];
}

export interface Difference {
  shared: Shared[];
  added: number;
  removed: number;
  changed: number;
  same: number;
  /** The first of those that differ. */
  rows: RowDifference[];
  /** Whether more differ than are kept. */
  more: boolean;
  /** How many rows of each side were looked at, where that is not all. */
  limit: number | undefined;
  /** Rows that share their key with another. */
  doubled: number;
}

/** The columns that both results have, by name. */
export function sharedColumns(before: Rows, after: Rows): Shared[] {
  return before.columns.flatMap((column, at): Shared[] => {
    const other = after.columns.findIndex(({ name }) => name === column.name);
    return other < 0 ? [] : [{ column, before: at, after: other }];
  });
}

/** The columns that probably tell rows apart: one that does on both sides, else as many as it takes. */
export function guessKey(before: Rows, after: Rows, shared: Shared[]): string[] {
  const unique = (key: Shared[]) =>
    isUnique(before, key, "before") && isUnique(after, key, "after");
  const likely = shared.toSorted((one, two) => likeness(two) - likeness(one));
  const single = likely.find((each) => unique([each]));
  if (single) {
    return [single.column.name];
  }
  const key: Shared[] = [];
  for (const each of likely.filter(({ column }) => column.type !== "float")) {
    key.push(each);
    if (unique(key)) {
      break;
    }
  }
  return key.map(({ column }) => column.name);
}

function likeness({ column }: Shared): number {
  const name = column.name.toLowerCase();
  const kind = column.type === "float" || column.type === "decimal" ? -2 : 0;
  return kind + (name === "id" ? 2 : /(_id|_key|_no|code)$/.test(name) ? 1 : 0);
}

function keyOf(rows: Rows, row: number, key: Shared[], side: "before" | "after"): string {
  return JSON.stringify(key.map((each) => rows.cell(row, each[side])));
}

function isUnique(rows: Rows, key: Shared[], side: "before" | "after"): boolean {
  const seen = new Set<string>();
  const count = Math.min(rows.count, MOST_ROWS);
  for (let row = 0; row < count; row += 1) {
    const value = keyOf(rows, row, key, side);
    if (seen.has(value)) {
      return false;
    }
    seen.add(value);
  }
  return true;
}

async function breathe(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
  signal.throwIfAborted();
}

/** What differs between two results, row by row; rows of the same key are the same row. */
export async function differenceOf(
  before: Rows,
  after: Rows,
  keyNames: string[],
  signal: AbortSignal,
): Promise<Difference> {
  const shared = sharedColumns(before, after);
  const key = shared.filter(({ column }) => keyNames.includes(column.name));
  const waiting = new Map<string, number[]>();
  const count = Math.min(before.count, MOST_ROWS);
  let doubled = 0;
  for (let row = 0; row < count; row += 1) {
    if (row % ROWS_A_TURN === ROWS_A_TURN - 1) {
      await breathe(signal);
    }
    const value = keyOf(before, row, key, "before");
    const known = waiting.get(value);
    if (known) {
      known.push(row);
      doubled += 1;
    } else {
      waiting.set(value, [row]);
    }
  }
  const result: Difference = {
    shared,
    added: 0,
    removed: 0,
    changed: 0,
    same: 0,
    rows: [],
    more: false,
    limit: Math.max(before.count, after.count) > MOST_ROWS ? MOST_ROWS : undefined,
    doubled,
  };
  const keep = (
    kind: RowDifference["kind"],
    left: number | undefined,
    right: number | undefined,
  ) => {
    result[kind] += 1;
    if (result.rows.length >= MOST_SHOWN) {
      result.more = true;
      return;
    }
    result.rows.push({ kind, cells: cellsOf(before, left, after, right, shared) });
  };
  const afterCount = Math.min(after.count, MOST_ROWS);
  for (let row = 0; row < afterCount; row += 1) {
    if (row % ROWS_A_TURN === ROWS_A_TURN - 1) {
      await breathe(signal);
    }
    const match = waiting.get(keyOf(after, row, key, "after"))?.shift();
    if (match === undefined) {
      keep("added", undefined, row);
    } else if (shared.some((each) => differs(before, match, after, row, each))) {
      keep("changed", match, row);
    } else {
      result.same += 1;
    }
  }
  for (const rows of waiting.values()) {
    for (const row of rows) {
      keep("removed", row, undefined);
    }
  }
  return result;
}

function cellsOf(
  before: Rows,
  left: number | undefined,
  after: Rows,
  right: number | undefined,
  shared: Shared[],
): RowDifference["cells"] {
  return shared.map((each) => {
    const old = left === undefined ? null : before.cell(left, each.before);
    const fresh = right === undefined ? null : after.cell(right, each.after);
    const changed = left !== undefined && right !== undefined && !isSame(old, fresh);
    return { before: old, after: fresh, changed };
  });
}

function differs(before: Rows, left: number, after: Rows, right: number, each: Shared): boolean {
  return !isSame(before.cell(left, each.before), after.cell(right, each.after));
}

function isSame(one: Cell, two: Cell): boolean {
  return one === two || (one !== null && two !== null && rawCell(one) === rawCell(two));
}

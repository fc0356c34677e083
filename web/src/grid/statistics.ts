import type { Cell, Column } from "@/api/types";
import { isNumeric, rawCell } from "@/table/format";
import { compareCells } from "@/table/sort";
import type { Rows } from "./rows";

const BINS = 12;
const MOST_VALUES = 5;
const MOST_DISTINCT = 100_000;

export interface Statistics {
  rows: number;
  nulls: number;
  /** How many values differ; counted up to a limit, at which `distinctIsLeast` says so. */
  distinct: number;
  distinctIsLeast: boolean;
  smallest: Cell;
  largest: Cell;
  mean: number | undefined;
  /** Equally wide parts between the smallest and the largest number. */
  bins: { from: number; to: number; count: number }[];
  /** The most frequent values, where few values are frequent at all. */
  frequent: { value: string; count: number }[];
}

/** What one column of the rows at hand is like. */
export function statisticsOf(rows: Rows, index: number): Statistics {
  const column = rows.columns[index];
  const numeric = column !== undefined && isNumeric(column);
  const counts = new Map<string, number>();
  let nulls = 0;
  let sum = 0;
  let smallest: Cell = null;
  let largest: Cell = null;
  for (let row = 0; row < rows.count; row += 1) {
    const cell = rows.cell(row, index);
    if (cell === null) {
      nulls += 1;
      continue;
    }
    const text = rawCell(cell);
    const known = counts.get(text);
    if (known !== undefined || counts.size < MOST_DISTINCT) {
      counts.set(text, (known ?? 0) + 1);
    }
    if (known === undefined) {
      smallest = smallest === null || compareCells(cell, smallest, numeric) < 0 ? cell : smallest;
      largest = largest === null || compareCells(cell, largest, numeric) > 0 ? cell : largest;
    }
    sum += Number(cell);
  }
  const filled = rows.count - nulls;
  return {
    rows: rows.count,
    nulls,
    distinct: counts.size,
    distinctIsLeast: counts.size >= MOST_DISTINCT,
    smallest,
    largest,
    mean: numeric && filled > 0 && Number.isFinite(sum) ? sum / filled : undefined,
    bins: numeric ? binsOf(rows, index, Number(smallest), Number(largest)) : [],
    frequent: frequentOf(counts, filled),
  };
}

function binsOf(rows: Rows, index: number, from: number, to: number): Statistics["bins"] {
  if (!Number.isFinite(from) || !Number.isFinite(to) || from === to) {
    return [];
  }
  const width = (to - from) / BINS;
  const bins = Array.from({ length: BINS }, (_, bin) => ({
    from: from + bin * width,
    to: from + (bin + 1) * width,
    count: 0,
  }));
  for (let row = 0; row < rows.count; row += 1) {
    const cell = rows.cell(row, index);
    const bin = bins[Math.min(BINS - 1, Math.floor((Number(cell) - from) / width))];
    if (cell !== null && bin) {
      bin.count += 1;
    }
  }
  return bins;
}

function frequentOf(counts: Map<string, number>, filled: number): Statistics["frequent"] {
  if (counts.size === filled && counts.size > MOST_VALUES) {
    return [];
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((left, right) => right.count - left.count)
    .slice(0, MOST_VALUES);
}

/** Whether a histogram tells more than the most frequent values. */
export function isSpread(column: Column, statistics: Statistics): boolean {
  return isNumeric(column) && statistics.bins.length > 0 && statistics.distinct > MOST_VALUES;
}

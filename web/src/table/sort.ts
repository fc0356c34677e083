import type { Cell, Column, Row } from "@/api/types";
import { LOCALE } from "@/language";
import { isNumeric } from "./format";

export interface Sorting {
  column: number;
  descending: boolean;
}

const collator = new Intl.Collator(LOCALE, { numeric: true, sensitivity: "base" });

function compareNumbers(left: number, right: number): number {
  if (Number.isNaN(left) || Number.isNaN(right)) {
    return Number(Number.isNaN(left)) - Number(Number.isNaN(right));
  }
  return left - right;
}

/** Compares numbers that are too long for a double, whole part first. */
function compareLong(left: string, right: string): number {
  const whole = (text: string) => BigInt(/^-?\d+/.exec(text)?.[0] ?? "0");
  const difference = whole(left) - whole(right);
  if (difference !== 0n) {
    return difference > 0n ? 1 : -1;
  }
  return compareNumbers(Number(left), Number(right));
}

/** Compares two values as their column is meant. */
export function compareCells(left: Cell, right: Cell, numeric: boolean): number {
  if (typeof left === "number" && typeof right === "number") {
    return compareNumbers(left, right);
  }
  const leftText = typeof left === "object" ? JSON.stringify(left) : String(left);
  const rightText = typeof right === "object" ? JSON.stringify(right) : String(right);
  if (!numeric) {
    return collator.compare(leftText, rightText);
  }
  const plain = /^-?\d+(\.\d+)?$/;
  return plain.test(leftText) && plain.test(rightText)
    ? compareLong(leftText, rightText)
    : compareNumbers(Number(leftText), Number(rightText));
}

/** Sorts rows by one column, stably; null comes last in both directions. */
export function sortRows(rows: Row[], columns: Column[], sorting: Sorting | undefined): Row[] {
  const column = sorting && columns[sorting.column];
  if (!column) {
    return rows;
  }
  const numeric = isNumeric(column);
  const direction = sorting.descending ? -1 : 1;
  return [...rows].sort((first, second) => {
    const left = first[sorting.column] ?? null;
    const right = second[sorting.column] ?? null;
    if (left === null || right === null) {
      return Number(left === null) - Number(right === null);
    }
    return direction * compareCells(left, right, numeric);
  });
}

/** What a click on a column's header does: ascending, descending, as it came. */
export function nextSorting(current: Sorting | undefined, column: number): Sorting | undefined {
  if (current?.column !== column) {
    return { column, descending: false };
  }
  return current.descending ? undefined : { column, descending: true };
}

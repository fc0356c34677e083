import type { Cell, Column } from "@/api/types";
import { decimal } from "@/language/format";

const NUMERIC = /^(integer|decimal|float)$/i;
const IDENTIFIER = /(^|_)(id|key|code|zip|year|number|no)$/i;

export function isNumeric(column: Column): boolean {
  return NUMERIC.test(column.type);
}

/** Identifiers and years are names made of digits: grouping them would mislead. */
function isIdentifier(name: string): boolean {
  return IDENTIFIER.test(name.replace(/([a-z])([A-Z])/g, "$1_$2"));
}

function decimalsOf(value: number): number {
  const text = String(value);
  return text.includes("e") ? 0 : (text.split(".")[1]?.length ?? 0);
}

/** How many decimals a column shows, the same in every row so that the points stand in line. */
export function decimalsIn(cells: Cell[]): number {
  const numbers = cells.filter((cell) => typeof cell === "number");
  const largest = numbers.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const allowed = largest >= 100 ? 2 : largest >= 1 ? 4 : 6;
  return numbers.reduce((most, value) => Math.max(most, Math.min(allowed, decimalsOf(value))), 0);
}

function isDecimal(text: string): text is `${number}` {
  return /^-?\d+(\.\d{1,100})?$/.test(text);
}

function groupDigits(text: string): string {
  return isDecimal(text) ? decimal(text, text.split(".")[1]?.length ?? 0) : text;
}

function formatNumber(value: number, column: Column, decimals: number): string {
  if (isIdentifier(column.name)) {
    return String(value);
  }
  const vanishes = value !== 0 && Math.abs(value) < 0.5 * 10 ** -decimals;
  if (vanishes || Math.abs(value) >= 1e15) {
    return String(value);
  }
  return decimal(value, decimals);
}

/** The text of a cell as a person reads it; null has none. */
export function formatCell(value: Cell, column: Column, decimals = decimalsIn([value])): string {
  if (value === null) {
    return "";
  }
  if (typeof value === "number") {
    return formatNumber(value, column, decimals);
  }
  if (typeof value === "boolean") {
    return value ? "true" : "false";
  }
  if (typeof value === "object") {
    return JSON.stringify(value);
  }
  if (isNumeric(column) && !isIdentifier(column.name)) {
    return groupDigits(value);
  }
  return /^timestamp/i.test(column.type) ? value.replace("T", " ").replace(/Z$/, " UTC") : value;
}

/** The value without any loss, for copying and tooltips. */
export function rawCell(value: Cell): string {
  if (value === null) {
    return "";
  }
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

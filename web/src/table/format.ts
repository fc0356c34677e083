import type { Cell, Column } from "@/api/types";

const NUMERIC =
  /^(u?(tiny|small|big|huge)?int(eger)?\d*|long|decimal|numeric|number|float\d*|double|real)\b/i;
const IDENTIFIER = /(^|_)(id|key|code|zip|year|number|no)$/i;

export function isNumeric(column: Column): boolean {
  return NUMERIC.test(column.type);
}

/** Identifiers and years are names made of digits: grouping them would mislead. */
function isIdentifier(name: string): boolean {
  return IDENTIFIER.test(name.replace(/([a-z])([A-Z])/g, "$1_$2"));
}

function fractionDigits(value: number): number {
  const size = Math.abs(value);
  if (Number.isInteger(value)) {
    return 0;
  }
  return size >= 1000 ? 2 : size >= 1 ? 4 : 8;
}

function groupDigits(text: string): string {
  const match = /^(-?)(\d+)(\.\d+)?$/.exec(text);
  if (!match) {
    return text;
  }
  const [, sign = "", whole = "", fraction = ""] = match;
  return sign + whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",") + fraction;
}

function formatNumber(value: number, column: Column): string {
  if (isIdentifier(column.name)) {
    return String(value);
  }
  const tiny = value !== 0 && Math.abs(value) < 1e-6;
  const huge = Math.abs(value) >= 1e15;
  if (tiny || huge) {
    return String(value);
  }
  return value.toLocaleString("en-US", { maximumFractionDigits: fractionDigits(value) });
}

/** The text of a cell as a person reads it; null has none. */
export function formatCell(value: Cell, column: Column): string {
  if (value === null) {
    return "";
  }
  if (typeof value === "number") {
    return formatNumber(value, column);
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

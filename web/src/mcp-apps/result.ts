import type { Cell, SentChart, Column, Row } from "@/api/types";
import { isFields, type Fields } from "./bridge";

/** The rows of a result, and whether and how more can be had. */
export interface Rows {
  columns: Column[];
  rows: Row[];
  truncated: boolean;
  cursor: string | undefined;
}

function isColumn(value: unknown): value is Column {
  return isFields(value) && typeof value.name === "string" && typeof value.type === "string";
}

export function text(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function readRows(fields: Fields): Rows | undefined {
  const { columns, rows } = fields;
  if (!Array.isArray(columns) || !Array.isArray(rows)) {
    return undefined;
  }
  return {
    columns: columns.filter(isColumn),
    rows: rows.filter((row): row is Cell[] => Array.isArray(row)),
    truncated: fields.truncated === true,
    cursor: text(fields, "cursor"),
  };
}

/** How to draw the rows, as the server said it. */
export function readChart(fields: Fields): SentChart | undefined {
  const chart = fields.chart;
  return isFields(chart) && typeof chart.kind === "string" && Array.isArray(chart.y)
    ? (chart as unknown as SentChart)
    : undefined;
}

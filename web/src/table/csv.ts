import type { Column, Row } from "@/api/types";
import { rawCell } from "./format";

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as RFC 4180 text with a header; null is empty, an empty string is quoted. */
export function toCsv(columns: Column[], rows: Row[]): string {
  const header = columns.map((column) => quote(column.name));
  const lines = rows.map((row) => row.map((cell) => (cell === "" ? '""' : quote(rawCell(cell)))));
  return [header, ...lines].map((line) => line.join(",") + "\r\n").join("");
}

/** Hands the browser a file to save. */
export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 1000);
}

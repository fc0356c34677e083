import type { Cell, Column } from "@/api/types";
import { formatCell, rawCell } from "./format";
import { texts } from "./texts";

interface CellValueProps {
  value: Cell;
  column: Column;
  decimals?: number;
}

/** One value as text; what is absent or empty looks different from any text. */
export function CellValue({ value, column, decimals }: CellValueProps) {
  if (value === null) {
    return <span className="text-xs text-muted italic">{texts.null}</span>;
  }
  if (value === "") {
    return <span className="text-xs text-muted italic">{texts.empty}</span>;
  }
  const text = formatCell(value, column, decimals);
  const raw = rawCell(value);
  return <span title={text === raw && raw.length < 40 ? undefined : raw}>{text}</span>;
}

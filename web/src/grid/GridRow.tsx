import { memo } from "react";
import { CellValue } from "@/table/CellValue";
import { isNumeric } from "@/table/format";
import { cn } from "@/ui/cn";
import type { Rows } from "./rows";

interface GridRowProps {
  id: string;
  rows: Rows;
  row: number;
  decimals: number[];
  /** The column of the chosen cell, where it is in this row. */
  chosen: number | undefined;
  onChoose: (row: number, column: number) => void;
}

/** One row in sight; it is drawn again only when something of it has changed. */
export const GridRow = memo(function GridRow({
  id,
  rows,
  row,
  decimals,
  chosen,
  onChoose,
}: GridRowProps) {
  return (
    <tr aria-rowindex={row + 2} className="h-8 hover:bg-hover/60">
      {rows.columns.map((column, index) => (
        <td
          key={index}
          id={chosen === index ? id : undefined}
          role="gridcell"
          aria-selected={chosen === index}
          onMouseDown={() => {
            onChoose(row, index);
          }}
          className={cn(
            "h-8 truncate border-b px-3",
            isNumeric(column) && "text-right tabular-nums",
            chosen === index && "bg-hover outline-2 -outline-offset-2 outline-accent",
          )}
        >
          <CellValue value={rows.cell(row, index)} column={column} decimals={decimals[index]} />
        </td>
      ))}
    </tr>
  );
});

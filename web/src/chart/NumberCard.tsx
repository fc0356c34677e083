import type { Column, Row, SentChart } from "@/api/types";
import { CellValue } from "@/table/CellValue";

interface NumberCardProps {
  spec: SentChart;
  columns: Column[];
  rows: Row[];
}

/** A result that is one number, said large. */
export function NumberCard({ spec, columns, rows }: NumberCardProps) {
  const encoding = spec.y[0];
  const found = columns.findIndex((column) => column.name === encoding?.column);
  const index = Math.max(0, found);
  const column = columns[index];
  if (!column || rows.length === 0) {
    return null;
  }
  return (
    <figure className="py-1">
      <div className="text-5xl font-medium tracking-tight tabular-nums" data-testid="number">
        <CellValue value={rows[0]?.[index] ?? null} column={column} />
      </div>
      <figcaption className="mt-1.5 text-sm text-muted">
        {encoding?.label ?? column.name}
      </figcaption>
    </figure>
  );
}

import { useMemo, useState } from "react";
import type { Column, Row } from "@/api/types";
import { common } from "@/language/texts";
import { cn } from "@/ui/cn";
import { CellValue } from "./CellValue";
import { toCsv } from "./csv";
import { CsvButtons } from "./CsvButtons";
import { decimalsIn, isNumeric } from "./format";
import { HeaderCell } from "./HeaderCell";
import { NoRows } from "./NoRows";
import { Pager } from "./Pager";
import { nextSorting, sortRows, type Sorting } from "./sort";
import { texts } from "./texts";

interface DataTableProps {
  caption: string;
  columns: Column[];
  rows: Row[];
  truncated?: boolean;
  pageSize?: number;
  /** Said after the count of rows. */
  note?: string;
}

/** Rows that sort by a click on a column, page, and leave as CSV. */
export function DataTable({
  caption,
  columns,
  rows,
  truncated = false,
  pageSize = 10,
  note = "",
}: DataTableProps) {
  const [sorting, setSorting] = useState<Sorting>();
  const [page, setPage] = useState(0);
  const sorted = useMemo(() => sortRows(rows, columns, sorting), [rows, columns, sorting]);
  const decimals = useMemo(
    () => columns.map((_, index) => decimalsIn(rows.map((row) => row[index] ?? null))),
    [rows, columns],
  );
  const current = Math.min(page, Math.max(0, Math.ceil(rows.length / pageSize) - 1));
  const shown = sorted.slice(current * pageSize, (current + 1) * pageSize);

  if (columns.length > 0 && rows.length === 0) {
    return <NoRows />;
  }

  return (
    <div>
      <div
        className="overflow-x-auto rounded-lg border"
        tabIndex={0}
        role="region"
        aria-label={caption}
      >
        <table className="w-full border-collapse text-sm">
          <caption className="sr-only">{caption}</caption>
          <thead className="border-b bg-sunken/70 text-left text-[13px]">
            <tr>
              {columns.map((column, index) => (
                <HeaderCell
                  key={index}
                  column={column}
                  sorting={sorting?.column === index ? sorting : undefined}
                  onSort={() => {
                    setSorting(nextSorting(sorting, index));
                    setPage(0);
                  }}
                />
              ))}
            </tr>
          </thead>
          <tbody className="divide-y">
            {shown.map((row, rowIndex) => (
              <tr key={current * pageSize + rowIndex} className="hover:bg-hover/60">
                {columns.map((column, index) => (
                  <td
                    key={index}
                    className={cn(
                      "max-w-80 truncate px-3 py-1.5",
                      isNumeric(column) && "text-right tabular-nums",
                    )}
                  >
                    <CellValue
                      value={row[index] ?? null}
                      column={column}
                      decimals={decimals[index]}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="mt-1.5 flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <p className="text-xs text-muted">
          {common.rows(rows.length)}
          {truncated && ` ${texts.thereAreMore}`}
          {note && ` · ${note}`}
        </p>
        <div className="flex flex-wrap items-center">
          {rows.length > pageSize && (
            <Pager page={current} pageSize={pageSize} total={rows.length} onPage={setPage} />
          )}
          <CsvButtons csv={() => toCsv(columns, sorted)} />
        </div>
      </div>
    </div>
  );
}

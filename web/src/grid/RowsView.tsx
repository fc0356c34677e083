import { useDeferredValue, useState, type ReactNode } from "react";
import { common } from "@/language/texts";
import { toCsv } from "@/table/csv";
import { CsvButtons } from "@/table/CsvButtons";
import { NoRows } from "@/table/NoRows";
import type { Sorting } from "@/table/sort";
import { cn } from "@/ui/cn";
import { Input } from "@/ui/input";
import { Grid } from "./Grid";
import { rowAt, type Rows } from "./rows";
import { texts } from "./texts";
import { useOrder } from "./use-order";

const FEW = 10;

interface RowsViewProps {
  caption: string;
  rows: Rows;
  truncated: boolean;
  /** Said after the count of rows. */
  note: string;
  /** Takes the height that there is, instead of a few rows. */
  fills?: boolean;
  /** What else can be done with the rows. */
  tools?: ReactNode;
  /** The way to rows that are not here yet, beside their count. */
  more?: ReactNode;
}

/** Rows of any number: sorted by a click, filtered by a word, and out again as CSV. */
export function RowsView({
  caption,
  rows,
  truncated,
  note,
  fills = false,
  tools,
  more,
}: RowsViewProps) {
  const [sorting, setSorting] = useState<Sorting>();
  const [filter, setFilter] = useState("");
  const wanted = useDeferredValue(filter.trim());
  const { shown, busy } = useOrder(rows, wanted, sorting);
  const csv = () =>
    toCsv(
      shown.columns,
      Array.from({ length: shown.count }, (_, row) => rowAt(shown, row)),
    );

  if (rows.columns.length > 0 && rows.count === 0) {
    return <NoRows />;
  }

  return (
    <div aria-busy={busy} className={cn(fills && "flex min-h-0 flex-1 flex-col")}>
      <Grid caption={caption} rows={shown} sorting={sorting} onSorting={setSorting} fills={fills} />
      <div className="mt-1.5 flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <p role="status" className="text-xs text-muted">
            {wanted === "" ? common.rows(rows.count) : texts.rowsOf(shown.count, rows.count)}
            {truncated && ` ${texts.thereAreMore}`}
            {note && ` · ${note}`}
            {busy && ` · ${texts.sorting}`}
          </p>
          {more && <div className="flex gap-1.5">{more}</div>}
        </div>
        <div className="flex flex-wrap items-center gap-1 sm:ml-auto">
          {rows.count > FEW && (
            <Input
              type="search"
              aria-label={texts.filterRows}
              placeholder={texts.filter}
              value={filter}
              onChange={(event) => {
                setFilter(event.target.value);
              }}
              className="h-7 w-32 text-xs sm:w-36"
            />
          )}
          {tools}
          <CsvButtons terse csv={csv} />
        </div>
      </div>
    </div>
  );
}

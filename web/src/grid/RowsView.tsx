import { Download } from "lucide-react";
import { useDeferredValue, useState, type ReactNode } from "react";
import { saveFile, toCsv } from "@/table/csv";
import type { Sorting } from "@/table/sort";
import { Button } from "@/ui/button";
import { cn } from "@/ui/cn";
import { CopyButton } from "@/ui/copy-button";
import { Input } from "@/ui/input";
import { Grid } from "./Grid";
import { rowAt, type Rows } from "./rows";
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
}

/** Rows of any number: sorted by a click, filtered by a word, and out again as CSV. */
export function RowsView({ caption, rows, truncated, note, fills = false, tools }: RowsViewProps) {
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
    return (
      <p className="rounded-lg border border-dashed px-4 py-6 text-center text-sm text-muted">
        No rows match. The query ran; there is nothing that fits it.
      </p>
    );
  }

  return (
    <div aria-busy={busy} className={cn(fills && "flex min-h-0 flex-1 flex-col")}>
      <Grid caption={caption} rows={shown} sorting={sorting} onSorting={setSorting} fills={fills} />
      <div className="mt-1.5 flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <p role="status" className="text-xs text-muted">
          {wanted !== "" && `${shown.count.toLocaleString("en-US")} of `}
          {rows.count.toLocaleString("en-US")} {rows.count === 1 ? "row" : "rows"}
          {truncated && " shown; there are more"}
          {note && ` · ${note}`}
          {busy && " · sorting…"}
        </p>
        <div className="flex flex-wrap items-center gap-1">
          {rows.count > FEW && (
            <Input
              type="search"
              aria-label="Filter these rows"
              placeholder="Filter"
              value={filter}
              onChange={(event) => {
                setFilter(event.target.value);
              }}
              className="h-7 w-36 text-xs"
            />
          )}
          {tools}
          <CopyButton label="Copy CSV" text={csv} />
          <Button
            variant="ghost"
            size="small-icon"
            aria-label="Save as CSV"
            title="Save as CSV"
            onClick={() => {
              saveFile("alidade.csv", "text/csv", csv());
            }}
          >
            <Download />
          </Button>
        </div>
      </div>
    </div>
  );
}

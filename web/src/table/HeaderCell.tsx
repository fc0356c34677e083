import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import type { Column } from "@/api/types";
import { cn } from "@/ui/cn";
import { isNumeric } from "./format";
import type { Sorting } from "./sort";

interface HeaderCellProps {
  column: Column;
  sorting: Sorting | undefined;
  onSort: () => void;
  /** What else there is to do with the column. */
  aside?: ReactNode;
}

export function HeaderCell({ column, sorting, onSort, aside }: HeaderCellProps) {
  const order = sorting ? (sorting.descending ? "descending" : "ascending") : "none";
  const Icon = sorting?.descending ? ArrowDown : ArrowUp;
  const numeric = isNumeric(column);
  return (
    <th scope="col" aria-sort={order} className="p-0 font-medium">
      <div className={cn("flex items-center", numeric && "flex-row-reverse")}>
        <button
          type="button"
          onClick={onSort}
          title={`${column.name} (${column.type})`}
          className={cn(
            "group flex min-w-0 items-center gap-1 px-3 py-2 whitespace-nowrap text-muted -outline-offset-2 hover:text-ink",
            // What else there is stands beside the name, not beside the next column's.
            aside ? (numeric ? "pl-1" : "pr-1") : "flex-1",
            numeric && "flex-row-reverse text-right",
            sorting && "text-ink",
          )}
        >
          <span className="max-w-56 truncate">{column.name}</span>
          <Icon
            aria-hidden="true"
            className={cn(
              "size-3 shrink-0",
              sorting ? "text-accent" : aside ? "hidden" : "opacity-0 group-hover:opacity-50",
            )}
          />
        </button>
        {aside}
      </div>
    </th>
  );
}

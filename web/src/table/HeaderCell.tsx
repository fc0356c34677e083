import { ArrowDown, ArrowUp } from "lucide-react";
import type { Column } from "@/api/types";
import { cn } from "@/ui/cn";
import { isNumeric } from "./format";
import type { Sorting } from "./sort";

interface HeaderCellProps {
  column: Column;
  sorting: Sorting | undefined;
  onSort: () => void;
}

export function HeaderCell({ column, sorting, onSort }: HeaderCellProps) {
  const order = sorting ? (sorting.descending ? "descending" : "ascending") : "none";
  const Icon = sorting?.descending ? ArrowDown : ArrowUp;
  const numeric = isNumeric(column);
  return (
    <th scope="col" aria-sort={order} className="p-0 font-medium">
      <button
        type="button"
        onClick={onSort}
        title={`${column.name} (${column.type})`}
        className={cn(
          "group flex w-full items-center gap-1 px-3 py-2 whitespace-nowrap text-muted -outline-offset-2 hover:text-ink",
          numeric && "flex-row-reverse text-right",
          sorting && "text-ink",
        )}
      >
        <span className="max-w-56 truncate">{column.name}</span>
        <Icon
          aria-hidden="true"
          className={cn(
            "size-3 shrink-0",
            sorting ? "text-accent" : "opacity-0 group-hover:opacity-50",
          )}
        />
      </button>
    </th>
  );
}

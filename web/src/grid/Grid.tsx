import { useCallback, useId, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { HeaderCell } from "@/table/HeaderCell";
import { decimalsIn, rawCell } from "@/table/format";
import { nextSorting, type Sorting } from "@/table/sort";
import { copyText } from "@/ui/clipboard";
import { cn } from "@/ui/cn";
import { ColumnStatistics } from "./ColumnStatistics";
import { GridRow } from "./GridRow";
import { moved, type CellPlace } from "./keys";
import { columnOf, type Rows } from "./rows";
import { useSight } from "./use-sight";
import { columnWidths, scrollHeight } from "./window";

const ROW_HEIGHT = 32;
const HEAD_HEIGHT = 37;
const MOST_SEEN = 12;
const MEASURED_ROWS = 1_000;

interface GridProps {
  caption: string;
  rows: Rows;
  sorting: Sorting | undefined;
  onSorting: (sorting: Sorting | undefined) => void;
  /** Takes the height that there is, instead of a few rows. */
  fills?: boolean;
}

/**
 * Rows of any number, of which only those in sight are on the page. The table stands still while
 * the place below it scrolls, so that nothing flashes and the head is always there.
 */
export function Grid({ caption, rows, sorting, onSorting, fills = false }: GridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const chosenId = useId();
  const [chosen, setChosen] = useState<CellPlace>();
  const { sight, slots, show } = useSight(scroller, rows.count, ROW_HEIGHT, HEAD_HEIGHT);
  const decimals = useMemo(
    () => rows.columns.map((_, index) => decimalsIn(columnOf(rows, index, MEASURED_ROWS))),
    [rows],
  );
  const widths = useMemo(() => columnWidths(rows, decimals), [rows, decimals]);
  const height = HEAD_HEIGHT + Math.min(MOST_SEEN, Math.max(1, rows.count)) * ROW_HEIGHT;

  const choose = useCallback((row: number, column: number) => {
    setChosen({ row, column });
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) {
      return;
    }
    if ((event.ctrlKey || event.metaKey) && event.key === "c" && chosen) {
      void copyText(rawCell(rows.cell(chosen.row, chosen.column)));
      return;
    }
    const page = Math.max(1, sight.last - sight.first - 1);
    const next = moved(chosen, event, rows.count, rows.columns.length, page);
    if (next) {
      event.preventDefault();
      setChosen(next);
      show(next.row);
      requestAnimationFrame(() => {
        document.getElementById(chosenId)?.scrollIntoView({ block: "nearest", inline: "nearest" });
      });
    }
  };

  const inSight = Array.from({ length: sight.last - sight.first }, (_, at) => sight.first + at);

  return (
    <div
      ref={scroller}
      role="region"
      aria-label={caption}
      tabIndex={-1}
      className={cn(
        "overflow-auto rounded-lg border [overflow-anchor:none]",
        fills ? "min-h-0 flex-[0_1_auto]" : "resize-y",
      )}
      style={fills ? undefined : { height }}
    >
      <div style={{ height: HEAD_HEIGHT + scrollHeight(rows.count, ROW_HEIGHT) }}>
        <table
          role="grid"
          aria-label={caption}
          aria-rowcount={rows.count + 1}
          aria-colcount={rows.columns.length}
          aria-activedescendant={chosen ? chosenId : undefined}
          tabIndex={0}
          onKeyDown={onKeyDown}
          className="sticky top-0 min-w-full table-fixed border-separate border-spacing-0 text-sm -outline-offset-2"
        >
          <colgroup>
            {widths.map((width, index) => (
              <col key={index} style={{ width: `calc(${String(width)}ch + 3.5rem)` }} />
            ))}
          </colgroup>
          <thead className="relative z-10 text-left text-[13px] [&_th]:border-b [&_th]:bg-sunken">
            <tr aria-rowindex={1}>
              {rows.columns.map((column, index) => (
                <HeaderCell
                  key={index}
                  column={column}
                  sorting={sorting?.column === index ? sorting : undefined}
                  onSort={() => {
                    onSorting(nextSorting(sorting, index));
                  }}
                  aside={<ColumnStatistics rows={rows} index={index} />}
                />
              ))}
            </tr>
          </thead>
          <tbody style={{ transform: `translateY(${String(-sight.hidden)}px)` }}>
            {inSight.map((row) => (
              // A row that leaves lends its place on the page to the one that comes.
              <GridRow
                key={row % slots}
                id={chosenId}
                rows={rows}
                row={row}
                decimals={decimals}
                chosen={chosen?.row === row ? chosen.column : undefined}
                onChoose={choose}
              />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

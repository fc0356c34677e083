import { ChartColumn } from "lucide-react";
import { useMemo } from "react";
import type { Cell, Column } from "@/api/types";
import { count, significant } from "@/language/format";
import { decimalsIn, formatCell, isNumeric } from "@/table/format";
import { Popover } from "@/ui/popover";
import type { Rows } from "./rows";
import { isSpread, statisticsOf, type Statistics } from "./statistics";
import { texts } from "./texts";

interface ColumnStatisticsProps {
  rows: Rows;
  index: number;
}

/** What a column is like, worked out when somebody wants to know. */
export function ColumnStatistics({ rows, index }: ColumnStatisticsProps) {
  const column = rows.columns[index];
  if (!column) {
    return null;
  }
  return (
    <Popover
      label={texts.statisticsOf(column.name)}
      trigger={
        <button
          type="button"
          aria-label={texts.statisticsOf(column.name)}
          title={texts.statistics}
          className="rounded p-1 text-muted hover:bg-hover hover:text-ink [&_svg]:size-3.5"
        >
          <ChartColumn aria-hidden="true" />
        </button>
      }
    >
      <Facts rows={rows} index={index} column={column} />
    </Popover>
  );
}

function Facts({ rows, index, column }: ColumnStatisticsProps & { column: Column }) {
  const statistics = useMemo(() => statisticsOf(rows, index), [rows, index]);
  const shown = (cell: Cell) => formatCell(cell, column, decimalsIn([cell]));
  const facts: [string, string][] = [
    [texts.rows, count(statistics.rows)],
    [
      texts.missing,
      statistics.nulls === 0
        ? texts.none
        : texts.part(statistics.nulls, statistics.nulls / statistics.rows),
    ],
    [texts.different, (statistics.distinctIsLeast ? texts.atLeast : count)(statistics.distinct)],
  ];
  if (statistics.smallest !== null) {
    facts.push(
      [texts.smallest, shown(statistics.smallest)],
      [texts.largest, shown(statistics.largest)],
    );
  }
  if (statistics.mean !== undefined) {
    facts.push([texts.mean, significant(statistics.mean, 6)]);
  }
  return (
    <div className="flex flex-col gap-3">
      <p className="flex items-baseline justify-between gap-2">
        <span className="truncate font-medium">{column.name}</span>
        <span className="text-xs text-muted">{column.type}</span>
      </p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-[13px]">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="truncate text-right tabular-nums" title={value}>
              {value}
            </dd>
          </div>
        ))}
      </dl>
      {isSpread(column, statistics) ? (
        <Histogram statistics={statistics} />
      ) : (
        <Frequent statistics={statistics} numeric={isNumeric(column)} />
      )}
    </div>
  );
}

function Histogram({ statistics }: { statistics: Statistics }) {
  const most = Math.max(...statistics.bins.map((bin) => bin.count));
  const said = statistics.bins.map((bin) => texts.bin(bin.from, bin.to, bin.count));
  return (
    <div
      role="img"
      aria-label={texts.histogram(said.join("; "))}
      className="flex h-16 items-end gap-px border-b"
    >
      {statistics.bins.map((bin, index) => (
        <span
          key={bin.from}
          title={said[index]}
          className="flex-1 rounded-t-sm bg-accent/70"
          style={{
            height: `${String(Math.max(bin.count > 0 ? 3 : 0, (100 * bin.count) / most))}%`,
          }}
        />
      ))}
    </div>
  );
}

function Frequent({ statistics, numeric }: { statistics: Statistics; numeric: boolean }) {
  const filled = statistics.rows - statistics.nulls;
  if (statistics.frequent.length === 0) {
    return <p className="text-[13px] text-muted">{texts.once}</p>;
  }
  return (
    <ul className="flex flex-col gap-1 text-[13px]" aria-label={texts.frequent}>
      {statistics.frequent.map(({ value, count: times }) => (
        <li key={value} className="relative flex justify-between gap-3 px-1.5 py-0.5">
          <span
            aria-hidden="true"
            className="absolute inset-y-0 left-0 rounded bg-accent/15"
            style={{ width: `${String((100 * times) / filled)}%` }}
          />
          <span className={numeric ? "relative tabular-nums" : "relative truncate"}>
            {value === "" ? <i className="text-muted">{texts.empty}</i> : value}
          </span>
          <span className="relative text-muted tabular-nums">{count(times)}</span>
        </li>
      ))}
    </ul>
  );
}

import type { Approval, Column, Row } from "@/api/types";
import { CellValue } from "@/table/CellValue";
import { decimalsIn, isNumeric } from "@/table/format";
import { cn } from "@/ui/cn";
import { effectOf, pairColumns, type ChangedColumn, type Effect } from "./changes";
import { texts } from "./texts";

/** A few of the rows that a write touches, as they are and as they become. */
export function TouchedRows({ approval }: { approval: Approval }) {
  const { columns, rows, rows_touched: touched, sql } = approval.preview;
  return (
    <section>
      <h2 id="rows" className="mb-1.5 text-[13px] font-medium text-muted">
        {title(rows.length, touched, effectOf(sql))}
      </h2>
      {rows.length > 0 && <Changes columns={columns} rows={rows} />}
    </section>
  );
}

function title(shown: number, touched: number, effect: Effect): string {
  if (touched === 0) {
    return texts.noRows;
  }
  if (shown === 0) {
    return texts.hidden(touched);
  }
  return shown < touched
    ? texts.effects[effect].first(shown, touched)
    : texts.effects[effect].all(touched);
}

function Changes({ columns, rows }: { columns: Column[]; rows: Row[] }) {
  const pairs = pairColumns(columns);
  return (
    <div
      className="overflow-x-auto rounded-lg border"
      tabIndex={0}
      role="region"
      aria-labelledby="rows"
    >
      <table className="w-full border-collapse text-sm">
        <thead className="border-b bg-sunken/70 text-left text-[13px]">
          <tr>
            {pairs.map(({ column, before, after }) => (
              <th
                key={before}
                scope="col"
                className={cn(
                  "px-3 py-2 font-medium whitespace-nowrap",
                  isNumeric(column) && "text-right",
                  after === undefined ? "text-muted" : "text-ink",
                )}
              >
                {column.name}
                {after !== undefined && (
                  <span className="font-normal text-muted"> {texts.changes}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y">
          {rows.map((row, index) => (
            <tr key={index}>
              {pairs.map((pair) => (
                <td
                  key={pair.before}
                  className={cn(
                    "max-w-80 px-3 py-1.5 whitespace-nowrap",
                    isNumeric(pair.column) && "text-right tabular-nums",
                  )}
                >
                  <Change row={row} rows={rows} pair={pair} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Change({ row, rows, pair }: { row: Row; rows: Row[]; pair: ChangedColumn }) {
  const { column, before, after } = pair;
  const old = row[before] ?? null;
  const made = after === undefined ? old : (row[after] ?? null);
  const decimals = decimalsIn(
    rows.flatMap((each) => [each[before] ?? null, each[after ?? before] ?? null]),
  );
  const value = <CellValue value={old} column={column} decimals={decimals} />;
  if (JSON.stringify(made) === JSON.stringify(old)) {
    return value;
  }
  return (
    <>
      <del className="text-muted decoration-danger/70">{value}</del>
      <span aria-hidden="true" className="px-1.5 text-muted">
        →
      </span>
      <ins className="rounded bg-accent-soft px-1 font-medium text-accent-strong no-underline">
        <CellValue value={made} column={column} decimals={decimals} />
      </ins>
    </>
  );
}

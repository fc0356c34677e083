import { KeyRound } from "lucide-react";
import { useCallback } from "react";
import { call } from "@/api/client";
import type { ColumnContent, SchemaColumn, SchemaTable } from "@/api/types";
import { shorten } from "@/language/format";
import { formatCell } from "@/table/format";
import { useResource } from "@/ui/use-resource";
import { exploreAddress, tableName } from "./addresses";
import { texts } from "./texts";

const LONGEST = 40;

interface ColumnTableProps {
  source: string;
  table: SchemaTable;
}

/** The columns of a table: type, meaning, keys, and what they hold. */
export function ColumnTable({ source, table }: ColumnTableProps) {
  const name = tableName(table);
  const load = useCallback(
    (signal: AbortSignal) => call("profile_table", { source, table: name }, signal),
    [source, name],
  );
  const { data, loading } = useResource(load);
  const contents = new Map(data?.columns.map((each) => [each.name, each]));
  return (
    <div
      role="region"
      aria-label={texts.column}
      tabIndex={0}
      className="overflow-x-auto rounded-xl border bg-surface"
    >
      <table className="w-full sm:min-w-160 text-left text-sm">
        <thead className="border-b bg-sunken text-xs text-muted">
          <tr>
            <th scope="col" className="px-4 py-2 font-medium">
              {texts.column}
            </th>
            <th scope="col" className="hidden px-4 py-2 font-medium sm:table-cell">
              {texts.type}
            </th>
            <th scope="col" className="w-1/2 px-4 py-2 font-medium">
              {texts.holds}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y">
          {table.columns.map((column) => (
            <tr key={column.name} className="align-top">
              <th scope="row" className="px-4 py-2.5 font-normal">
                <ColumnName source={source} table={table} column={column} />
              </th>
              <td className="hidden px-4 py-2.5 sm:table-cell">
                <span>{column.type.replaceAll("_", " ")}</span>
                <span className="block font-mono text-xs text-muted">{column.engine_type}</span>
              </td>
              <td className="px-4 py-2.5">
                <Content
                  content={contents.get(column.name)}
                  loading={loading}
                  ordered={column.type !== "text"}
                  column={column}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ColumnNameProps {
  source: string;
  table: SchemaTable;
  column: SchemaColumn;
}

function ColumnName({ source, table, column }: ColumnNameProps) {
  const key = table.foreign_keys.find((each) => each.columns.includes(column.name));
  return (
    <>
      <span className="flex items-center gap-1.5 font-medium">
        {column.name}
        {column.primary_key && (
          <KeyRound className="size-3.5 text-accent" role="img" aria-label={texts.primaryKey} />
        )}
      </span>
      <span className="block text-xs text-muted sm:hidden">{column.type.replaceAll("_", " ")}</span>
      {key && (
        <a
          href={exploreAddress(source, key.references_table)}
          className="block text-xs text-accent underline"
        >
          {texts.refers(`${key.references_table}.${key.references_columns.join(", ")}`)}
        </a>
      )}
      {column.comment && <span className="block text-xs text-muted">{column.comment}</span>}
    </>
  );
}

interface ContentProps {
  content: ColumnContent | undefined;
  loading: boolean;
  /** Whether the least and the greatest say anything. */
  ordered: boolean;
  column: SchemaColumn;
}

function Content({ content, loading, ordered, column }: ContentProps) {
  if (!content) {
    return <span className="text-xs text-muted">{loading ? "…" : texts.unread}</span>;
  }
  const missing = content.rows === 0 ? 0 : content.nulls / content.rows;
  const { minimum, maximum, examples } = content;
  const shown = (written: string) => shorten(formatCell(written, column), LONGEST);
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center gap-x-2 text-xs text-muted">
        <span className="min-w-24 tabular-nums">{texts.distinct(content.distinct)}</span>
        <span className="tabular-nums">{missingIn(content.nulls, missing)}</span>
        {content.nulls > 0 && (
          <span
            className="h-1.5 w-20 overflow-hidden rounded-full bg-warning/25"
            aria-hidden="true"
          >
            <span
              className="block h-full bg-accent"
              style={{ width: `${String(Math.round((1 - missing) * 100))}%` }}
            />
          </span>
        )}
      </div>
      {ordered && minimum !== undefined && maximum !== undefined && (
        <span className="text-[13px] break-words tabular-nums">
          {texts.range(shown(minimum), shown(maximum))}
        </span>
      )}
      {examples.length > 0 && (
        <span className="text-[13px] break-words text-muted">
          {examples.map(shown).join(" · ")}
        </span>
      )}
    </div>
  );
}

function missingIn(nulls: number, share: number): string {
  if (nulls === 0) {
    return texts.noneMissing;
  }
  if (share >= 1) {
    return texts.allMissing;
  }
  return texts.missing(share);
}

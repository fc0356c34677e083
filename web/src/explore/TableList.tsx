import { Eye, Table2 } from "lucide-react";
import { useState } from "react";
import type { SchemaTable } from "@/api/types";
import { Button } from "@/ui/button";
import { exploreAddress, tableName } from "./addresses";
import { texts } from "./texts";

interface TableListProps {
  source: string;
  tables: SchemaTable[];
}

const AT_ONCE = 200;

function bySchema(tables: SchemaTable[]): Map<string, SchemaTable[]> {
  const schemas = new Map<string, SchemaTable[]>();
  for (const table of tables) {
    const schema = table.schema ?? "";
    schemas.set(schema, [...(schemas.get(schema) ?? []), table]);
  }
  return schemas;
}

/** Tables under their schemas, with what they are about and how large they are. */
export function TableList({ source, tables }: TableListProps) {
  const [shown, setShown] = useState(AT_ONCE);
  const schemas = bySchema(tables.slice(0, shown));
  return (
    <div className="flex flex-col gap-4">
      {[...schemas].map(([schema, members]) => (
        <div key={schema}>
          {schema !== "" && schemas.size > 1 && (
            <h3 className="mb-1 px-1 text-xs font-medium text-muted">{schema}</h3>
          )}
          <ul className="divide-y overflow-hidden rounded-xl border bg-surface">
            {members.map((table) => (
              <li key={tableName(table)}>
                <a
                  href={exploreAddress(source, tableName(table))}
                  className="flex items-center gap-3 px-4 py-2.5 hover:bg-hover focus-visible:-outline-offset-2"
                >
                  {table.kind === "view" ? (
                    <Eye className="size-4 shrink-0 text-muted" aria-hidden="true" />
                  ) : (
                    <Table2 className="size-4 shrink-0 text-accent" aria-hidden="true" />
                  )}
                  <span className="min-w-0 flex-1">
                    <span className="block truncate text-sm font-medium">
                      {table.name}
                      {table.kind === "view" && (
                        <span className="ml-2 text-xs font-normal text-muted">{texts.view}</span>
                      )}
                    </span>
                    {table.comment && (
                      <span className="block truncate text-[13px] text-muted">{table.comment}</span>
                    )}
                  </span>
                  <span className="shrink-0 text-right text-xs text-muted tabular-nums">
                    {typeof table.rows === "number" && (
                      <span className="block">{texts.rows(table.rows)}</span>
                    )}
                    <span className="block">{texts.columns(table.columns.length)}</span>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {tables.length > shown && (
        <Button
          variant="outline"
          className="self-center"
          onClick={() => {
            setShown(shown + AT_ONCE);
          }}
        >
          {texts.moreTables(tables.length - shown)}
        </Button>
      )}
    </div>
  );
}

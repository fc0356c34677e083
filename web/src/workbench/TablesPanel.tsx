import { ChevronRight, Eye, Table2 } from "lucide-react";
import { useDeferredValue, useState } from "react";
import type { SchemaTable } from "@/api/types";
import { filterTables, type Match } from "@/schema/filter";
import { quoteIdentifier } from "@/sql/identifiers";
import { Button } from "@/ui/button";
import { SearchInput } from "@/ui/search-input";
import { Skeleton } from "@/ui/skeleton";
import { texts } from "./texts";

interface TablesPanelProps {
  engine: string;
  tables: SchemaTable[];
  loading: boolean;
  onInsert: (text: string) => void;
  onPreview: (table: SchemaTable) => void;
}

/** The tables of the source; a click writes a name where the cursor is. */
export function TablesPanel({ engine, tables, loading, onInsert, onPreview }: TablesPanelProps) {
  const [text, setText] = useState("");
  const matches = filterTables(tables, useDeferredValue(text));
  const write = (name: string) => {
    onInsert(/^[a-z_][a-z0-9_]*$/.test(name) ? name : quoteIdentifier(engine, name));
  };
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="px-3 py-2">
        <SearchInput label={texts.filterTables} value={text} onChange={setText} />
      </div>
      <ul aria-label={texts.tables} className="min-h-0 flex-1 overflow-y-auto px-2 pb-6">
        {loading && <Skeleton className="m-2 h-24" />}
        {!loading && matches.length === 0 && (
          <li className="px-2 py-1 text-[13px] text-muted">{texts.noTables}</li>
        )}
        {matches.map((match) => (
          <TableItem
            key={`${match.table.schema ?? ""}.${match.table.name}`}
            match={match}
            onWrite={write}
            onPreview={() => {
              onPreview(match.table);
            }}
          />
        ))}
      </ul>
    </div>
  );
}

interface TableItemProps {
  match: Match;
  onWrite: (name: string) => void;
  onPreview: () => void;
}

function TableItem({ match, onWrite, onPreview }: TableItemProps) {
  const { table, columns } = match;
  const [chosen, setChosen] = useState<boolean>();
  const open = chosen ?? match.open;
  return (
    <li>
      <div className="group flex items-center rounded-md hover:bg-hover">
        <button
          type="button"
          aria-expanded={open}
          aria-label={texts.columnsOf(table.name)}
          className="py-2 pr-1 pl-2"
          onClick={() => {
            setChosen(!open);
          }}
        >
          <ChevronRight
            aria-hidden="true"
            className={`size-3.5 text-muted transition-transform ${open ? "rotate-90" : ""}`}
          />
        </button>
        <button
          type="button"
          title={table.comment ?? texts.insert(table.name)}
          className="flex min-w-0 flex-1 items-center gap-1.5 py-1.5 text-left text-sm"
          onClick={() => {
            onWrite(table.name);
          }}
        >
          <Table2 className="size-3.5 shrink-0 text-muted" aria-hidden="true" />
          <span className="truncate">{table.name}</span>
        </button>
        <Button
          variant="ghost"
          size="small-icon"
          aria-label={texts.preview(table.name)}
          title={texts.preview(table.name)}
          onClick={onPreview}
        >
          <Eye />
        </Button>
      </div>
      {open && (
        <ul className="mb-1 ml-[15px] border-l pl-2">
          {columns.map((column) => (
            <li key={column.name}>
              <button
                type="button"
                title={column.comment ?? texts.insert(column.name)}
                className="flex w-full items-baseline gap-2 rounded-md px-2 py-1 text-left hover:bg-hover"
                onClick={() => {
                  onWrite(column.name);
                }}
              >
                <span className="min-w-0 truncate font-mono text-xs">{column.name}</span>
                <span className="ml-auto shrink-0 text-[11px] text-muted">
                  {column.type.toLowerCase()}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

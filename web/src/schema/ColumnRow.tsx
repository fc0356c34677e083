import { KeyRound, Link2 } from "lucide-react";
import type { ForeignKey, SchemaColumn } from "@/api/types";
import { texts } from "./texts";

interface ColumnRowProps {
  column: SchemaColumn;
  foreignKey: ForeignKey | undefined;
}

function reference(key: ForeignKey, column: string): string {
  const target = key.references_columns[key.columns.indexOf(column)];
  return target ? `${key.references_table}.${target}` : key.references_table;
}

export function ColumnRow({ column, foreignKey }: ColumnRowProps) {
  return (
    <li className="px-2 py-1 text-[13px]">
      <div className="flex items-baseline gap-2">
        <span className="min-w-0 truncate font-mono text-xs" title={column.comment ?? column.name}>
          {column.name}
        </span>
        {column.primary_key && (
          <span title={texts.primaryKeyTitle} className="self-center text-warning">
            <KeyRound className="size-3" aria-hidden="true" />
            <span className="sr-only">{texts.primaryKey}</span>
          </span>
        )}
        <span
          className="ml-auto shrink-0 text-[11px] text-muted"
          title={(column.nullable ? texts.mayBeNull : texts.neverNull)(column.engine_type)}
        >
          {column.type.toLowerCase()}
        </span>
      </div>
      {foreignKey && (
        <p className="flex items-center gap-1 text-[11px] text-muted">
          <Link2 className="size-3 shrink-0 text-accent" aria-hidden="true" />
          <span className="sr-only">{texts.references}</span>
          <span className="truncate font-mono">{reference(foreignKey, column.name)}</span>
          {foreignKey.inferred && <span title={texts.inferredHint}>{texts.inferred}</span>}
        </p>
      )}
      {column.examples.length > 0 && (
        <p className="truncate text-[11px] text-muted" title={column.examples.join(", ")}>
          {column.examples.join(" · ")}
        </p>
      )}
    </li>
  );
}

import { ChevronRight, Eye, MessageSquarePlus, Table2 } from "lucide-react";
import { Collapsible } from "radix-ui";
import { useState } from "react";
import { compact } from "@/language/format";
import { common } from "@/language/texts";
import { Button } from "@/ui/button";
import { ColumnRow } from "./ColumnRow";
import type { Match } from "./filter";
import { texts } from "./texts";

interface TableNodeProps {
  match: Match;
  onAsk: () => void;
  onPreview: () => void;
}

export function TableNode({ match, onAsk, onPreview }: TableNodeProps) {
  const { table, columns } = match;
  const [chosen, setChosen] = useState<boolean>();
  const open = chosen ?? match.open;
  return (
    <Collapsible.Root open={open} onOpenChange={setChosen} asChild>
      <li>
        <Collapsible.Trigger className="group flex w-full items-center gap-1.5 rounded-md px-2 py-1.5 text-left text-sm hover:bg-hover">
          <ChevronRight className="size-3.5 shrink-0 text-muted transition-transform group-data-[state=open]:rotate-90" />
          <Table2 className="size-3.5 shrink-0 text-muted" aria-hidden="true" />
          <span className="min-w-0 truncate" title={table.comment ?? table.name}>
            {table.name}
          </span>
          {table.kind === "view" && <span className="text-[11px] text-muted">{texts.view}</span>}
          {typeof table.rows === "number" && (
            <span
              className="ml-auto shrink-0 text-[11px] text-muted tabular-nums"
              title={common.rows(table.rows)}
            >
              {compact(table.rows)}
            </span>
          )}
        </Collapsible.Trigger>
        <Collapsible.Content className="mb-1 ml-[15px] border-l pl-2">
          <div className="flex gap-1 py-1">
            <Button variant="outline" size="small" onClick={onPreview}>
              <Eye /> {texts.preview}
            </Button>
            <Button variant="ghost" size="small" onClick={onAsk}>
              <MessageSquarePlus /> {texts.ask}
            </Button>
          </div>
          {table.comment && <p className="px-2 pb-1 text-xs text-muted">{table.comment}</p>}
          <ul aria-label={texts.columnsOf(table.name)}>
            {columns.map((column) => (
              <ColumnRow
                key={column.name}
                column={column}
                foreignKey={table.foreign_keys.find((key) => key.columns.includes(column.name))}
              />
            ))}
          </ul>
        </Collapsible.Content>
      </li>
    </Collapsible.Root>
  );
}

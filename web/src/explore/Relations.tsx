import { useId, useMemo, useState } from "react";
import type { SchemaTable } from "@/api/types";
import { Select } from "@/ui/select";
import { tableName } from "./addresses";
import { Diagram } from "./Diagram";
import { busiest, neighbourhood, relationsOf } from "./relations";
import { texts } from "./texts";

interface RelationsProps {
  source: string;
  tables: SchemaTable[];
  /** The table to begin with; without one, all that fit. */
  around?: string;
}

/** More than this at once is a picture that nobody reads. */
const MOST = 40;

/** How tables hang together: all of them, or those around one where they are many. */
export default function Relations({ source, tables, around }: RelationsProps) {
  const relations = useMemo(() => relationsOf(tables), [tables]);
  const related = useMemo(
    () => new Set(relations.flatMap(({ from, to }) => [from, to])),
    [relations],
  );
  const many = around !== undefined || related.size > MOST;
  const [chosen, setChosen] = useState(around);
  const center = chosen ?? (many ? busiest(relations) : "");
  const shown = useMemo(
    () =>
      many ? neighbourhood(relations, center, around === undefined ? MOST : MOST / 2) : related,
    [many, relations, center, related, around],
  );
  const visible = useMemo(
    () => tables.filter((table) => shown.has(tableName(table))),
    [tables, shown],
  );
  const id = useId();

  if (relations.length === 0) {
    return (
      <div className="rounded-xl border border-dashed px-4 py-8 text-center">
        <p className="text-sm font-medium">{texts.noRelations}</p>
        <p className="mx-auto mt-1 max-w-prose text-[13px] text-muted">{texts.noRelationsHint}</p>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-2">
      {many && around === undefined && (
        <div className="flex flex-wrap items-center gap-2 text-sm">
          <label htmlFor={id} className="text-muted">
            {texts.around}
          </label>
          <Select
            id={id}
            className="w-64"
            value={center}
            onChange={(event) => {
              setChosen(event.target.value);
            }}
          >
            {[...related].sort().map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </Select>
          <p className="text-[13px] text-muted">{texts.aroundLead(shown.size, tables.length)}</p>
        </div>
      )}
      <Diagram
        key={center}
        source={source}
        tables={visible}
        relations={relations.filter(({ from, to }) => shown.has(from) && shown.has(to))}
        center={center}
      />
    </div>
  );
}

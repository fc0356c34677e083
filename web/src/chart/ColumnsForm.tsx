import { Plus, X } from "lucide-react";
import type { Column, SentChart } from "@/api/types";
import { Button } from "@/ui/button";
import { Choice } from "./Choice";
import { canGo, columnsIn, isSeveral, rolesOf, withColumns, type Role } from "./roles";
import { texts } from "./texts";

interface ColumnsFormProps {
  chart: SentChart;
  columns: Column[];
  onChange: (chart: SentChart) => void;
}

/** Which column does what in a chart. */
export function ColumnsForm({ chart, columns, onChange }: ColumnsFormProps) {
  return (
    <div className="max-h-[26rem] -m-1 space-y-3 overflow-y-auto p-1">
      {rolesOf(chart.kind).map((role) => (
        <RoleField key={role} role={role} chart={chart} columns={columns} onChange={onChange} />
      ))}
    </div>
  );
}

function RoleField({ role, chart, columns, onChange }: ColumnsFormProps & { role: Role }) {
  const held = columnsIn(chart, role).map(({ column }) => column);
  const set = (next: string[]) => {
    onChange(withColumns(chart, role, next));
  };
  const names = columns.map(({ name }) => [name, name] as const);
  const free = columns.map(({ name }) => name).find((name) => !held.includes(name));
  if (!isSeveral(role)) {
    const optional = canGo(role, held.length) || held.length === 0;
    return (
      <Choice
        label={texts.roles[role]}
        value={held[0] ?? ""}
        options={optional ? [["", texts.none], ...names] : names}
        onChange={(name) => {
          set(name === "" ? [] : [name]);
        }}
      />
    );
  }
  return (
    <fieldset className="space-y-1.5">
      <legend className="mb-1 text-xs font-medium text-muted">{texts.roles[role]}</legend>
      {held.map((name, at) => (
        <div key={`${name} ${String(at)}`} className="flex items-center gap-1">
          <Choice
            label={`${texts.roles[role]} ${String(at + 1)}`}
            quiet
            value={name}
            options={names}
            onChange={(next) => {
              set(held.with(at, next));
            }}
          />
          {canGo(role, held.length) && (
            <Button
              variant="ghost"
              size="small-icon"
              aria-label={texts.remove(name)}
              onClick={() => {
                set(held.toSpliced(at, 1));
              }}
            >
              <X />
            </Button>
          )}
        </div>
      ))}
      {free !== undefined && (
        <Button
          variant="ghost"
          size="small"
          onClick={() => {
            set([...held, free]);
          }}
        >
          <Plus /> {role === "y" ? texts.add : texts.addLevel}
        </Button>
      )}
    </fieldset>
  );
}

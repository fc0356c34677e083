import { useEffect, useMemo, useState } from "react";
import { isAbort } from "@/api/errors";
import type { Cell, Column } from "@/api/types";
import { rowsOf, type Rows } from "@/grid/rows";
import { decimalsIn, formatCell } from "@/table/format";
import { cn } from "@/ui/cn";
import { Select } from "@/ui/select";
import { Skeleton } from "@/ui/skeleton";
import {
  differenceOf,
  guessKey,
  sharedColumns,
  type Difference,
  type RowDifference,
} from "./diff-rows";
import type { RowsSheet } from "./sheets";
import { texts } from "./texts";

/** A result that can be compared, with how it is called. */
export interface Comparable {
  name: string;
  sheet: RowsSheet;
}

interface DiffPaneProps {
  choices: Comparable[];
}

function rowsFrom({ sheet }: Comparable): Rows {
  return sheet.all ?? rowsOf(sheet.result?.columns ?? [], sheet.result?.rows ?? []);
}

/** What differs between two results. */
export function DiffPane({ choices }: DiffPaneProps) {
  const [beforeId, setBefore] = useState(choices[1]?.sheet.id);
  const [afterId, setAfter] = useState(choices[0]?.sheet.id);
  const before = choices.find(({ sheet }) => sheet.id === beforeId) ?? choices[1];
  const after = choices.find(({ sheet }) => sheet.id === afterId) ?? choices[0];
  if (!before || !after) {
    return <p className="py-6 text-center text-sm text-muted">{texts.nothingToCompare}</p>;
  }
  return (
    <div className="space-y-3" data-testid="difference">
      <div className="flex flex-wrap gap-x-6 gap-y-2 text-[13px]">
        <Choice label={texts.before} choices={choices} chosen={before} onChoose={setBefore} />
        <Choice label={texts.after} choices={choices} chosen={after} onChoose={setAfter} />
      </div>
      <Compared key={`${before.sheet.id} ${after.sheet.id}`} before={before} after={after} />
    </div>
  );
}

interface ChoiceProps {
  label: string;
  choices: Comparable[];
  chosen: Comparable;
  onChoose: (id: string) => void;
}

function Choice({ label, choices, chosen, onChoose }: ChoiceProps) {
  return (
    <label className="flex min-w-0 items-center gap-2 text-muted">
      {label}
      <Select
        value={chosen.sheet.id}
        size="small"
        className="max-w-80"
        onChange={(event) => {
          onChoose(event.target.value);
        }}
      >
        {choices.map(({ name, sheet }) => (
          <option key={sheet.id} value={sheet.id}>
            {name}
          </option>
        ))}
      </Select>
    </label>
  );
}

function Compared({ before: left, after: right }: { before: Comparable; after: Comparable }) {
  const before = useMemo(() => rowsFrom(left), [left]);
  const after = useMemo(() => rowsFrom(right), [right]);
  const shared = useMemo(() => sharedColumns(before, after), [before, after]);
  const [key, setKey] = useState(() => guessKey(before, after, shared));
  const [found, setFound] = useState<Difference>();

  useEffect(() => {
    const controller = new AbortController();
    differenceOf(before, after, key, controller.signal).then(setFound, (failure: unknown) => {
      if (!isAbort(failure)) {
        throw failure;
      }
    });
    return () => {
      controller.abort();
    };
  }, [before, after, key]);

  if (shared.length === 0) {
    return <p className="text-sm text-muted">{texts.sameColumns}</p>;
  }
  const cut = [left, right].some(({ sheet }) => !sheet.all && sheet.result?.truncated);
  const names = (rows: Rows, other: Rows) =>
    rows.columns
      .map(({ name }) => name)
      .filter((name) => other.columns.every((each) => each.name !== name));
  const notes = [
    cut ? texts.partial : "",
    found?.limit ? texts.tooMany(found.limit) : "",
    found && found.doubled > 0 ? texts.doubled(found.doubled) : "",
    found?.more ? texts.onlyFirst(found.rows.length) : "",
    ...only(texts.onlyBefore, names(before, after)),
    ...only(texts.onlyAfter, names(after, before)),
  ].filter((note) => note !== "");
  return (
    <>
      <fieldset className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[13px]">
        <legend className="float-left mr-3 text-muted">{texts.key}</legend>
        {shared.map(({ column: { name } }) => (
          <label key={name} className="flex items-center gap-1.5">
            <input
              type="checkbox"
              checked={key.includes(name)}
              className="accent-(--accent)"
              onChange={(event) => {
                setKey(event.target.checked ? [...key, name] : key.filter((each) => each !== name));
              }}
            />
            {name}
          </label>
        ))}
      </fieldset>
      {!found && <Skeleton className="h-32" />}
      {found && (
        <>
          <p role="status" className="flex flex-wrap gap-x-4 text-sm tabular-nums">
            <span className="text-accent-strong">+ {texts.added(found.added)}</span>
            <span className="text-danger">− {texts.removed(found.removed)}</span>
            <span className="text-warning">~ {texts.changed(found.changed)}</span>
            <span className="text-muted">{texts.same(found.same)}</span>
          </p>
          {notes.map((note) => (
            <p key={note} className="text-[13px] text-muted">
              {note}
            </p>
          ))}
          {found.rows.length > 0 && <DifferentRows found={found} />}
        </>
      )}
    </>
  );
}

function only(title: string, names: string[]): string[] {
  return names.length > 0 ? [`${title}: ${names.join(", ")}`] : [];
}

const LOOKS: Record<RowDifference["kind"], { sign: string; look: string }> = {
  added: { sign: "+", look: "bg-accent-soft" },
  removed: { sign: "−", look: "bg-danger-soft" },
  changed: { sign: "~", look: "" },
};

function DifferentRows({ found: { shared, rows } }: { found: Difference }) {
  return (
    <div
      tabIndex={0}
      role="region"
      aria-label={texts.difference}
      className="overflow-x-auto rounded-lg border"
    >
      <table className="w-full text-sm">
        <thead className="bg-sunken text-left text-[13px] text-muted">
          <tr>
            <th className="w-8 px-2 py-1.5">
              <span className="sr-only">{texts.difference}</span>
            </th>
            {shared.map(({ column }) => (
              <th
                key={column.name}
                scope="col"
                className="px-3 py-1.5 font-medium whitespace-nowrap"
              >
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y">
          {rows.map((row, at) => (
            <tr key={at} className={LOOKS[row.kind].look}>
              <td className="px-2 text-center font-mono" title={row.kind}>
                {LOOKS[row.kind].sign}
              </td>
              {row.cells.map((cell, index) => (
                <td
                  key={index}
                  className={cn(
                    "px-3 py-1.5 whitespace-nowrap tabular-nums",
                    cell.changed && "bg-warning-soft",
                  )}
                >
                  {cell.changed ? (
                    <>
                      <del className="text-muted">{shown(cell.before, shared[index]?.column)}</del>{" "}
                      <ins className="font-medium no-underline">
                        {shown(cell.after, shared[index]?.column)}
                      </ins>
                    </>
                  ) : (
                    shown(row.kind === "removed" ? cell.before : cell.after, shared[index]?.column)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function shown(cell: Cell, column: Column | undefined): string {
  return cell === null || !column ? "null" : formatCell(cell, column, decimalsIn([cell]));
}

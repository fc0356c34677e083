import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/ui/button";
import { cn } from "@/ui/cn";
import { benches } from "./use-bench";
import { EmptyResults } from "./EmptyResults";
import { PlanPane } from "./PlanPane";
import { RowsPane } from "./RowsPane";
import { DiffPane, type Comparable } from "./DiffPane";
import type { Bench, RowsSheet, Sheet } from "./sheets";
import { StepsPane } from "./StepsPane";
import { texts } from "./texts";

interface ResultsProps {
  tab: string;
  bench: Bench;
  onGoTo: (position: number) => void;
  onUse: (sheet: Sheet, sql: string) => void;
  onOpen: (source: string, sql: string) => void;
}

function nameOf(sheet: Sheet, at: number): string {
  switch (sheet.kind) {
    case "rows":
      return texts.result(at + 1);
    case "plan":
      return texts.plan;
    case "steps":
      return texts.debug;
    case "diff":
      return texts.difference;
  }
}

/** The results that there are, the latest first, and those of the runs before. */
function comparable(bench: Bench): Comparable[] {
  const now = bench.sheets.filter((sheet): sheet is RowsSheet => sheet.kind === "rows");
  const named = now.map((sheet, at) => ({ name: texts.result(at + 1), sheet }));
  const earlier = bench.earlier.map((sheet) => ({ name: texts.earlier(sheet.at), sheet }));
  return [...named.reverse(), ...earlier]
    .filter(({ sheet }) => sheet.result !== undefined)
    .map(({ name, sheet }) => ({
      name: `${name} · ${sheet.sql.replace(/\s+/g, " ").slice(0, 50)}`,
      sheet,
    }));
}

/** What came of the statements above: each result has a tab. */
export function Results({ tab, bench, onGoTo, onUse, onOpen }: ResultsProps) {
  const shown = bench.sheets.find(({ id }) => id === bench.shown) ?? bench.sheets[0];
  if (!shown) {
    return <EmptyResults />;
  }
  return (
    <section aria-label={texts.results} className="flex min-h-0 flex-1 flex-col">
      <div className="flex items-center justify-between gap-2 px-3 pt-2">
        <div role="tablist" aria-label={texts.results} className="flex gap-1 overflow-x-auto">
          {bench.sheets.map((sheet, at) => (
            <ResultTab
              key={sheet.id}
              tab={tab}
              sheet={sheet}
              name={nameOf(sheet, at)}
              chosen={sheet === shown}
            />
          ))}
        </div>
        <Button
          variant="ghost"
          size="small-icon"
          aria-label={texts.closeResult(nameOf(shown, bench.sheets.indexOf(shown)))}
          onClick={() => {
            benches.remove(tab, shown.id);
          }}
        >
          <X />
        </Button>
      </div>
      <div
        role="tabpanel"
        aria-labelledby={`result-${shown.id}`}
        className="flex min-h-0 flex-1 flex-col gap-2 overflow-y-auto p-3"
      >
        <Pane tab={tab} sheet={shown} bench={bench} onGoTo={onGoTo} onUse={onUse} onOpen={onOpen} />
      </div>
    </section>
  );
}

function Pane({
  tab,
  sheet,
  bench,
  onGoTo,
  onUse,
  onOpen,
}: ResultsProps & { sheet: Sheet }): ReactNode {
  switch (sheet.kind) {
    case "rows":
      return (
        <RowsPane
          key={sheet.id}
          tab={tab}
          sheet={sheet}
          at={bench.sheets.indexOf(sheet) + 1}
          onGoTo={onGoTo}
          onUse={onUse}
        />
      );
    case "plan":
      return <PlanPane key={sheet.id} tab={tab} sheet={sheet} />;
    case "steps":
      return (
        <StepsPane
          key={sheet.id}
          sheet={sheet}
          onOpen={(sql) => {
            onOpen(sheet.source, sql);
          }}
        />
      );
    case "diff":
      return <DiffPane key={sheet.id} choices={comparable(bench)} />;
  }
}

interface ResultTabProps {
  tab: string;
  sheet: Sheet;
  name: string;
  chosen: boolean;
}

function ResultTab({ tab, sheet, name, chosen }: ResultTabProps) {
  const failed = sheet.state === "failed";
  return (
    <button
      type="button"
      role="tab"
      id={`result-${sheet.id}`}
      aria-selected={chosen}
      title={sheet.sql}
      className={cn(
        "flex shrink-0 items-center gap-1.5 rounded-t-md border-b-2 px-2 py-1.5 text-[13px]",
        chosen ? "border-accent text-ink" : "border-transparent text-muted hover:text-ink",
        failed && "text-danger",
      )}
      onClick={() => {
        benches.show(tab, sheet.id);
      }}
    >
      {sheet.state === "running" && (
        <span className="size-1.5 animate-pulse rounded-full bg-accent" />
      )}
      {name}
    </button>
  );
}
